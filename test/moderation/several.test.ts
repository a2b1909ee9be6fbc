import t from 'tap'
import { report, SENTENCE, startReports } from '../reports/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const NOTE = 'These three ask the same as a petition that is open.'
const HOUR_MS = 3_600_000

async function startDesk(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const moderator = await addModerator(site)
  const maya = await signInAs(site, moderator)
  const ines = await signInAs(
    site,
    await addModerator(site, { email: 'ines@clameur.test', name: 'Inès Roy' }),
  )
  const submit = (title: string, more = {}) =>
    addPetition(site, { state: 'submitted', openedAt: null, title, ...more })
  return { site, moderator, maya, ines, submit }
}

async function stateOf({ db }: TestSite, { id }: { id: number }) {
  const row = await db.selectFrom('petitions').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  return row.state
}

t.test('what is ticked is published, and what a colleague decided meanwhile is left to them', async (t) => {
  const { site, maya, ines, submit } = await startDesk(t)
  const open = await submit('Open the pool')
  const refused = await submit('Refused meanwhile')
  const past = await submit('Too late', { closesOn: '2020-01-01' })
  const fields = { reason: 'duplicate', note: NOTE, sure: 'on' }
  await site.submit(`/desk/petitions/${refused.id}/refusal`, fields, ines)

  const answer = await site.submit(
    '/desk/bulk/publication',
    { ticked: [open, refused, past].map(({ id }) => String(id)).concat('999999', 'x') },
    maya,
  )
  const result = await site.get(answer.headers.location as string, maya)

  t.equal(answer.statusCode, 303)
  t.match(result.body, /<h1>1 petition published<\/h1>/)
  t.match(
    result.body,
    /Done[\s\S]*Open the pool[\s\S]*Decided by somebody else meanwhile[\s\S]*Refused meanwhile/,
  )
  t.match(result.body, /the last day has passed[\s\S]*Too late/)
  t.strictSame(await Promise.all([open, refused, past].map((one) => stateOf(site, one))), [
    'open',
    'rejected',
    'submitted',
  ])
})

t.test('several are refused for one reason, each with its mail and its line in the log', async (t) => {
  const { site, maya, submit } = await startDesk(t)
  const petitions = await Promise.all(['One', 'Two', 'Three'].map((title) => submit(title)))
  const ticked = petitions.map(({ id }) => String(id))

  const empty = await site.submit('/desk/bulk/refusal', { ticked, reason: '', note: 'No' }, maya)
  t.equal(empty.statusCode, 422)
  t.match(empty.body, /Choose a reason from the list/)
  t.equal(
    empty.body.match(/name="ticked" value="\d+"[^>]* checked/g)?.length,
    3,
    'what was ticked stays ticked',
  )
  const none = await site.submit('/desk/bulk/publication', {}, maya)
  t.equal(none.statusCode, 422)
  t.match(none.body, /href="#ticked">Tick at least one/)

  await site.submit('/desk/bulk/refusal', { ticked, reason: 'duplicate', note: NOTE, sure: 'on' }, maya)
  await site.work()

  t.strictSame(await Promise.all(petitions.map((one) => stateOf(site, one))), [
    'rejected',
    'rejected',
    'rejected',
  ])
  t.equal(site.mails.filter(({ subject }) => subject.startsWith('Your petition was not published')).length, 3)
  const entries = await site.db.selectFrom('auditEntries').select('act').execute()
  t.strictSame(
    entries.map(({ act }) => act),
    ['petition-refused', 'petition-refused', 'petition-refused'],
  )
})

t.test('several reports are left without effect with one sentence', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t)
  const one = await report(site, petition, { reason })
  const two = await report(site, petition, { update })

  const answer = await site.submit(
    '/desk/bulk/keeping',
    { ticked: [String(one.id), String(two.id)], note: SENTENCE },
    maya,
  )

  t.match((await site.get(answer.headers.location as string, maya)).body, /<h1>2 reports answered<\/h1>/)
  const states = await site.db.selectFrom('reports').select('state').execute()
  t.strictSame(
    states.map(({ state }) => state),
    ['kept', 'kept'],
  )
})

