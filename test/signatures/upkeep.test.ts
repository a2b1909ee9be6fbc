import { sql } from 'kysely'
import t from 'tap'
import { expirePendingSignatures } from '../../src/signatures/expire.js'
import { recount, recountEveryNight } from '../../src/signatures/recount.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countOf, countRows, linkIn, mailsTo, sign, signAndConfirm } from './support.js'

const DAY = 86_400_000

t.test(
  'a request that nobody confirmed is erased after fourteen days, and its owner can sign again',
  async (t) => {
    const site = await startSite(t)
    const { slug, id } = await addPetition(site)
    await signAndConfirm(site, slug, { email: 'counted@example.com' })
    await sign(site, slug, { comment: 'Mine.', show_name: 'on' })
    await site.work()
    const link = linkIn(mailsTo(site).at(-1)!)
    const before = await site.db
      .selectFrom('signatures')
      .select('emailFingerprint')
      .where('state', '=', 'pending')
      .executeTakeFirstOrThrow()

    site.wait(13 * DAY)
    await expirePendingSignatures(site.deps)
    t.equal((await site.get(link)).statusCode, 200)

    site.wait(2 * DAY)
    await expirePendingSignatures(site.deps)
    t.equal((await site.get(link)).statusCode, 404)
    t.equal((await site.submit(`${link}/confirmation`)).headers.location, link)
    t.equal(await countOf(site, id), 1)
    const expired = await site.db
      .selectFrom('signatures')
      .selectAll()
      .where('state', '=', 'expired')
      .executeTakeFirstOrThrow()
    t.match(expired, { sealed: null, shownName: null, comment: null, postcode: '', networkFingerprint: null })
    t.notSame(expired.emailFingerprint, before.emailFingerprint)

    await signAndConfirm(site, slug)
    t.equal(await countOf(site, id), 2)
    t.equal(await countRows(site, id), 3)
  },
)

t.test('asking again for the mail starts the fourteen days again', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  await sign(site, slug)
  site.wait(12 * DAY)
  await sign(site, slug)
  await site.work()

  site.wait(12 * DAY)
  await expirePendingSignatures(site.deps)

  t.equal((await site.get(linkIn(mailsTo(site)[0]!))).statusCode, 200)
})

t.test('a recount finds and corrects what differs from the signatures', async (t) => {
  const site = await startSite(t)
  const [right, wrong, torn] = [await addPetition(site), await addPetition(site), await addPetition(site)]
  for (const { slug } of [right, wrong, torn]) await signAndConfirm(site, slug)
  t.strictSame(await recount(site.deps), [])

  await site.db
    .updateTable('petitionCounts')
    .set({ confirmed: 7 })
    .where('petitionId', '=', wrong.id)
    .execute()
  await site.db.updateTable('tallies').set({ territory: 'FR-01' }).where('petitionId', '=', torn.id).execute()

  t.strictSame(await recount(site.deps), [
    { petitionId: wrong.id, counted: 7, rows: 1 },
    { petitionId: torn.id, counted: 1, rows: 1 },
  ])
  t.equal(await countOf(site, wrong.id), 1)
  const tally = await site.db
    .selectFrom('tallies')
    .select('territory')
    .where('petitionId', '=', torn.id)
    .executeTakeFirstOrThrow()
  t.equal(tally.territory, 'FR-69')
  t.strictSame(await recount(site.deps), [])
})

t.test('every petition is recounted once a night', async (t) => {
  const site = await startSite(t)
  const { id } = await addPetition(site)
  const spoil = () =>
    site.db.updateTable('petitionCounts').set({ confirmed: 5 }).where('petitionId', '=', id).execute()

  await spoil()
  await recountEveryNight(site.deps)
  t.equal(await countOf(site, id), 5, 'it was made today')

  site.wait(DAY)
  await recountEveryNight(site.deps)
  t.equal(await countOf(site, id), 0)
  const { at } = await site.db
    .selectFrom('petitionCounts')
    .select(sql<Date>`recounted_at`.as('at'))
    .executeTakeFirstOrThrow()
  t.equal(at.getTime() > Date.now() + DAY - 60_000, true)

  await spoil()
  await recountEveryNight(site.deps)
  t.equal(await countOf(site, id), 5, 'not twice a night')
})
