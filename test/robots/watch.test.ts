import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { FEWEST_SECONDS, judge } from '../../src/robots/judge.js'
import { openedMark } from '../../src/robots/opened.js'
import {
  looksAttacked,
  networkLooksAttacked,
  noteConfirmation,
  noteRequest,
  noteTell,
  surgeOf,
} from '../../src/robots/watch.js'
import { openSite, type Site } from '../../src/web/site.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'

const WIDE = '192.0.2.0/24'

/** Two processes of one service, whose clock stands still until it is moved. */
async function startTwo(t: Test) {
  const door = await startSite(t)
  const petition = await addPetition(door)
  let now = Date.parse('2026-11-22T10:00:00.500Z')
  const deps = {
    ...door.deps,
    config: { ...door.deps.config, rateLimitScale: 1 },
    clock: { now: () => new Date(now) },
  }
  const [one, two] = [openSite(deps), openSite(deps)]
  t.teardown(() => Promise.all([one.levels.close(), two.levels.close()]))
  return {
    one,
    two,
    deps,
    petition,
    wait: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

/** After what was poured is told, and what was heard before is too old. */
const settle = () => sleep(2_300)

async function request(site: Site, petitionId: number, amount: number): Promise<void> {
  for (let time = 0; time < amount; time++) noteRequest(site, petitionId, `10.${time % 250}.0.0/24`)
}

t.test(
  'a thousand requests that nobody confirms raise the alarm in every process, one less does not',
  async (t) => {
    const { one, two, petition } = await startTwo(t)
    await request(one, petition.id, 600)
    await request(two, petition.id, 399)
    await settle()
    t.equal(await looksAttacked(one, petition.id), false)
    t.equal(await looksAttacked(two, petition.id), false)

    await request(two, petition.id, 1)
    await settle()
    t.equal(await looksAttacked(one, petition.id), true)
    t.equal(await looksAttacked(two, petition.id), true)
    t.equal(await looksAttacked(one, petition.id + 1), false, 'and of no other petition')
  },
)

t.test('the alarm ends by itself, a good while below where it began', async (t) => {
  const { one, two, petition, wait } = await startTwo(t)
  await request(one, petition.id, 1_000)
  await settle()
  t.equal(await looksAttacked(two, petition.id), true)

  // It sinks by thirty a minute: after 24 minutes it is at 280, after 26 at 220.
  wait(24 * 60_000)
  await settle()
  t.equal(await looksAttacked(two, petition.id), true)
  wait(2 * 60_000)
  await settle()
  t.equal(await looksAttacked(two, petition.id), false)
})

t.test('a petition that many sign and most confirm raises nothing', async (t) => {
  const { one, two, petition, wait } = await startTwo(t)
  for (let minute = 0; minute < 8; minute++) {
    await request(one, petition.id, 300)
    await sleep(200)
    for (let signer = 0; signer < 180; signer++) noteConfirmation(two, petition.id, minute * 300 + signer)
    await sleep(200)
    wait(60_000)
  }
  await settle()

  t.equal(await looksAttacked(one, petition.id), false)
})

t.test('pressing the button of one mail again and again hides no attack', async (t) => {
  const { one, petition } = await startTwo(t)
  await request(one, petition.id, 1_010)
  for (let time = 0; time < 500; time++) noteConfirmation(one, petition.id, 1)
  await settle()

  t.equal(await looksAttacked(one, petition.id), true)
})

t.test('a petition that is signed much every day may grow threefold', async (t) => {
  const { one, deps, petition } = await startTwo(t)
  await deps.db
    .insertInto('tallies')
    .values(
      [15, 16, 17, 18, 19, 20, 21].map((day) => ({
        petitionId: petition.id,
        textVersion: 1,
        day: `2026-11-${day}`,
        territory: 'FR',
        strength: 1,
        // A hundred a minute.
        confirmed: 144_000,
      })),
    )
    .execute()

  await looksAttacked(one, petition.id)

  t.equal(Math.round(surgeOf(one, petition.id).leak * 60), 300)
  t.equal(Math.round(surgeOf(one, petition.id + 1).leak * 60), 30)
})

t.test('forms that only robots fill in so raise it twenty times sooner than their number', async (t) => {
  const { one, two, petition } = await startTwo(t)
  for (let time = 0; time < 19; time++) noteTell(one, petition.id, `10.${time}.0.0/24`)
  await settle()
  t.equal(await looksAttacked(two, petition.id), false)

  noteTell(two, petition.id, '10.99.0.0/24')
  noteTell(two, petition.id, '10.99.0.0/24')
  noteTell(two, petition.id, '10.99.0.0/24')
  await settle()
  t.equal(await looksAttacked(one, petition.id), true)
})

t.test('a wide network that signs everything by turns is found, its neighbour is not', async (t) => {
  const { one, petition } = await startTwo(t)
  for (let time = 0; time < 899; time++) noteRequest(one, petition.id + (time % 300), WIDE)
  await settle()
  t.equal(networkLooksAttacked(one, WIDE), false)
  noteRequest(one, petition.id, WIDE)
  t.equal(networkLooksAttacked(one, WIDE), true)
  t.equal(networkLooksAttacked(one, '192.0.3.0/24'), false)

  const marks = { trap: '', opened: '', proof: '', isAsked: false }
  t.match(await judge(one, petition.id, WIDE, marks), { lane: 'slow', toldAt: Date })
  t.match(await judge(one, petition.id, '192.0.3.0/24', marks), { lane: 'quick', mailAt: undefined })
})

t.test('a form is too fast below three seconds, and not from then on', async (t) => {
  const { one, petition, deps, wait } = await startTwo(t)
  const keys = await deps.keyring.getSiteKeys(deps.db, 'robots')
  // The mark holds whole seconds: it was made half a second after the one it names.
  const opened = openedMark(keys, petition.id, deps.clock.now())
  const judged = () => judge(one, petition.id, WIDE, { trap: '', opened, proof: '', isAsked: false })

  wait(FEWEST_SECONDS * 1000 - 501)
  t.match(await judged(), { lane: 'slow', fillSeconds: 2, toldAt: undefined })
  wait(1)
  t.match(await judged(), { lane: 'quick', fillSeconds: 3 })
  wait(24 * 3_600_000)
  t.match(await judged(), { lane: 'quick', fillSeconds: undefined }, 'and a day later nobody knows')
})