t.test('who takes a petition is seen by colleagues, until it runs out, is left or taken over', async (t) => {
  const { site, maya, ines, submit } = await startDesk(t)
  const petition = await submit('Open the pool')
  const address = `/desk/petitions/${petition.id}`

  const before = await site.get(address, maya)
  t.equal((await site.db.selectFrom('deskLocks').selectAll().execute()).length, 0, 'reading takes nothing')
  t.match(before.body, 'I take this')
  await site.submit(`${address}/lock`, { act: 'take' }, maya)

  t.match((await site.get(address, maya)).body, /You are at it since/)
  t.match((await site.get(address, ines)).body, /Maya Okafor is at it since[\s\S]*Take over/)
  t.match((await site.get('/desk', ines)).body, /Maya Okafor is at it since/)
  t.match((await site.get('/desk?mine=on', maya)).body, 'Open the pool')
  t.notMatch((await site.get('/desk?mine=on', ines)).body, 'Open the pool')

  await site.submit(`${address}/lock`, { act: 'leave' }, ines)
  t.match((await site.get(address, maya)).body, /You are at it/, 'nobody lets go of what is another’s')
  await site.submit(`${address}/lock`, { act: 'take' }, ines)
  t.match((await site.get(address, maya)).body, /Inès Roy is at it/)
  t.equal((await site.submit(`${address}/publication`, {}, maya)).statusCode, 303, 'it keeps nobody out')

  const other = await submit('Second')
  await site.submit(`/desk/petitions/${other.id}/lock`, { act: 'take' }, maya)
  site.wait(29 * 60_000)
  t.match((await site.get(`/desk/petitions/${other.id}`, ines)).body, /Maya Okafor is at it/)
  site.wait(2 * 60_000)
  t.notMatch((await site.get(`/desk/petitions/${other.id}`, ines)).body, /is at it since/)
})

t.test('the queue is filtered by language, topic and age', async (t) => {
  const { site, submit, moderator } = await startDesk(t)
  await submit('Rouvrir la piscine', { locale: 'fr', topic: 'health' })
  await submit('Open the library', { locale: 'en', topic: 'education' })
  site.wait(49 * HOUR_MS)
  const maya = await signInAs(site, moderator)
  await submit('Fresh', { locale: 'en', topic: 'education' })
  const titles = async (query: string) =>
    [...(await site.get(`/desk?${query}`, maya)).body.matchAll(/<h3[^>]*><a[^>]*>([^<]+)</g)].map(
      ([, one]) => one,
    )

  t.strictSame(await titles(''), ['Rouvrir la piscine', 'Open the library', 'Fresh'])
  t.strictSame(await titles('language=fr'), ['Rouvrir la piscine'])
  t.strictSame(await titles('topic=education'), ['Open the library', 'Fresh'])
  t.strictSame(await titles('topic=education&age=overdue'), ['Open the library'])
  t.strictSame(await titles('language=xx&topic=xx'), ['Rouvrir la piscine', 'Open the library', 'Fresh'])
})

t.test('replies are filtered with the petitions, and who is at one stands beside it', async (t) => {
  const { site, submit, moderator } = await startDesk(t)
  await addReply(site, await submit('Ouvrir la piscine', { locale: 'fr', state: 'open', topic: 'health' }))
  site.wait(49 * HOUR_MS)
  const reply = await addReply(site, await submit('Open the library', { state: 'open', topic: 'education' }))
  const noor = await signInAs(site, await addModerator(site, { email: 'noor@clameur.test', name: 'Noor' }))
  await site.submit(`/desk/replies/${reply.id}/lock`, { act: 'take' }, noor)
  const maya = await signInAs(site, moderator)
  const page = async (query: string, who = maya) => (await site.get(`/desk?${query}`, who)).body

  const titlesIn = (body: string) =>
    ['Ouvrir la piscine', 'Open the library'].filter((title) => body.includes(title))
  t.strictSame(titlesIn(await page('')), ['Ouvrir la piscine', 'Open the library'])
  t.strictSame(titlesIn(await page('language=fr')), ['Ouvrir la piscine'])
  t.strictSame(titlesIn(await page('topic=education')), ['Open the library'])
  t.strictSame(titlesIn(await page('age=overdue')), ['Ouvrir la piscine'])
  t.strictSame(titlesIn(await page('mine=on')), [])
  t.strictSame(titlesIn(await page('mine=on', noor)), ['Open the library'])
  t.match(await page('topic=education'), /Noor is at it since/)
  t.notMatch(await page('language=fr'), /is at it since/)
})

