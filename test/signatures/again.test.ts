import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { countOf, countRows, linkIn, mailsTo, sign, signAndConfirm } from './support.js'

/** All that an observer sees of an answer. */
async function observed(site: TestSite, slug: string, email: string) {
  const answer = await sign(site, slug, { email })
  const page = await site.get(answer.headers.location as string)
  const seen = ({ statusCode, headers, rawPayload }: typeof answer) => {
    const { date: _date, ...others } = headers
    return { statusCode, headers: others, bytes: rawPayload.toString('base64') }
  }
  return [seen(answer), seen(page)]
}

t.test('no answer tells whether an address has signed', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  await signAndConfirm(site, slug, { email: 'confirmed@example.com' })
  await sign(site, slug, { email: 'pending@example.com' })
  const gone = await signAndConfirm(site, slug, { email: 'withdrawn@example.com' })
  await site.submit(`${gone}/withdrawal`)

  const fresh = await observed(site, slug, 'fresh@example.com')

  for (const email of ['confirmed@example.com', 'pending@example.com', 'withdrawn@example.com'])
    t.strictSame(await observed(site, slug, email), fresh, email)
})

t.test('who signed already is told so by mail, and nothing changes', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug)
  const before = await site.db.selectFrom('signatures').selectAll().executeTakeFirstOrThrow()

  await sign(site, slug, { name: 'LOVELACE ada', comment: 'Rude words', email: 'ADA@example.com' })
  await site.work()

  t.equal(await countRows(site, id), 1)
  t.equal(await countOf(site, id), 1)
  const after = await site.db.selectFrom('signatures').selectAll().executeTakeFirstOrThrow()
  t.strictSame({ ...after, mailsAsked: 0 }, { ...before, mailsAsked: 0 })
  const mail = mailsTo(site).at(-1)!
  t.match(mail, { to: 'ada@example.com', subject: 'You had signed already: Save the library' })
  t.notMatch(mail.text, /LOVELACE|Rude/)
  t.equal((await site.get(linkIn(mail))).statusCode, 200)
})

t.test('every spelling of one mailbox is one signature', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  for (const email of ['ada.l@gmail.com', 'ADAL@googlemail.com', 'a.d.a.l+petition@gmail.com'])
    t.equal((await sign(site, slug, { email })).statusCode, 303)

  t.equal(await countRows(site, id), 1)
})

t.test('two hundred posts of one address at once are one signature', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)

  const answers = await Promise.all(Array.from({ length: 200 }, () => sign(site, slug)))
  t.ok(answers.every((answer) => answer.statusCode === 303))
  await site.work()

  t.equal(await countRows(site, id), 1)
  const mails = mailsTo(site).length
  t.ok(mails >= 1 && mails <= 5, `${mails} mails`)
})

t.test('an address gets five mails for a petition at the most', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const other = await addPetition(site)

  for (let time = 0; time < 8; time++) t.equal((await sign(site, slug)).statusCode, 303)
  await site.work()
  t.equal(mailsTo(site).length, 5)

  await sign(site, other.slug)
  await site.work()
  t.equal(mailsTo(site).length, 6, 'another petition counts for itself')
})

t.test('who asked five times in vain can still confirm with the link of any mail', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  for (let time = 0; time < 7; time++) await sign(site, slug)
  await site.work()

  await site.submit(`${linkIn(mailsTo(site)[0]!)}/confirmation`)

  t.equal(await countOf(site, id), 1)
})

t.test('signatures that arrive together fail alone', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  // What the form would never let through, to see what the statement does with it.
  await site.db.schema
    .alterTable('signatures')
    .addCheckConstraint('no_belgium', (await import('kysely')).sql`country <> 'BE'`)
    .execute()

  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      sign(site, slug, {
        email: `person${index}@example.com`,
        country: index === 17 ? 'BE' : 'FR',
        postcode: index === 17 ? '1000' : '69007',
      }),
    ),
  )

  t.strictSame(
    answers.map((answer) => answer.statusCode).filter((status) => status !== 303),
    [500],
  )
  t.equal(await countRows(site, id), 29)
})
