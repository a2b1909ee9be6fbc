import t from 'tap'
import { tokenOf } from '../../src/keys/links.js'
import { addDays, addMonths, dayOf } from '../../src/petitions/days.js'
import { addDecisionMaker, addModerator, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY_MS = 86_400_000
const todayOf = (site: TestSite) => dayOf(site.deps.clock.now(), site.deps.config.timeZone)

/** A petition whose decision-maker promised, in a reply that a moderator published, to be done by a day. */
async function addPromised(site: TestSite, inDays = 100) {
  const petition = await addPetition(site)
  const desk = await signInAs(site, await addModerator(site))
  const { id, decisionMakerId } = await addReply(site, petition, {
    kind: 'accept',
    promise: 'Open on Wednesdays',
    promisedFor: addDays(todayOf(site), inDays),
  })
  await site.submit(`/desk/replies/${id}/publication`, {}, desk)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const token = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: decisionMakerId })
  const { id: outcome } = await site.db.selectFrom('outcomes').select('id').executeTakeFirstOrThrow()
  return {
    petition,
    desk,
    reply: id,
    outcome,
    decisionMakerId,
    maker: `/dossiers/${token}/outcomes`,
    studio: `/account/petitions/${petition.slug}/outcomes`,
    atDesk: `/desk/petitions/${petition.id}/outcomes`,
    own: await signInAs(site, { id: petition.accountId! }),
  }
}

const stateOf = async (site: TestSite) => {
  // Pages are kept for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  return JSON.parse((await site.get('/outcomes.json')).body).data[0]
}

const waitMonths = (site: TestSite, months: number) => {
  const days = (Date.parse(addMonths(todayOf(site), months)) - Date.parse(todayOf(site))) / DAY_MS
  site.wait(days * DAY_MS)
}

const questionsIn = (site: TestSite) =>
  site.mails.filter(({ subject }) => subject.startsWith('What became of the promise?'))

t.test('a promise of a reply is a public line once the reply is published', async (t) => {
  const site = await startSite(t)
  const { petition, reply, outcome } = await addPromised(site)

  const page = (await site.get(`/petitions/${petition.slug}`)).body
  t.match(page, 'id="outcome"')
  t.match(page, 'Open on Wednesdays')
  t.match(page, `#reply-${reply}`)
  t.match((await site.get('/outcomes')).body, 'Open on Wednesdays')
  t.match((await site.get('/outcomes', { 'accept-language': 'fr' })).body, 'Ce qui a été promis')
  t.match(JSON.parse((await site.get('/api/v1/outcomes')).body), {
    data: [
      {
        id: outcome,
        petition: petition.slug,
        promise: 'Open on Wednesdays',
        by: { name: 'Claire Fontanel' },
        state: 'open',
        added_by: 'decision-maker',
        source: null,
        answers: [],
      },
    ],
    links: { next: null },
  })
  t.equal(JSON.parse((await site.get(`/petitions/${petition.slug}/outcomes.json`)).body).data.length, 1)

  await site.db.updateTable('petitions').set({ state: 'hidden' }).execute()
  t.equal(await stateOf(site), undefined, 'a hidden petition has no line')
})

t.test('a reply that is refused or waits promises nothing yet', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addReply(site, petition, { promise: 'Open on Wednesdays', promisedFor: '2040-01-01' })

  t.strictSame(await site.db.selectFrom('outcomes').selectAll().execute(), [])
  t.notMatch((await site.get(`/petitions/${petition.slug}`)).body, 'Open on Wednesdays')
})

t.test('each party says what became of it, in dated lines that stay; a moderator doubts one', async (t) => {
  const site = await startSite(t)
  const { maker, studio, atDesk, outcome, petition } = await addPromised(site, 10)
  const id = String(outcome)
  site.wait(20 * DAY_MS)
  const own = await signInAs(site, { id: petition.accountId! })
  const desk = await signInAs(site, await addModerator(site))
  t.match(await stateOf(site), { state: 'no-word' })

  t.match((await site.get(maker)).body, 'What became of it?')
  const kept = await site.submit(`${maker}/answers`, { outcome: id, said: 'kept', note: 'Open since March.' })
  t.equal(kept.statusCode, 303)
  t.match(await stateOf(site), { state: 'kept', answers: [{ by: 'decision-maker', state: 'kept' }] })
  await site.submit(`${studio}/answers`, { outcome: id, said: 'not-kept', note: 'It is shut.' }, own)
  t.match(await stateOf(site), { state: 'not-kept', answers: [{ state: 'kept' }, { by: 'campaigner' }] })

  const answer = await site.db
    .selectFrom('outcomeAnswers')
    .select('id')
    .where('saidBy', '=', 'campaigner')
    .executeTakeFirstOrThrow()
  const doubt = { outcome: id, answer: String(answer.id) }
  t.equal((await site.submit(`${studio}/disputes`, { ...doubt, reason: 'No.' }, own)).statusCode, 404)
  t.equal((await site.submit(`${atDesk}/disputes`, { ...doubt, reason: '' }, desk)).statusCode, 422)
  await site.submit(`${atDesk}/disputes`, { ...doubt, reason: 'The door is open.' }, desk)
  t.match(await stateOf(site), { state: 'kept', answers: [{}, { disputed: 'The door is open.' }] })
  await site.submit(`${atDesk}/disputes`, { ...doubt, reason: 'Once more.' }, desk)
  t.match(await stateOf(site), { answers: [{}, { disputed: 'The door is open.' }] }, 'once is enough')
  t.match(await site.db.selectFrom('auditEntries').select('act').orderBy('id').execute(), [
    { act: 'reply-published' },
    { act: 'outcome-disputed' },
  ])
})

