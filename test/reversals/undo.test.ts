import t from 'tap'
import { appealLink, WORDS } from '../appeals/support.js'
import { SENTENCE as FACTS, report, startReports } from '../reports/support.js'
import { sign } from '../signatures/support.js'
import { addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const SENTENCE = 'Name the person or the office who could decide this.'
const REFUSAL = { reason: 'not-addressed', note: SENTENCE, sure: 'on' }
const MINUTE_MS = 60_000

async function startDesk(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t, { DECISION_DELAY: '120' })
  const maya = await signInAs(site, await addModerator(site))
  const petition = await addPetition(site, { state: 'submitted', openedAt: null })
  return { site, maya, petition, address: `/desk/petitions/${petition.id}` }
}

function stateOf({ db }: TestSite, { id }: { id: number }) {
  return db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function lastEntry({ db }: TestSite) {
  return db.selectFrom('auditEntries').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
}

t.test('a mail about a decision leaves after two minutes', async (t) => {
  const { site, maya, address } = await startDesk(t)

  await site.submit(`${address}/refusal`, REFUSAL, maya)
  await site.work()
  const before = site.mails.length
  site.wait(2 * MINUTE_MS)
  await site.work()

  t.equal(before, 0)
  t.match(
    site.mails.map(({ subject }) => subject),
    [/was not published/],
  )
})

t.test('a refusal that is taken back at once is told to nobody, and waits as before', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/refusal`, REFUSAL, maya)
  const { id } = await lastEntry(site)

  t.match((await site.get(address, maya)).body, `action="/desk/undo/${id}"`)
  const answer = await site.submit(`/desk/undo/${id}`, {}, maya)
  site.wait(3 * MINUTE_MS)
  await site.work()

  t.equal(answer.headers.location, `${address}?done=undone`)
  t.match((await site.get(answer.headers.location as string, maya)).body, /The decision is taken back/)
  t.match(await stateOf(site, petition), {
    state: 'submitted',
    rejectedAt: null,
    moderationReason: null,
    submittedAt: petition.submittedAt,
  })
  t.strictSame(site.mails, [])
  t.match(await lastEntry(site), { act: 'decision-undone', undoesId: id })
  const again = await site.submit(`/desk/undo/${id}`, {}, maya)
  t.equal(again.statusCode, 409)
  t.match(again.body, /taken it back already/)
})

t.test('who has read of a decision hears that it was taken back', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/refusal`, REFUSAL, maya)
  const { id } = await lastEntry(site)
  site.wait(3 * MINUTE_MS)
  await site.work()

  await site.submit(`/desk/undo/${id}`, {}, maya)
  await site.work()

  t.equal((await stateOf(site, petition)).state, 'submitted')
  t.match(
    site.mails.map(({ subject }) => subject),
    [/was not published/, /We take our decision back/],
  )
  t.match(site.mails[1]?.text, /waits for a moderator’s decision/)
})

t.test(
  'publication is taken back while nobody has signed, and the decision-maker hears nothing',
  async (t) => {
    const { site, maya, petition, address } = await startDesk(t)
    await site.submit(`${address}/publication`, {}, maya)
    await site.work()
    const { id } = await lastEntry(site)

    const answer = await site.submit(`/desk/undo/${id}`, {}, maya)
    site.wait(5 * MINUTE_MS)
    await site.work()

    t.equal(answer.statusCode, 303)
    t.match(await stateOf(site, petition), { state: 'submitted', openedAt: null })
    t.strictSame(site.mails, [])
    t.equal((await site.db.selectFrom('petitionTexts').selectAll().execute()).length, 0)
    await site.submit(`${address}/publication`, {}, maya)
    t.equal((await stateOf(site, petition)).state, 'open', 'and it can be published again')
    t.equal((await site.db.selectFrom('petitionTexts').selectAll().execute()).length, 1)
  },
)

