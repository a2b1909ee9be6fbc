import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import t from 'tap'
import { briefPath } from '../../src/decision-makers/links.js'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { makeDueDossiers } from '../../src/dossiers/make.js'
import { tokenOf } from '../../src/keys/links.js'
import { addConfirmed } from '../support/confirmed.js'
import { addDecisionMaker } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { addReader, getFile } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const NAMES = [
  'Zoë Œuvrard',
  '李小龙',
  'محمد علي',
  'Łukasz Żółć',
  'Ольга Ким',
  'Núria "Nu" Pi',
  'Nguyễn, Văn',
  'Ada',
]

const dossiersOf = (site: TestSite) => site.db.selectFrom('dossiers').selectAll().orderBy('id').execute()

const readCsv = (bytes: Buffer) => parse(bytes, { columns: true, bom: true }) as Record<string, string>[]

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${NAMES[index % NAMES.length]} ${index}`,
    postcode: index % 3 === 0 ? '75011' : '69007',
    ...(index % 500 === 0 ? { comment: `Reason ${index}`, shownName: `Shown ${index}` } : {}),
    // Long enough that the list is kept in several parts.
    ...(index % 5 === 1 ? { comment: `« Été » ; ${'à voir, '.repeat(60)}\n"fin"` } : {}),
  }))

t.test('the list, the brief and the rows agree to the last signature', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  await addConfirmed(site, petition, many(2_500))
  await site.db
    .updateTable('signatures')
    .set({ state: 'withdrawn' })
    .where('number', 'in', [7, 2_001])
    .execute()

  t.equal((await site.submit(`${place}/dossiers`)).statusCode, 303)
  t.ok(site.woken.has('dossiers'))
  await makeDueDossiers(site.deps)

  const [dossier] = await dossiersOf(site)
  t.match(dossier, { state: 'ready', confirmed: 2_498, written: 2_498 })
  const csv = await getFile(site, `${place}/dossiers/${dossier!.id}/signatures.csv`)
  t.match(csv.headers, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': /^attachment; filename="save-the-library-\d+-[\d-]+-signatures\.csv"$/,
    'content-length': String(csv.rawPayload.length),
    'cache-control': /no-store/,
  })
  t.strictSame([...csv.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const rows = readCsv(csv.rawPayload)
  t.equal(rows.length, 2_498)
  t.strictSame(
    rows.map((row) => Number(row.number)),
    Array.from({ length: 2_500 }, (_, index) => index + 1).filter((n) => n !== 7 && n !== 2_001),
  )
  const wanted = many(2_500)
  t.ok(rows.every((row) => row.name === wanted[Number(row.number) - 1]!.name))
  t.match(rows[0], {
    country: 'FR',
    postcode: '75011',
    territory: 'FR-75',
    strength: 'L1',
    reason: 'Reason 0',
    locality: 'Paris',
    channel: 'online',
  })
  t.match(rows[2], { postcode: '69007', strength: 'L2', text_version: '1', reason: '', locality: 'Lyon' })
  t.ok(rows.every((row) => row.reason === (wanted[Number(row.number) - 1]!.comment ?? '')))
  const parts = await site.db.selectFrom('dossierParts').select(['file', 'part']).execute()
  t.ok(parts.filter(({ file }) => file === 'signatures.csv').length > 1, 'no piece holds a whole list')
  t.match(rows[1]!.confirmed_on, /^\d{4}-\d\d-\d\d$/)
  t.notMatch(csv.body, /example\.org/, 'never an address')

  const brief = await site.get(`${place}/dossiers/${dossier!.id}/brief.pdf`)
  t.equal(brief.headers['content-type'], 'application/pdf')
  const words = wordsOf(brief.rawPayload)
  for (const said of [
    '2,498 confirmed signatures on',
    'Keep the Gerland library open on Wednesdays.',
    'Nour Haddad',
    'Claire Fontanel, Mayor, City of Lyon',
    'Reason 500',
    'What this does not prove',
  ])
    t.ok(words.includes(said), said)
  const answer = briefPath(await site.deps.keyring.getPetitionKeys(site.db, petition.id), maker)
  const letters = words.replaceAll(' ', '')
  t.ok(letters.includes(`https://clameur.test${answer}?lang=en`), 'how to answer')
  t.notOk(letters.includes(place), 'nobody who is passed the brief can answer in their name')
  t.match(words, /1,66\d of 2,498 \(67%\)/)
  t.notMatch(words, /Zoë|example\.org/, 'the brief names no signer who did not choose to be shown')
  t.match(brief.rawPayload.toString('latin1'), /\/StructTreeRoot/)
})

t.test('a cell that a spreadsheet would run is made harmless', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  const bad = ['=HYPERLINK("http://evil")', '+1+1', '-2+3', '@SUM(A1)', '＝1']
  await addConfirmed(
    site,
    petition,
    bad.map((name) => ({ name, comment: name })),
  )

  await orderDossier(site.deps, maker)
  await makeDueDossiers(site.deps)

  const [dossier] = await dossiersOf(site)
  const rows = readCsv((await getFile(site, `${place}/dossiers/${dossier!.id}/signatures.csv`)).rawPayload)
  t.strictSame(
    rows.map((row) => [row.name, row.reason]),
    bad.map((name) => [`'${name}`, `'${name}`]),
  )
})