t.test('two clicks at once are one line, and what is not filled in comes back', async (t) => {
  const site = await startSite(t)
  const { maker, studio, own, outcome, decisionMakerId } = await addPromised(site)
  const said = { outcome: String(outcome), said: 'under-way', note: 'Voted in council.' }
  const promise = {
    maker: String(decisionMakerId),
    promise: 'A new roof',
    promised_on: todayOf(site),
    due_on: addMonths(todayOf(site), 12),
    source: 'https://city.example/minutes',
  }

  await Promise.all([1, 2, 3].map(() => site.submit(`${maker}/answers`, said)))
  await Promise.all([1, 2, 3].map(() => site.submit(`${studio}/promises`, promise, own)))

  t.equal((await site.db.selectFrom('outcomeAnswers').selectAll().execute()).length, 1)
  t.equal((await site.db.selectFrom('outcomes').selectAll().execute()).length, 2)
  t.match(await stateOf(site), { promise: 'A new roof', added_by: 'campaigner', source: promise.source })

  const empty = await site.submit(`${maker}/answers`, { outcome: String(outcome), note: 'Half a line' })
  t.equal(empty.statusCode, 422)
  t.match(empty.body, `href="#said-${outcome}"`)
  t.match(empty.body, 'Half a line')
  const bare = await site.submit(`${studio}/promises`, { promise: 'A door' }, own)
  t.equal(bare.statusCode, 422)
  t.match(bare.body, 'Say where the promise can be read.')
  t.match(bare.body, 'value="A door"')
})

t.test('nobody writes into the register of another petition, or for another decision-maker', async (t) => {
  const site = await startSite(t)
  const { petition, outcome, maker } = await addPromised(site)
  const other = await addPetition(site)
  const theirs = await signInAs(site, { id: other.accountId! })
  const said = { outcome: String(outcome), said: 'kept', note: 'So it is.' }
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const colleague = await addDecisionMaker(site, petition, { email: 'deputy@city.example' })
  const token = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: colleague.id })

  for (const [address, who] of [
    [`/account/petitions/${petition.slug}/outcomes`, theirs],
    [`/account/petitions/${other.slug}/outcomes`, theirs],
    [`/dossiers/${token}/outcomes`, {}],
    [`/dossiers/${token.slice(0, -22)}${'A'.repeat(22)}/outcomes`, {}],
  ] as const)
    t.equal((await site.submit(`${address}/answers`, said, who)).statusCode, 404, address)
  t.equal((await site.submit(`/desk/petitions/${petition.id}/outcomes/answers`, said)).statusCode, 303)
  t.equal((await site.submit(`${maker}/promises`, { promise: 'x' })).statusCode, 404)

  t.strictSame(await site.db.selectFrom('outcomeAnswers').selectAll().execute(), [])
})

t.test('both sides are asked after 6, 12 and 24 months, each once', async (t) => {
  const site = await startSite(t)
  const { maker, outcome, petition } = await addPromised(site)
  await site.work()

  waitMonths(site, 6)
  site.wait(-DAY_MS)
  await site.work('upkeep')
  t.equal(questionsIn(site).length, 0, 'a day before, nobody is')
  site.wait(DAY_MS)
  await Promise.all([site.work('upkeep'), site.work('upkeep')])
  await site.work()
  t.strictSame(
    questionsIn(site)
      .map(({ to }) => to)
      .sort()
      .map((to) => to.replace(/\d+/, '')),
    ['campaigner@example.org', 'mayor@city.example'],
  )
  t.match(questionsIn(site).find(({ to }) => to === 'mayor@city.example')?.text, maker)
  const studio = `/account/petitions/${petition.slug}/outcomes`
  t.match(questionsIn(site).find(({ to }) => to !== 'mayor@city.example')?.text, studio)
  await site.work('upkeep')
  await site.work()
  t.equal(questionsIn(site).length, 2, 'nobody is asked twice')

  waitMonths(site, 6)
  await site.work('upkeep')
  await site.work()
  t.equal(questionsIn(site).length, 4)

  // The link of the first mail has ended by now; the one that asks brings the next.
  const asked = questionsIn(site).filter(({ to }) => to === 'mayor@city.example')
  const place = /\/dossiers\/[^\s/?#]+/.exec(asked.at(-1)!.text)![0]
  const answer = await site.submit(`${place}/outcomes/answers`, {
    outcome: String(outcome),
    said: 'kept',
    note: 'Done.',
  })
  t.equal(answer.statusCode, 303)
  waitMonths(site, 12)
  await site.work('upkeep')
  await site.work()
  t.equal(questionsIn(site).length, 4, 'what is kept is not asked about')
})

t.test('a service that slept for two years asks once', async (t) => {
  const site = await startSite(t)
  await addPromised(site)
  await site.work()

  waitMonths(site, 25)
  await site.work('upkeep')
  await site.work()
  await site.work('upkeep')
  await site.work()

  t.equal(questionsIn(site).length, 2)
  t.strictSame(await site.db.selectFrom('outcomeQuestions').select('months').orderBy('months').execute(), [
    { months: 6 },
    { months: 12 },
    { months: 24 },
  ])
})
