import t from 'tap'
import { addConfirmed } from '../support/confirmed.js'
import { signInAs } from '../support/factories.js'
import { addReader, openNames } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const MINUTE = 60_000

async function start(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const { place, petition } = await addReader(site)
  await addConfirmed(site, petition, [{ name: 'Ada Lovelace' }])
  await site.submit(`${place}/dossiers`)
  await site.work('dossiers')
  const { id } = await site.db.selectFrom('dossiers').select('id').executeTakeFirstOrThrow()
  const files = `${place}/dossiers/${id}`
  return { site, petition, place, files, list: `${files}/signatures.csv` }
}

async function askCode(site: TestSite, place: string): Promise<string> {
  await site.submit(`${place}/codes`)
  await site.work('confirmation-mails')
  return /(\d{8})$/.exec(site.mails.at(-1)!.subject)![1]!
}

const wrongOf = (code: string) => code.replace(/.$/, (last) => String((Number(last) + 1) % 10))

t.test('the link alone opens the brief and the sums, and no file with a name', async (t) => {
  const { site, place, files } = await start(t)
  const all = await site.db.selectFrom('dossierFiles').select('file').execute()

  for (const file of ['brief.pdf', 'figures.csv', 'manifest.json', 'SHA256SUMS', 'VERIFY.txt'])
    t.equal((await site.get(`${files}/${file}`)).statusCode, 200, file)
  for (const file of [
    'signatures.csv',
    'signatures.json',
    'signatures-001.pdf',
    'reasons.pdf',
    'dossier.zip',
  ]) {
    t.ok(file === 'dossier.zip' || all.some((one) => one.file === file), file)
    const answer = await site.get(`${files}/${file}`)
    t.equal(answer.headers.location, `${place}/code`, file)
    t.notMatch(answer.body, 'Ada')
  }
  t.equal((await site.get(`${files}/secrets.txt`)).statusCode, 404)
})

t.test('the code from their mailbox opens the files for twelve hours, in this browser', async (t) => {
  const { site, place, list } = await start(t)
  t.match((await site.get(`${place}/code`)).body, 'Send me a code')
  t.equal((await site.db.selectFrom('readerCodes').selectAll().execute()).length, 0, 'GET sends nothing')

  const code = await askCode(site, place)
  t.match(site.mails.at(-1), { text: /works once, for 10 minutes/ })
  const answer = await site.submit(`${place}/code`, { code: `${code.slice(0, 4)} ${code.slice(4)}` })

  t.equal(answer.headers.location, `${place}?done=unlocked#dossier`)
  const [cookie] = answer.cookies
  t.match(cookie, { name: 'clameur_dossier', path: place, httpOnly: true, sameSite: 'Lax', secure: true })
  const headers = { cookie: `clameur_dossier=${cookie!.value}` }
  t.match((await site.get(list, headers)).body, 'Ada Lovelace')
  t.equal((await site.get(list)).statusCode, 303, 'another browser')
  site.wait(12 * 60 * MINUTE + MINUTE)
  t.equal((await site.get(list, headers)).statusCode, 303, 'half a day later')
})

t.test('a code works once, for ten minutes, and only the newest does', async (t) => {
  const { site, place } = await start(t)
  const first = await askCode(site, place)
  const second = await askCode(site, place)
  t.equal((await site.submit(`${place}/code`, { code: first })).statusCode, 422)
  t.equal((await site.submit(`${place}/code`, { code: second })).statusCode, 303)
  t.equal((await site.submit(`${place}/code`, { code: second })).statusCode, 422, 'used')

  const late = await askCode(site, place)
  site.wait(10 * MINUTE + 1_000)
  const answer = await site.submit(`${place}/code`, { code: late })
  t.equal(answer.statusCode, 422)
  t.strictSame(answer.cookies, [])
})

t.test('it bears five tries, also when they come at once', async (t) => {
  const { site, place } = await start(t)
  const code = await askCode(site, place)

  const tries = await Promise.all(
    Array.from({ length: 8 }, () => site.submit(`${place}/code`, { code: wrongOf(code) })),
  )

  t.ok(tries.every(({ statusCode }) => statusCode === 422))
  t.match(await site.db.selectFrom('readerCodes').select('tries').executeTakeFirst(), { tries: 5 })
  t.equal((await site.submit(`${place}/code`, { code })).statusCode, 422, 'the right one is too late')
})

t.test('five codes an hour and no more, also when they are asked for at once', async (t) => {
  const { site, place } = await start(t)

  const asked = await Promise.all(Array.from({ length: 8 }, () => site.submit(`${place}/codes`)))
  await site.work('confirmation-mails')

  t.equal(asked.filter(({ statusCode }) => statusCode === 303).length, 5)
  t.equal(asked.filter(({ statusCode }) => statusCode === 429).length, 3)
  t.equal((await site.db.selectFrom('readerCodes').selectAll().execute()).length, 5)
  site.wait(61 * MINUTE)
  t.equal((await site.submit(`${place}/codes`)).statusCode, 303)
})

t.test('another recipient’s code and cookie open nothing here', async (t) => {
  const { site, place, list } = await start(t)
  const other = await addReader(site)
  const theirs = await askCode(site, other.place)
  await askCode(site, place)

  t.equal((await site.submit(`${place}/code`, { code: theirs })).statusCode, 422)
  t.equal((await site.get(list, await openNames(site, other.place))).statusCode, 303)
  t.equal((await site.get(list, { cookie: 'clameur_dossier=nonsense' })).statusCode, 303)
})

t.test('the code stands in no table', async (t) => {
  const { site, place } = await start(t)
  const code = await askCode(site, place)

  const rows = [
    await site.db.selectFrom('readerCodes').selectAll().execute(),
    await site.db.selectFrom('mails').selectAll().execute(),
  ]
  t.notMatch(JSON.stringify(rows), code)
})

t.test('yesterday’s codes are forgotten', async (t) => {
  const { site, place } = await start(t)
  await askCode(site, place)
  await site.work('upkeep')
  t.equal((await site.db.selectFrom('readerCodes').selectAll().execute()).length, 1)

  site.wait(25 * 60 * MINUTE)
  await site.work('upkeep')

  t.equal((await site.db.selectFrom('readerCodes').selectAll().execute()).length, 0)
})

t.test('each download is written down, and both sides see it', async (t) => {
  const { site, petition, place, files, list } = await start(t)
  await site.get(list)
  t.equal(
    (await site.db.selectFrom('downloads').selectAll().execute()).length,
    0,
    'refused is not handed out',
  )

  const headers = await openNames(site, place)
  await site.get(list, headers)
  await site.get(`${files}/brief.pdf`)

  const page = (await site.get(place)).body
  t.match(page, 'What was downloaded')
  t.match(page, /, signatures\.csv, by you</)
  t.match(page, /, brief\.pdf, by you</)
  const studio = await site.get(
    `/account/petitions/${petition.slug}`,
    await signInAs(site, { id: petition.accountId! }),
  )
  t.match(studio.body, '2 files, the last on')
  t.match(studio.body, /, signatures\.csv, by the decision-maker</)
  t.match((await site.get(`${place}/code`, { 'accept-language': 'fr' })).body, 'fichiers nominatifs')
})

t.test('who stepped aside gets no code', async (t) => {
  const { site, place } = await start(t)
  await site.submit(`${place}/objection`, { note: '' })
  site.mails.length = 0

  t.equal((await site.submit(`${place}/codes`)).headers.location, place)
  await site.work('confirmation-mails')

  t.equal(site.mails.length, 0)
})
