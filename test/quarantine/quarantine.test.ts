import { sql } from 'kysely'
import t, { type Test } from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { carryOutDecisions } from '../../src/quarantine/work.js'
import { recount } from '../../src/signatures/recount.js'
import { countOf } from '../signatures/support.js'
import { addDecisionMaker, addModerator, addPetition, signInAs } from '../support/factories.js'
import { person } from '../support/people.js'
import { startSite, type TestSite } from '../support/site.js'
import { robot, send } from './support.js'

const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    ...person(from + index),
    ip: `198.51.${(from + index) >> 8}.${(from + index) & 255}`,
    agent: `Browser ${(from + index) % 40}`,
    fillSeconds: 30,
  }))
const robots = (count: number) => Array.from({ length: count }, (_, index) => robot(index))

async function startAttacked(t: Test, { honest = 10, attackers = 30 } = {}) {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const honestIds = await send(site, petition, people(honest))
  const attackIds = await send(site, petition, robots(attackers))
  const moderator = await addModerator(site)
  return { site, petition, honestIds, attackIds, moderator, maya: await signInAs(site, moderator) }
}

async function statesOf(site: TestSite, petition: Petition): Promise<Map<number, string>> {
  const rows = await site.db
    .selectFrom('signatures')
    .select(['id', 'state'])
    .where('petitionId', '=', petition.id)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** What a condition page posts back for a network that was typed into it. */
async function networkField(
  site: TestSite,
  petition: Petition,
  maya: { cookie: string },
  ip = '203.0.113.66',
) {
  const page = await site.get(`/desk/petitions/${petition.id}/quarantines/new?network_typed=${ip}`, maya)
  return /<input type="hidden" name="network" value="([0-9a-f]{32})">/.exec(page.body)![1]!
}

async function setAside(site: TestSite, petition: Petition, maya: { cookie: string }) {
  const network = await networkField(site, petition, maya)
  const answer = await site.submit(
    `/desk/petitions/${petition.id}/quarantines`,
    { network, reason: 'one-source' },
    maya,
  )
  return String(answer.headers.location)
}

async function seenOn(site: TestSite, path: string, maya: { cookie: string }): Promise<string> {
  return /name="seen" value="(\d+)"/.exec((await site.get(path, maya)).body)?.[1] ?? ''
}

async function checkExact(t: Test, site: TestSite, petition: Petition): Promise<void> {
  const confirmed = [...(await statesOf(site, petition)).values()].filter((state) => state === 'confirmed')
  t.equal(await countOf(site, petition.id), confirmed.length, 'the number is that of the rows')
  t.strictSame(await recount(site.deps, petition.id), [], 'and so are the tallies')
}

t.test(
  'the count and a sample come first; then they are set aside, restored in part, and removed',
  async (t) => {
    const { site, petition, honestIds, attackIds, maya } = await startAttacked(t)

    const choose = await site.get(
      `/desk/petitions/${petition.id}/quarantines/new?network_typed=203.0.113.66`,
      maya,
    )
    t.match(choose.body, '30 signatures are meant')
    t.match(choose.body, /us…\d\d@mailinator.com/)
    t.notMatch(choose.body, /user\d+@/)
    t.equal(await countOf(site, petition.id), 40, 'nothing was done yet')

    const address = await setAside(site, petition, maya)
    t.match(address, /^\/desk\/quarantines\/\d+$/)
    t.match((await site.get(address, maya)).body, 'Setting aside: 0 of 30')
    await site.work('quarantines')
    t.equal(await countOf(site, petition.id), 10)
    await checkExact(t, site, petition)
    let states = await statesOf(site, petition)
    t.ok(honestIds.every((id) => states.get(id) === 'confirmed'))
    t.ok(attackIds.every((id) => states.get(id) === 'quarantined'))

    const back = `${address}/restoration`
    await site.db
      .updateTable('signatures')
      .set({ country: 'BE' })
      .where('id', 'in', attackIds.slice(0, 4))
      .execute()
    t.match((await site.get(`${back}?country=BE`, maya)).body, 'Restore 4 signatures')
    const seen = await seenOn(site, `${back}?country=BE`, maya)
    t.equal((await site.submit(back, { country: 'BE', seen, reason: 'checked' }, maya)).statusCode, 303)
    await site.work('quarantines')
    t.equal(await countOf(site, petition.id), 14)
    await checkExact(t, site, petition)

    // Somebody holds a list of all forty.
    const { id: decisionMakerId } = await addDecisionMaker(site, petition)
    const readyAt = site.deps.clock.now()
    await site.db
      .insertInto('dossiers')
      .values({ petitionId: petition.id, decisionMakerId, state: 'ready', readyAt })
      .execute()
    const removal = `${address}/removal`
    t.match((await site.get(removal, maya)).body, 'Remove 26 signatures')
    await site.submit(removal, { seen: await seenOn(site, removal, maya), reason: 'automated' }, maya)
    await site.work('quarantines')
    states = await statesOf(site, petition)
    t.equal([...states.values()].filter((state) => state === 'removed').length, 26)
    t.equal(await countOf(site, petition.id), 14)
    await checkExact(t, site, petition)
    const strikes = await site.db.selectFrom('strikes').select('act').execute()
    t.strictSame([strikes.length, strikes[0]?.act], [26, 'strike'], 'they are to be struck from that list')

    const log = (await site.get(`/petitions/${petition.slug}/transparency.json`)).json()
    t.strictSame(
      log.data.map(({ act, signatures, reason }: Record<string, unknown>) => [act, signatures, reason]),
      [
        ['removed', 26, 'automated'],
        ['restored', 4, 'checked'],
        ['set-aside', 30, 'one-source'],
      ],
    )
    const page = await site.get(`/petitions/${petition.slug}/transparency`)
    for (const told of ['26 signatures removed', '4 signatures restored', '30 signatures set aside'])
      t.match(page.body, told)
    t.notMatch(page.body + JSON.stringify(log), /mailinator|203\.0|user0|\d\d:\d\d/)
  },
)

t.test('what is restored is what it was: its number, its day, its area', async (t) => {
  const { site, petition, maya } = await startAttacked(t)
  const rows = () =>
    site.db
      .selectFrom('signatures')
      .select(['id', 'number', 'confirmedAt', 'strength', 'territory', 'textVersion', 'state'])
      .where('petitionId', '=', petition.id)
      .orderBy('id')
      .execute()
  const tallies = () =>
    site.db
      .selectFrom('tallies')
      .selectAll()
      .orderBy('day')
      .orderBy('territory')
      .orderBy('strength')
      .execute()
  const [before, tallied] = [await rows(), await tallies()]

  const address = await setAside(site, petition, maya)
  await site.work('quarantines')
  const back = `${address}/restoration`
  await site.submit(back, { seen: await seenOn(site, back, maya), reason: 'mistake' }, maya)
  await site.work('quarantines')

  t.strictSame(await rows(), before)
  t.strictSame(await tallies(), tallied)
})

t.test('an unconfirmed signature that is set aside cannot be confirmed until it is restored', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await send(site, petition, robots(3), { confirm: false })
  const maya = await signInAs(site, await addModerator(site))
  const address = await setAside(site, petition, maya)
  await site.work('quarantines')
  const { id } = await site.db.selectFrom('signatures').select('id').limit(1).executeTakeFirstOrThrow()
  const { tokenOf } = await import('../../src/keys/links.js')
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: id })}`

  await site.submit(`${own}/confirmation`)
  t.equal(await countOf(site, petition.id), 0)
  t.match((await site.get(own)).body, 'Your signature is being checked')

  const back = `${address}/restoration`
  await site.submit(back, { seen: await seenOn(site, back, maya), reason: 'checked' }, maya)
  await site.work('quarantines')
  t.equal((await site.submit(`${own}/confirmation`)).headers.location, `${own}/thanks`)
  t.equal(await countOf(site, petition.id), 1)
  await checkExact(t, site, petition)
})

t.test('killed between any two batches it goes on, and every figure is exact at every moment', async (t) => {
  const { site, petition, attackIds, maya } = await startAttacked(t)
  await setAside(site, petition, maya)
  let kills = 0
  while (kills < 4)
    await carryOutDecisions(site.deps, {
      batch: 7,
      onBatch: async () => {
        const { counted } = await site.db
          .selectFrom('quarantineActs')
          .select('counted')
          .executeTakeFirstOrThrow()
        t.equal(await countOf(site, petition.id), 40 - counted, 'the number is less what the log says')
        await checkExact(t, site, petition)
        kills += 1
        throw new Error('killed')
      },
    }).catch(({ message }) => t.equal(message, 'killed'))
  await carryOutDecisions(site.deps, { batch: 7 })

  const states = await statesOf(site, petition)
  t.ok(attackIds.every((id) => states.get(id) === 'quarantined'))
  t.equal(await countOf(site, petition.id), 10)
})

t.test('a batch that fails leaves nothing half done', async (t) => {
  const { site, petition, maya } = await startAttacked(t)
  await setAside(site, petition, maya)
  await sql`alter table quarantine_acts add constraint broken check (counted < 10)`.execute(site.db)

  await t.rejects(carryOutDecisions(site.deps))
  t.equal(await countOf(site, petition.id), 40)
  await checkExact(t, site, petition)

  await sql`alter table quarantine_acts drop constraint broken`.execute(site.db)
  await carryOutDecisions(site.deps)
  t.equal(await countOf(site, petition.id), 10)
})

t.test('a name that cannot be looked for keeps no decision from being carried out', async (t) => {
  const { site, petition, honestIds, maya } = await startAttacked(t)
  await setAside(site, petition, maya)
  await site.submit(`/desk/petitions/${petition.id}/name-searches`, { pattern: 'Ada*' }, maya)
  await site.db
    .updateTable('signatures')
    .set({ sealed: Buffer.from('x') })
    .where('id', '=', honestIds[0]!)
    .execute()

  await t.rejects(site.work('quarantines'))

  t.equal(await countOf(site, petition.id), 10)
})

t.test('two workers at once do each signature once', async (t) => {
  const { site, petition, maya } = await startAttacked(t, { attackers: 60 })
  await setAside(site, petition, maya)

  await Promise.all(Array.from({ length: 4 }, () => carryOutDecisions(site.deps, { batch: 5 })))
  await carryOutDecisions(site.deps)

  t.equal(await countOf(site, petition.id), 10)
  await checkExact(t, site, petition)
})

t.test('of two moderators who decide at once one does, and the other is told', async (t) => {
  const { site, petition, maya } = await startAttacked(t)
  const noor = await signInAs(site, await addModerator(site, { email: 'noor@clameur.test', name: 'Noor' }))
  const address = await setAside(site, petition, maya)
  await site.work('quarantines')
  const seen = await seenOn(site, `${address}/removal`, maya)

  const answers = await Promise.all([
    site.submit(`${address}/removal`, { seen, reason: 'automated' }, maya),
    site.submit(`${address}/restoration`, { seen, reason: 'checked' }, noor),
  ])
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  t.match(answers.find(({ statusCode }) => statusCode === 409)!.body, 'A colleague decided a moment ago')
  await site.work('quarantines')
  const late = await site.submit(`${address}/restoration`, { seen, reason: 'checked' }, noor)
  t.equal(late.statusCode, 409, 'nor afterwards, from the page that was open')
  t.equal((await site.db.selectFrom('quarantineActs').selectAll().execute()).length, 2)
  await checkExact(t, site, petition)
})

t.test('what is asked for in a wrong way changes nothing, and an empty condition means nobody', async (t) => {
  const { site, petition, maya } = await startAttacked(t)
  const desk = `/desk/petitions/${petition.id}/quarantines`
  const network = await networkField(site, petition, maya)

  t.equal((await site.submit(desk, { reason: 'one-source' }, maya)).statusCode, 409)
  t.equal((await site.submit(desk, { state: 'confirmed', reason: 'one-source' }, maya)).statusCode, 409)
  const returned = await site.submit(desk, { network, reason: 'because', note: 'As typed' }, maya)
  t.equal(returned.statusCode, 422)
  t.match(returned.body, 'As typed')
  t.match(returned.body, 'Choose a reason from the list')
  t.equal((await site.submit(desk, { network: '0'.repeat(32), reason: 'one-source' }, maya)).statusCode, 409)
  t.match((await site.get(`${desk}/new?domain_typed=gmail.com`, maya)).body, 'no fingerprint of it is kept')
  t.match((await site.get(`${desk}/new?network_typed=300.1.1.1`, maya)).body, 'Write an address like')
  t.equal((await site.submit(desk, { network, reason: 'one-source' })).statusCode, 303, 'nobody')
  const campaigner = await signInAs(site, { id: petition.accountId! })
  t.equal((await site.submit(desk, { network, reason: 'one-source' }, campaigner)).statusCode, 403)

  t.equal((await site.db.selectFrom('quarantines').selectAll().execute()).length, 0)
  t.equal(await countOf(site, petition.id), 40)
})
