import t from 'tap'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { pdfWith } from '../support/pdf-attacks.js'
import { addReader, sendReply } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const LETTER = pdfWith('4 0 obj\n<< /Type /Catalog >>\nendobj\n')
const FILLED = {
  kind: 'partly',
  body: 'The library stays open on Wednesdays from March on.',
  signed_by: 'Claire Fontanel, Mayor',
}

const replyOf = (site: TestSite) => site.db.selectFrom('replies').selectAll().executeTakeFirst()

t.test('a reply says what it comes to, and carries a letter that is read once it is published', async (t) => {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  const desk = await signInAs(site, await addModerator(site))

  t.equal((await sendReply(site, place, FILLED, LETTER)).statusCode, 303)
  const { id } = (await replyOf(site))!
  const address = `/petitions/${petition.slug}/replies/${id}/attachment.pdf`
  t.equal((await site.get(address)).statusCode, 404, 'nobody reads it before the moderator’s check')
  const check = await site.get(`/desk/replies/${id}`, desk)
  t.match(check.body, 'Accepted in part')
  t.match(check.body, 'Through the private link')
  t.match(check.body, `/desk/replies/${id}/attachment.pdf`)
  t.equal((await site.get(`/desk/replies/${id}/attachment.pdf`)).statusCode, 303, 'the desk’s is the desk’s')
  t.equal((await site.get(`/desk/replies/${id}/attachment.pdf`, desk)).rawPayload.equals(LETTER), true)
  await site.submit(`/desk/replies/${id}/publication`, {}, desk)

  const file = await site.get(address)
  t.equal(file.rawPayload.equals(LETTER), true)
  t.match(file.headers, {
    'content-type': 'application/pdf',
    'content-disposition': /^attachment; filename=/,
    'x-content-type-options': 'nosniff',
    'content-security-policy': /^sandbox; default-src 'none'/,
  })
  const other = await addPetition(site)
  t.equal((await site.get(`/petitions/${other.slug}/replies/${id}/attachment.pdf`)).statusCode, 404)
  const page = await site.get(`/petitions/${petition.slug}`)
  t.match(page.body, '<h2>Accepted in part</h2>')
  t.ok(page.body.includes(address))
  t.match(
    (await site.get(`/petitions/${petition.slug}`, { 'accept-language': 'fr' })).body,
    'Accepté en partie',
  )
  t.match(JSON.parse((await site.get(`/petitions/${petition.slug}.json`)).body).data.replies, [
    { kind: 'partly', attachment: `https://clameur.test${address}`, verdicts: null },
  ])
})

t.test('each kind asks for what it needs, and loses nothing that was typed', async (t) => {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  const wrong = async (fields: Record<string, string>, said: string) => {
    const answer = await sendReply(site, place, { ...FILLED, ...fields })
    t.equal(answer.statusCode, 422, said)
    t.ok(answer.body.includes(said), said)
    t.ok(answer.body.includes(FILLED.body))
  }

  await wrong({ kind: '' }, 'Choose what your answer comes to.')
  await wrong({ kind: 'not-competent' }, 'Say who decides about it.')
  await wrong({ kind: 'meet', meets_where: 'Town hall' }, 'Give a day that is not over yet.')
  await wrong({ kind: 'meet', meets_on: '2020-01-01', meets_where: 'x' }, 'Give a day that is not over yet.')
  await wrong({ kind: 'meet', meets_on: '2031-02-30', meets_where: 'x' }, 'Give a day that is not over yet.')
  await wrong({ kind: 'meet', meets_on: '2031-02-28' }, 'Say when of that day, and where.')
  await wrong({ promise: 'A new roof' }, 'Give the day by which it will be done')
  await wrong({ promised_for: '2031-02-28' }, 'Say what you promise')
  t.equal(await replyOf(site), undefined)

  await sendReply(site, place, {
    ...FILLED,
    kind: 'meet',
    meets_on: '2031-02-28',
    meets_where: 'Town hall, 6 pm',
  })
  await site.db.updateTable('replies').set({ state: 'published' }).execute()
  const page = await site.get(`/petitions/${petition.slug}`)
  t.match(page.body, '<h2>Proposes to meet on 28 February 2031</h2>')
  t.match(page.body, 'Town hall, 6 pm')
})

t.test('a letter that came with a mistake is asked for again, since no page can keep a file', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)

  const again = await sendReply(site, place, { ...FILLED, signed_by: '' }, LETTER)
  const without = await sendReply(site, place, { ...FILLED, signed_by: '' })

  t.equal(again.statusCode, 422)
  t.match(again.body, /id="attachment-error">Choose the letter again/)
  t.match(again.body, 'href="#attachment"')
  t.notMatch(without.body, 'Choose the letter again')
})

t.test('a letter that is more than a letter is refused with what to do', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)
  const refused = async (file: Buffer, said: string) => {
    const answer = await sendReply(site, place, FILLED, file)
    t.equal(answer.statusCode, 422)
    t.ok(answer.body.includes(said), said)
    t.ok(answer.body.includes(FILLED.body))
  }

  await refused(Buffer.from('PK\u0003\u0004'), 'This file is not a PDF.')
  await refused(pdfWith('4 0 obj\n<< /S /JavaScript >>\nendobj\n'), 'Print it to a new PDF')
  await refused(Buffer.concat([LETTER, Buffer.alloc(5 * 1024 * 1024)]), 'This file is larger than 5 MB.')
  t.equal(await replyOf(site), undefined)
})

t.test('a second reply waits for the first, and two at once are one', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)

  const answers = await Promise.all([1, 2].map(() => sendReply(site, place, FILLED, LETTER)))

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 422])
  t.equal((await site.db.selectFrom('replies').selectAll().execute()).length, 1)
  t.equal((await site.db.selectFrom('replyFiles').selectAll().execute()).length, 1)
})