t.test('a petition that somebody has signed stays open', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/publication`, {}, maya)
  const { id } = await lastEntry(site)
  await sign(site, petition.slug)

  const answer = await site.submit(`/desk/undo/${id}`, {}, maya)

  t.equal(answer.statusCode, 409)
  t.match(answer.body, /has signed the petition already/)
  t.equal((await stateOf(site, petition)).state, 'open')
})

t.test('of a signature and an undo at the same moment, none is lost and none counts twice', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/publication`, {}, maya)
  const { id } = await lastEntry(site)

  const [undone] = await Promise.all([
    site.submit(`/desk/undo/${id}`, {}, maya),
    ...[1, 2, 3].map((n) =>
      sign(site, petition.slug, { email: `ada${n}@example.com` }).catch(() => undefined),
    ),
  ])

  const { state } = await stateOf(site, petition)
  t.equal(state, undone.statusCode === 303 ? 'submitted' : 'open')
  const signatures = await site.db.selectFrom('signatures').select('state').execute()
  t.ok(
    signatures.every((signature) => signature.state === 'pending'),
    'nothing counts before it is confirmed',
  )
})

t.test('after a quarter of an hour, or once it was appealed, a decision stands', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/refusal`, REFUSAL, maya)
  const { id } = await lastEntry(site)
  site.wait(3 * MINUTE_MS)
  await site.work()
  await site.submit(appealLink(site), { words: WORDS })

  const appealed = await site.submit(`/desk/undo/${id}`, {}, maya)
  site.wait(13 * MINUTE_MS)
  const late = await site.submit(`/desk/undo/${id}`, {}, maya)

  t.equal(appealed.statusCode, 409)
  t.match(appealed.body, /the appeal decides/)
  t.match(late.body, /for fifteen minutes/)
  t.notMatch((await site.get(address, maya)).body, '/desk/undo/')
  t.equal((await stateOf(site, petition)).state, 'rejected')
})

t.test('of two who take the same back at once, one does', async (t) => {
  const { site, maya, address } = await startDesk(t)
  await site.submit(`${address}/refusal`, REFUSAL, maya)
  const { id } = await lastEntry(site)

  const answers = await Promise.all([1, 2].map(() => site.submit(`/desk/undo/${id}`, {}, maya)))

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  const undone = await site.db
    .selectFrom('auditEntries')
    .select('id')
    .where('act', '=', 'decision-undone')
    .execute()
  t.equal(undone.length, 1)
})

t.test('what was hidden or removed comes back, and its report waits again', async (t) => {
  const { site, petition, reason, update, maya } = await startReports(t, { DECISION_DELAY: '120' })
  const shown = () => site.get(`/petitions/${petition.slug}?${Math.random()}`)

  for (const [fields, act, gone] of [
    [{ reason }, 'removal', 'Burn it.'],
    [{ update }, 'removal', 'They are all thieves.'],
    [{}, 'hiding', 'Save the library'],
  ] as const) {
    const sent = await report(site, petition, { ...fields, email: `${act}${gone.length}@example.net` })
    await site.submit(`/desk/reports/${sent.id}/${act}`, { reason: 'hate', note: FACTS }, maya)
    const { id } = await lastEntry(site)
    t.match((await site.get(`/desk/reports/${sent.id}`, maya)).body, `action="/desk/undo/${id}"`)

    const undone = await site.submit(`/desk/undo/${id}`, {}, maya)

    t.equal(undone.headers.location, `/desk/reports/${sent.id}?done=undone`)
    t.match((await site.get(undone.headers.location as string, maya)).body, /The report waits again/)
    t.match((await shown()).body, gone)
    const { state } = await site.db
      .selectFrom('reports')
      .select('state')
      .where('id', '=', sent.id)
      .executeTakeFirstOrThrow()
    t.equal(state, 'received')
  }
  site.wait(3 * MINUTE_MS)
  await site.work()
  t.notOk(site.mails.find(({ subject }) => /removed|hidden|the decision/.test(subject)))
})

t.test('only who may decide takes back', async (t) => {
  const { site, maya, petition, address } = await startDesk(t)
  await site.submit(`${address}/refusal`, REFUSAL, maya)
  const { id } = await lastEntry(site)
  const campaigner = await signInAs(site, { id: petition.accountId! })

  t.equal((await site.submit(`/desk/undo/${id}`, {}, campaigner)).statusCode, 403)
  t.equal((await site.submit(`/desk/undo/${id}`)).statusCode, 303)
  t.equal((await site.submit('/desk/undo/99999', {}, maya)).statusCode, 404)
  t.equal((await stateOf(site, petition)).state, 'rejected')
})

t.test('a refused reply that is taken back waits again, and who had read of it hears so', async (t) => {
  const { site, maya } = await startDesk(t)
  const reply = await addReply(site, await addPetition(site))
  const address = `/desk/replies/${reply.id}`
  const refuse = () => site.submit(`${address}/refusal`, { reason: 'impersonation', note: SENTENCE }, maya)
  const undo = async () => {
    const { id } = await lastEntry(site)
    t.match((await site.get(address, maya)).body, `action="/desk/undo/${id}"`)
    return site.submit(`/desk/undo/${id}`, {}, maya)
  }
  await refuse()

  const answer = await undo()
  site.wait(3 * MINUTE_MS)
  await site.work()

  t.equal(answer.headers.location, `${address}?done=undone`)
  t.match((await site.get(`${address}?done=undone`, maya)).body, /The decision is taken back/)
  t.match(await site.db.selectFrom('replies').selectAll().executeTakeFirstOrThrow(), {
    state: 'submitted',
    decidedAt: null,
    decisionNote: null,
  })
  const told = () => site.mails.filter(({ subject }) => /Your answer was not|We take our/.test(subject))
  t.strictSame(told(), [], 'a slip is told to nobody')
  await refuse()
  site.wait(3 * MINUTE_MS)
  await site.work()
  await undo()
  await site.work()
  t.match(told(), [
    { to: 'mayor@city.example', subject: /Your answer was not published/ },
    { to: 'mayor@city.example', subject: /We take our decision back/ },
  ])
  t.match(told()[1]?.text, /Your answer waits for a moderator’s decision/)
})

t.test('a bar on launching that is taken back is over at once', async (t) => {
  const { site, maya, address } = await startDesk(t)
  const bar = { reason: 'abuse', days: '365', note: SENTENCE }
  const isBarred = async () =>
    (await site.db.selectFrom('accountLimits').select('id').where('liftedAt', 'is', null).execute()).length

  await site.submit(`${address}/limit`, bar, maya)
  const { id } = await lastEntry(site)
  t.equal((await site.submit(`/desk/undo/${id}`, {}, maya)).statusCode, 303)
  site.wait(3 * MINUTE_MS)
  await site.work()

  t.equal(await isBarred(), 0)
  t.strictSame(site.mails, [])
  await site.submit(`${address}/limit`, bar, maya)
  const { id: second } = await lastEntry(site)
  site.wait(3 * MINUTE_MS)
  await site.work()
  await site.submit(`/desk/undo/${second}`, {}, maya)
  await site.work()
  t.equal(await isBarred(), 0)
  t.match(site.mails.at(-1), { subject: 'We take our decision back: you can launch petitions' })
})

t.test('what was decided about several at once is taken back at once, each by itself', async (t) => {
  const { site, petition, maya, reason, update } = await startReports(t, { DECISION_DELAY: '120' })
  const ines = await signInAs(site, await addModerator(site, { email: 'ines@clameur.test', name: 'Inès' }))
  const reports = [await report(site, petition, { reason }), await report(site, petition, { update })]
  const ticked = reports.map(({ id }) => String(id))
  const kept = await site.submit('/desk/bulk/keeping', { ticked, note: FACTS }, maya)
  const result = await site.get(kept.headers.location as string, maya)

  t.match(result.body, /Take all 2 back/)
  t.notMatch((await site.get(kept.headers.location as string, ines)).body, /Take all/, 'a colleague’s is not')
  const entry = [...result.body.matchAll(/name="entry" value="(\d+)"/g)].map(([, id]) => id!)
  await site.submit(`/desk/undo/${entry[0]}`, {}, maya)
  const answer = await site.submit('/desk/undo', { act: 'keeping', entry: [...entry, '999999', 'x'] }, maya)
  site.wait(3 * MINUTE_MS)
  await site.work()

  const told = await site.get(answer.headers.location as string, maya)
  t.match(told.body, /<h1>1 decision taken back<\/h1>/)
  t.match(told.body, /Taken back before: nothing was done twice/)
  const states = await site.db.selectFrom('reports').select('state').execute()
  t.strictSame(states, [{ state: 'received' }, { state: 'received' }])
  t.notOk(
    site.mails.find(({ subject }) => /the decision/.test(subject)),
    'nobody was told of it',
  )
})
