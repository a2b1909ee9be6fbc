/** What is new since a visit, without a visit being recorded by opening the page. */

import t from 'tap'
import { lastVisitOf } from '../../src/decision-makers/visits.js'
import { withdrawSignature } from '../../src/signatures/withdraw.js'
import { addConfirmed } from '../support/confirmed.js'
import { addReader } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const shownAt = (body: string) => /name="shown_at" value="([^"]+)"/.exec(body)![1]!
const visits = (site: TestSite) =>
  site.db.selectFrom('decisionMakers').select(['visitAt', 'visitBeforeAt']).executeTakeFirstOrThrow()

t.test('a visit is known by what was done, and lasts as long as its acts are near each other', async (t) => {
  const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * HOUR)

  t.equal(lastVisitOf({ visitAt: null, visitBeforeAt: null }, at(0)), null)
  t.strictSame(lastVisitOf({ visitAt: at(0), visitBeforeAt: null }, at(1)), null, 'still the first')
  t.strictSame(lastVisitOf({ visitAt: at(0), visitBeforeAt: null }, at(13)), at(0))
  t.strictSame(lastVisitOf({ visitAt: at(20), visitBeforeAt: at(0) }, at(21)), at(0), 'while it goes on')
  t.strictSame(lastVisitOf({ visitAt: at(20), visitBeforeAt: at(0) }, at(40)), at(20))
})

t.test('the page tells what came since the last visit, and reading it changes nothing', async (t) => {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  await addConfirmed(site, petition, [{ name: 'A' }, { name: 'B' }])
  await site.work()
  t.match((await site.get(place)).body, 'at your next visit')
  await site.submit(`${place}/visit`, { shown_at: shownAt((await site.get(place)).body) })
  t.match((await site.get(place)).body, 'Nothing has changed since')

  site.wait(3 * DAY)
  const now = site.deps.clock.now()
  await addConfirmed(site, petition, [
    { name: 'C', confirmedAt: now, comment: 'My children read there.', shownName: 'Cleo' },
    { name: 'D', confirmedAt: now },
    { name: 'E', confirmedAt: now },
  ])
  const { id: signatureId } = await site.db
    .selectFrom('signatures')
    .select('id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  await withdrawSignature(site.deps, { petitionId: petition.id, signatureId })
  await site.db
    .insertInto('updates')
    .values({ petitionId: petition.id, title: 'We met', body: 'x', publishedAt: now })
    .execute()
  await site.db
    .insertInto('petitionTexts')
    .values({
      petitionId: petition.id,
      version: 2,
      title: 'x',
      ask: 'x',
      body: 'x',
      sha256: Buffer.alloc(32),
      publishedAt: now,
    })
    .execute()
  await site.work()
  const before = await visits(site)

  const page = (await site.get(place)).body

  for (const said of [
    '3 new signatures',
    '1 signature withdrawn',
    '1 new reason',
    'My children read there.',
    'Cleo',
    'News from the campaigner: We met',
    'New version of the text: number 2',
  ])
    t.match(page, said)
  t.match((await site.get(place, { 'accept-language': 'fr' })).body, '3 nouvelles signatures')
  t.strictSame(await visits(site), before)
  t.match((await site.get(place)).body, '3 new signatures', 'until they say that they have read it')

  const answer = await site.submit(`${place}/visit`, { shown_at: shownAt(page) })
  t.match((await site.get(answer.headers.location as string)).body, 'Nothing has changed since')
})

t.test(
  'what is new stays so for the whole visit, whatever is done in it, and is old at the next',
  async (t) => {
    const site = await startSite(t)
    const { petition, place } = await addReader(site)
    await site.submit(`${place}/rhythm`, { rhythm: 'weekly' })
    site.wait(2 * DAY)
    await addConfirmed(site, petition, [{ name: 'A', confirmedAt: site.deps.clock.now() }])
    await site.work()

    await site.submit(`${place}/rhythm`, { rhythm: 'monthly' })
    t.match((await site.get(place)).body, '1 new signature')
    await site.submit(`${place}/acknowledgement`)
    t.match((await site.get(place)).body, '1 new signature')

    site.wait(13 * HOUR)
    t.match((await site.get(place)).body, 'Nothing has changed since')
  },
)

t.test(
  'what came while the page lay open is not taken for read, nor what is said to come from the future',
  async (t) => {
    const site = await startSite(t)
    const { petition, place } = await addReader(site)
    const shown = shownAt((await site.get(place)).body)
    site.wait(8 * HOUR)
    await addConfirmed(site, petition, [{ name: 'A', confirmedAt: site.deps.clock.now() }])
    await site.work()
    site.wait(HOUR)

    await site.submit(`${place}/visit`, { shown_at: shown })
    t.match((await site.get(place)).body, '1 new signature')
    site.wait(3 * DAY)
    t.match((await site.get(place)).body, '1 new signature')

    await site.submit(`${place}/visit`, { shown_at: '9999-01-01T00:00:00.000Z' })
    site.wait(DAY)
    await addConfirmed(site, petition, [{ name: 'B', confirmedAt: site.deps.clock.now() }])
    await site.work()
    t.match((await site.get(place)).body, '1 new signature')
    t.equal((await site.submit(`${place}/visit`, { shown_at: 'yesterday' })).statusCode, 303)
  },
)
