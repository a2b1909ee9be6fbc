import t from 'tap'
import { connect } from '../../src/database/connect.js'
import { confirmSignatures } from '../../src/signatures/confirm.js'
import { recount } from '../../src/signatures/recount.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countOf, linkIn, mailsTo, sign, signAndConfirm } from './support.js'

const HOUR = 3_600_000

t.test('fifty confirmations of one signature at once count once', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug)
  await site.work()
  const link = linkIn(mailsTo(site)[0]!)

  const answers = await Promise.all(Array.from({ length: 50 }, () => site.submit(`${link}/confirmation`)))

  t.ok(answers.every((answer) => answer.headers.location === `${link}/thanks`))
  t.equal(await countOf(site, id), 1)
  t.strictSame(await recount(site.deps), [])
})

t.test('confirming again, or reading the pages, changes nothing', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const link = await signAndConfirm(site, slug)
  const before = await site.db.selectFrom('signatures').selectAll().execute()

  for (const path of [link, `${link}/thanks`, `/petitions/${slug}/signatures/new`]) {
    t.equal((await site.get(path)).statusCode, 200)
    t.equal((await site.app.inject({ method: 'HEAD', url: path })).statusCode, 200)
  }
  t.equal((await site.submit(`${link}/confirmation`)).headers.location, `${link}/thanks`)

  t.strictSame(await site.db.selectFrom('signatures').selectAll().execute(), before)
  t.equal(await countOf(site, id), 1)
})

t.test(
  'two processes confirm the same crowd: everyone is counted once, with a number of their own',
  async (t) => {
    const site = await startSite(t)
    const [one, two] = [await addPetition(site), await addPetition(site)]
    for (const { slug } of [one, two])
      await Promise.all(
        Array.from({ length: 60 }, (_, index) => sign(site, slug, { email: `p${index}@example.com` })),
      )
    const rows = await site.db.selectFrom('signatures').select(['petitionId', 'id']).execute()
    const crowd = rows.map((row) => ({ petitionId: row.petitionId, signatureId: row.id }))
    const other = connect(site.databaseUrl)
    t.teardown(() => other.destroy())

    const shuffled = crowd.toSorted(() => Math.random() - 0.5)
    const batches = [crowd, shuffled, crowd.toReversed()].flatMap((rows, index) =>
      [0, 20, 40, 60, 80, 100].map((start) => ({
        db: index % 2 === 0 ? site.db : other,
        rows: rows.slice(start, start + 20),
      })),
    )
    const outcomes = await Promise.all(
      batches.map(({ db, rows }) => confirmSignatures({ ...site.deps, db }, rows)),
    )

    t.ok(outcomes.flat().every((outcome) => outcome === 'confirmed'))
    for (const { id } of [one, two]) {
      t.equal(await countOf(site, id), 60)
      const numbers = await site.db
        .selectFrom('signatures')
        .select('number')
        .where('petitionId', '=', id)
        .orderBy('number')
        .execute()
      t.strictSame(
        numbers.map(({ number }) => number),
        Array.from({ length: 60 }, (_, index) => index + 1),
      )
    }
    t.strictSame(await recount(site.deps), [])
  },
)

t.test('strength and territory follow the postcode', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug, { email: 'in@example.com', postcode: '69007' })
  await signAndConfirm(site, slug, { email: 'out@example.com', postcode: '20167' })
  await signAndConfirm(site, slug, { email: 'away@example.com', country: 'BE', postcode: '1000' })

  const tallies = await site.db
    .selectFrom('tallies')
    .select(['territory', 'strength', 'confirmed'])
    .where('petitionId', '=', id)
    .orderBy('territory')
    .execute()
  t.strictSame(tallies, [
    { territory: 'BE', strength: 1, confirmed: 1 },
    { territory: 'FR-2A', strength: 1, confirmed: 1 },
    { territory: 'FR-69', strength: 2, confirmed: 1 },
  ])
})

t.test('a signature begun before the closing may be confirmed for a day after it', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug, { email: 'soon@example.com' })
  await sign(site, slug, { email: 'late@example.com' })
  await site.work()
  const [soon, late] = ['soon@example.com', 'late@example.com'].map((email) =>
    linkIn(mailsTo(site, email)[0]!),
  )
  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', id)
    .execute()

  site.wait(23 * HOUR)
  t.equal((await site.submit(`${soon}/confirmation`)).headers.location, `${soon}/thanks`)
  site.wait(2 * HOUR)
  const refused = await site.submit(`${late}/confirmation`)

  t.equal(refused.statusCode, 410)
  t.match(refused.body, /It is too late to confirm/)
  t.equal(await countOf(site, id), 1)
})

t.test('nothing is confirmed while a petition is hidden', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug)
  await site.work()
  await site.db.updateTable('petitions').set({ state: 'hidden' }).where('id', '=', id).execute()

  const refused = await site.submit(`${linkIn(mailsTo(site)[0]!)}/confirmation`)

  t.equal(refused.statusCode, 410)
  t.match(refused.body, /A moderator has hidden the petition/)
  t.equal(await countOf(site, id), 0)
})

t.test('a token that is forged, cut short or meant for something else opens nothing', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug)
  await site.work()
  const link = linkIn(mailsTo(site)[0]!)

  for (const path of [
    link.slice(0, -1),
    link.replace(/.$/, '~'),
    link.replace('/signatures/s', '/signatures/u'),
    '/signatures/x',
  ]) {
    const page = await site.get(path)
    t.equal(page.statusCode, 404)
    t.match(page.body, /This link does not work any more/)
    t.equal((await site.submit(`${path}/confirmation`)).statusCode, 404)
    t.equal((await site.submit(`${path}/withdrawal`)).statusCode, 404)
  }
  t.equal(await countOf(site, id), 0)
})