t.test('a report of something illegal is overdue after a day, any other after two', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t)
  await report(site, petition, { reason })
  await report(site, petition, { update, category: 'misleading' })

  site.wait(23 * HOUR_MS)
  t.notMatch((await site.get('/desk/reports', maya)).body, /overdue<|are overdue|One is overdue/)
  site.wait(0.5 * HOUR_MS)
  const account = await site.db
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'moderator')
    .executeTakeFirstOrThrow()
  site.wait(HOUR_MS)
  const again = await signInAs(site, account)
  const late = await site.get('/desk/reports?age=overdue', again)

  t.match(late.body, 'A signer’s reason · It attacks')
  t.notMatch(late.body, /· An update[^<]*·/)
  t.match((await site.get('/desk/reports?kind=update', again)).body, /· An update[^<]*·/)
})

t.test('what is overdue sooner comes up sooner, and what one has taken is found again', async (t) => {
  const { site, petition, reason, update, maya, moderator } = await startReports(t)
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const first = await report(site, petition, { update, category: 'misleading' })
  site.wait(20 * HOUR_MS)
  const second = await report(site, petition, { reason, category: 'child-abuse', name: '', email: '' })
  const order = async (query = '', who = maya) =>
    [
      ...(await site.get(`/desk/reports${query}`, who)).body.matchAll(
        /<h2[^>]*><a href="\/desk\/reports\/(\d+)"/g,
      ),
    ].map(([, id]) => Number(id))

  t.strictSame(await order(), [second.id, first.id], 'a day is over before two, though it began later')
  await site.submit(`/desk/reports/${first.id}/lock`, { act: 'take' }, maya)
  t.strictSame(await order('?mine=on'), [first.id])
  t.strictSame(await order('?mine=on', ines), [])
  t.ok(moderator)
})

t.test('notes about a report stay between moderators', async (t) => {
  const { site, petition, reason, maya } = await startReports(t)
  const sent = await report(site, petition, { reason })

  await site.submit(`/desk/reports/${sent.id}/notes`, { remark: 'Ask the prefecture first.' }, maya)

  t.match((await site.get(`/desk/reports/${sent.id}`, maya)).body, 'Ask the prefecture first.')
  t.notMatch((await site.get(sent.page)).body, 'Ask the prefecture first.')
  t.match((await site.get('/desk/log', maya)).body, 'Ask the prefecture first.')
})

t.test('the desk tells figures about itself, and by person to administrators alone', async (t) => {
  const { site, maya, moderator, submit } = await startDesk(t)
  const petition = await submit('Open the pool')
  site.wait(5 * HOUR_MS)
  await site.submit(`/desk/petitions/${petition.id}/publication`, {}, maya)

  const page = await site.get('/desk/figures', maya)
  await site.db
    .updateTable('accounts')
    .set({ role: 'administrator' })
    .where('id', '=', moderator.id)
    .execute()
  const whole = await site.get('/desk/figures', maya)

  t.match(
    page.body,
    /Petitions to publish<\/th><td class="num">1<\/td><td class="num">0<\/td><td class="num">5\D/,
  )
  t.match(page.body, /Petition published<\/th><td class="num">1</)
  t.notMatch(page.body, 'Decisions, by person')
  t.match(whole.body, /Decisions, by person[\s\S]*Maya Okafor<\/th><td class="num">1</)
})
