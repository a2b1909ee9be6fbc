import t from 'tap'
import { DEMO_PETITIONS } from '../../scripts/seed/demo.js'
import { sowPetition } from '../../scripts/seed/sow.js'
import { recount } from '../../src/signatures/recount.js'
import { unsealSigner } from '../../src/signatures/signer.js'
import { startSite, type TestSite } from '../support/site.js'

const countRows = (site: TestSite, table: 'petitions' | 'signatures' | 'updates' | 'replies' | 'mails') =>
  site.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
    .then(({ rows }) => rows)

t.test('the demonstration holds together: counts, milestones, pages, and nobody is written to', async (t) => {
  const site = await startSite(t)
  for (const demo of DEMO_PETITIONS) t.equal(await sowPetition(site.deps, demo), true, demo.slug)

  t.strictSame(await recount(site.deps), [], 'a recount finds no difference')
  const states = await site.db
    .selectFrom('petitions')
    .select(['state', ({ fn }) => fn.countAll<number>().as('rows')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  t.strictSame(Object.fromEntries(states.map(({ state, rows }) => [state, rows])), {
    closed: 2,
    draft: 2,
    hidden: 1,
    open: 7,
    rejected: 1,
    retired: 1,
    submitted: 2,
    victory: 2,
  })
  t.ok((await countRows(site, 'signatures')) > 20_000)

  const dossiers = () => site.db.selectFrom('dossiers').select(['state', 'confirmed']).execute()
  t.ok(
    (await dossiers()).every(({ state }) => state === 'due'),
    'dossiers wait to be made',
  )
  await site.work()
  t.equal((await dossiers()).filter(({ state }) => state === 'ready').length, 12)
  t.strictSame(site.mails, [], 'the workers find nothing to tell')
  t.equal(await countRows(site, 'mails'), 0)

  for (const demo of DEMO_PETITIONS) {
    const count = await site.db
      .selectFrom('petitionCounts')
      .innerJoin('petitions', 'petitions.id', 'petitionCounts.petitionId')
      .select('confirmed')
      .where('slug', '=', demo.slug)
      .executeTakeFirst()
    t.equal(count?.confirmed, demo.signatures?.confirmed, demo.slug)
    const shown = ['open', 'closed', 'victory', 'retired'].includes(demo.state)
      ? 200
      : demo.state === 'hidden'
        ? 410
        : 404
    t.equal((await site.get(`/petitions/${demo.slug}`)).statusCode, shown, `${demo.slug} answers ${shown}`)
  }
})

t.test('a second seeding doubles nothing', async (t) => {
  const site = await startSite(t)
  const few = DEMO_PETITIONS.filter(({ slug }) => /quay|ombre|tondeuse/.test(slug))
  for (const demo of few) t.equal(await sowPetition(site.deps, demo), true)
  const before = [await countRows(site, 'signatures'), await countRows(site, 'petitions')]

  for (const demo of few) t.equal(await sowPetition(site.deps, demo), false)

  t.strictSame([await countRows(site, 'signatures'), await countRows(site, 'petitions')], before)
})

t.test('names and addresses of the demonstration are sealed, and reach nobody', async (t) => {
  const site = await startSite(t)
  const demo = DEMO_PETITIONS.find(({ slug }) => slug === 'de-l-ombre-dans-la-cour')!
  await sowPetition(site.deps, demo)

  const rows = await site.db.selectFrom('signatures').selectAll().where('state', '=', 'confirmed').execute()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, rows[0]!.petitionId)
  const signers = rows.map((row) => unsealSigner(keys, row)!)

  t.ok(signers.every(({ email }) => /@[a-z]+\.example$/.test(email)))
  t.equal(new Set(signers.map(({ email }) => email)).size, demo.signatures!.confirmed)
  t.ok(new Set(signers.map(({ name }) => name)).size > 150, 'hardly two of one name')
  for (const reason of demo.comments!)
    t.equal(rows.filter(({ comment }) => comment === reason).length, 1, reason)
})