t.test('a reason of several lines stays one cell of the list', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  await addConfirmed(site, petition, [{ name: 'Zoë', comment: 'One\nand two' }])

  await orderDossier(site.deps, maker)
  await makeDueDossiers(site.deps)

  const [dossier] = await dossiersOf(site)
  const list = await getFile(site, `${place}/dossiers/${dossier!.id}/signatures.csv`)
  // A spreadsheet ends a row at a line end that stands outside of quotes.
  t.match(list.body, '"One\nand two"')
})

t.test('a worker that dies half-way leaves a dossier that the next one begins again', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  await addConfirmed(site, petition, many(2_500))
  await orderDossier(site.deps, maker)
  // The database ends the connection, as it does for a killed worker, once 2,000 lines are noted.
  await sql`create function die() returns trigger language plpgsql as $$ begin
    raise exception 'terminating connection' using errcode = '57P01'; end $$`.execute(site.db)
  await sql`create trigger die after update on dossiers for each row when (new.written >= 2000)
    execute function die()`.execute(site.db)

  await t.rejects(makeDueDossiers(site.deps))
  t.match(await dossiersOf(site), [{ state: 'due', confirmed: 2_500, written: 1_000 }])
  await site.db
    .insertInto('dossierParts')
    .values({
      dossierId: (await dossiersOf(site))[0]!.id,
      file: 'signatures.csv',
      part: 99,
      bytes: Buffer.from('old'),
    })
    .execute()
  t.match((await site.get(place)).body, /A dossier is being made/)
  await sql`drop trigger die on dossiers`.execute(site.db)
  await makeDueDossiers(site.deps)

  const [dossier] = await dossiersOf(site)
  t.match(dossier, { state: 'ready', written: 2_500 })
  t.equal(
    (await site.db.selectFrom('dossierParts').select('part').where('part', '=', 99).execute()).length,
    0,
  )
  const csv = await getFile(site, `${place}/dossiers/${dossier!.id}/signatures.csv`)
  t.equal(readCsv(csv.rawPayload).length, 2_500)
})

t.test('two workers make a dossier once, and two orders are one', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  await addConfirmed(site, petition, many(300))
  await Promise.all([1, 2, 3].map(() => orderDossier(site.deps, maker)))
  t.equal((await dossiersOf(site)).length, 1)

  await Promise.all([makeDueDossiers(site.deps), makeDueDossiers(site.deps)])

  const [dossier] = await dossiersOf(site)
  t.match(dossier, { state: 'ready', written: 300 })
  const csv = await getFile(site, `${place}/dossiers/${dossier!.id}/signatures.csv`)
  t.equal(readCsv(csv.rawPayload).length, 300)
})

t.test('a dossier that cannot be made says so, and another can be ordered', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  await addConfirmed(site, petition, [{ name: 'Ada' }])
  await site.db
    .updateTable('signatures')
    .set({ sealed: Buffer.from('not sealed here at all, not at all') })
    .execute()
  await orderDossier(site.deps, maker)

  await makeDueDossiers(site.deps)

  t.match(await dossiersOf(site), [{ state: 'failed' }])
  t.equal((await site.db.selectFrom('dossierParts').select('part').execute()).length, 0)
  t.match((await site.get(place)).body, /It could not be made/)
  t.equal(await orderDossier(site.deps, maker), true)
})

t.test('a dossier opens for its reader alone', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)
  const other = await addReader(site)
  await orderDossier(site.deps, maker)
  const due = (await dossiersOf(site))[0]!
  t.equal((await site.get(`${place}/dossiers/${due.id}/brief.pdf`)).statusCode, 404, 'not made yet')
  await makeDueDossiers(site.deps)
  const second = await addDecisionMaker(site, petition, { email: 'deputy@city.example' })
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const theirs = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: second.id })

  t.equal((await site.get(`${place}/dossiers/${due.id}/brief.pdf`)).statusCode, 200)
  for (const path of [
    `${other.place}/dossiers/${due.id}/brief.pdf`,
    `/dossiers/${theirs}/dossiers/${due.id}/brief.pdf`,
    `${place}/dossiers/${due.id}/secrets.txt`,
    `${place}/dossiers/${due.id + 1}/brief.pdf`,
    `${place}/dossiers/1e3/brief.pdf`,
    `${place}/dossiers/99999999999999999999/brief.pdf`,
  ])
    t.equal((await site.get(path)).statusCode, 404, path)
})

t.test('a dossier comes with the notice, with the first digest and at the end', async (t) => {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)

  await site.work()
  t.match(await dossiersOf(site), [{ state: 'ready', confirmed: 0 }])

  await addConfirmed(site, petition, many(60))
  await site.db.insertInto('milestones').values({ petitionId: petition.id, threshold: 50 }).execute()
  await site.work()
  t.match(await dossiersOf(site), [{}, { state: 'ready', confirmed: 60 }])

  site.wait(2 * 86_400_000)
  await site.db.updateTable('petitions').set({ state: 'closed', closedAt: site.deps.clock.now() }).execute()
  site.wait(1_000)
  await site.work()
  t.match(await dossiersOf(site), [{}, {}, { state: 'ready', confirmed: 60 }])
  t.match((await site.get(place)).body, /60 confirmed signatures/)
})
