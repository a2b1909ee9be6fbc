import t from 'tap'
import { addDays, dayOf } from '../../src/petitions/days.js'
import { readYear } from '../../src/transparency/yearly.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'

async function startRegister(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t, { TIME_ZONE: 'UTC' })
  const ada = await signInAs(site, await addModerator(site, { role: 'administrator' }))
  const today = dayOf(site.deps.clock.now(), 'UTC')
  // Past the cache of the page, which may be a minute old.
  const figures = async () =>
    (await readYear(site.db, Number(today.slice(0, 4)), { timeZone: 'UTC', today }))
      .filter(({ figure }) => figure.startsWith('disputes'))
      .map(({ figure, of, value }) => [figure, of, value])
  const rows = () => site.db.selectFrom('disputes').selectAll().orderBy('id').execute()
  return { site, ada, today, figures, rows }
}

const DISPUTE = { body: 'Appeals Centre', about: 'Decision 12, “Save the library”' }

t.test('a dispute is entered, ended, mended, and counted in the report of the year', async (t) => {
  const { site, ada, today, figures, rows } = await startRegister(t)
  const first = await site.submit('/desk/disputes', { ...DISPUTE, submitted_on: today }, ada)
  t.equal(first.headers.location, '/desk/disputes?done=added')
  await site.submit('/desk/disputes', { ...DISPUTE, about: 'Report 4', submitted_on: today }, ada)
  t.match((await site.get('/desk/disputes?done=added', ada)).body, /not decided yet[\s\S]*not decided yet/)
  const [one, two] = await rows()
  t.strictSame((await figures())[0], ['disputes', 'pending', 2])

  const end = { outcome: 'person', decided_on: today, carried_out: 'on' }
  t.equal((await site.submit(`/desk/disputes/${one!.id}/end`, end, ada)).statusCode, 303)
  await site.submit(`/desk/disputes/${two!.id}/end`, { ...end, outcome: 'withdrawn' }, ada)

  t.match(await rows(), [
    { outcome: 'person', decidedOn: today, carriedOut: true },
    { outcome: 'withdrawn', decidedOn: today, carriedOut: null },
  ])
  t.strictSame(await figures(), [
    ['disputes', 'person', 1],
    ['disputes', 'withdrawn', 1],
    ['disputes_median_days', '', 0],
    ['disputes_carried_out', 'yes', 1],
  ])
  await site.submit(`/desk/disputes/${one!.id}/end`, { outcome: 'site', decided_on: today }, ada)
  t.match(await rows(), [{ outcome: 'site', carriedOut: false }, {}])
  const { body } = await site.get(`/transparency/${today.slice(0, 4)}`)
  t.match(body, 'Disputes brought before bodies out of court')
  t.match(
    (await site.db.selectFrom('auditEntries').select(['act', 'reason']).orderBy('id').execute()).map(
      ({ act, reason }) => [act, reason],
    ),
    [
      ['dispute-added', null],
      ['dispute-added', null],
      ['dispute-ended', 'person'],
      ['dispute-ended', 'withdrawn'],
      ['dispute-ended', 'site'],
    ],
  )
  t.match((await site.get('/desk/log', ada)).body, 'Dispute out of court entered')
})

t.test('what cannot be is sent back with what was typed, in both languages', async (t) => {
  const { site, ada, today, rows } = await startRegister(t)
  const tomorrow = addDays(today, 1)

  const wrong = await site.submit('/desk/disputes', { ...DISPUTE, body: '', submitted_on: tomorrow }, ada)
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Write the name of the body')
  t.match(wrong.body, 'Choose a day that is not to come')
  t.match(wrong.body, 'Decision 12, “Save the library”')
  t.strictSame(await rows(), [])
  await site.submit('/desk/disputes', { ...DISPUTE, submitted_on: today }, ada)
  const [dispute] = await rows()
  const place = `/desk/disputes/${dispute!.id}/end`
  const early = await site.submit(place, { outcome: 'site', decided_on: addDays(today, -1) }, ada)
  t.equal(early.statusCode, 422)
  t.match(early.body, 'It cannot have ended before it was brought')
  const none = await site.submit(
    place,
    { outcome: 'x', decided_on: 'y' },
    { ...ada, 'accept-language': 'fr' },
  )
  t.match(none.body, 'Choisissez son issue')
  t.equal(
    (await site.submit('/desk/disputes/99/end', { outcome: 'site', decided_on: today }, ada)).statusCode,
    404,
  )
  t.match(await rows(), [{ outcome: null }])
})

t.test('administrators alone keep it', async (t) => {
  const { site, today, rows } = await startRegister(t)
  const maya = await signInAs(site, await addModerator(site, { email: 'maya@clameur.test' }))

  t.equal((await site.get('/desk/disputes', maya)).statusCode, 403)
  const asked = await site.submit('/desk/disputes', { ...DISPUTE, submitted_on: today }, maya)
  t.equal(asked.statusCode, 403)
  t.strictSame(await rows(), [])
})

t.test('signatures a month are averaged over the months that are over', async (t) => {
  const { site } = await startRegister(t)
  const { id: petitionId } = await addPetition(site)
  const year = new Date().getUTCFullYear() - 1
  const tally = (day: string, confirmed: number) => ({
    petitionId,
    day,
    territory: 'FR-69',
    strength: 1,
    textVersion: 1,
    confirmed,
  })
  await site.db
    .insertInto('tallies')
    .values([tally(`${year}-01-01`, 60), tally(`${year}-06-30`, 60), tally(`${year}-07-01`, 6)])
    .execute()
  // The year has something to tell.
  await site.db
    .insertInto('auditEntries')
    .values({ act: 'note', at: new Date(`${year}-02-01T00:00:00Z`) })
    .execute()

  const { figures } = (await site.get(`/transparency/${year}.json`)).json().data

  t.strictSame(
    figures.filter(({ figure }: { figure: string }) => figure === 'confirmations_monthly'),
    [
      { figure: 'confirmations_monthly', of: 'first-half', value: 20 },
      { figure: 'confirmations_monthly', of: 'second-half', value: 1 },
    ],
  )
})
