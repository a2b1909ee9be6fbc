import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { check, type Files, makeArchive, pack } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition, signInAs } from '../support/factories.js'
import { getFile } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

const RHONE = 'territories/FR-69-rhone/signatures.csv'
const PARIS = 'territories/FR-75-paris/signatures.csv'
const BELGIUM = 'territories/BE-belgium/signatures.csv'

async function startFolders(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await addConfirmed(
    site,
    petition,
    Array.from({ length: 1_200 }, (_, index) => ({
      name: `Õie "Nu" ${index}`,
      comment: index % 50 === 0 ? 'One,\r\n"two"' : undefined,
      ...(index % 5 === 0
        ? { country: 'BE', postcode: '1000' }
        : { postcode: index % 3 === 0 ? '75011' : '69007' }),
    })) as never,
  )
  await site.work()
  await site.db.updateTable('signatures').set({ state: 'withdrawn' }).where('number', '=', 2).execute()
  await site.work()
  return { site, petition }
}

interface Forged {
  key: object
  files: { name: string; bytes: number; sha256: string }[]
  territories: { file: string; confirmed: number }[]
}

/** As if the site itself had made it so: sums and signature are right. */
async function forge(files: Files, change: (files: Files, manifest: Forged) => void): Promise<Buffer> {
  const forged = new Map(files)
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Forged
  change(forged, manifest)
  for (const entry of manifest.files) {
    const bytes = forged.get(entry.name)!
    entry.bytes = bytes.length
    entry.sha256 = createHash('sha256').update(bytes).digest('hex')
  }
  const own = generateKeyPairSync('ed25519')
  manifest.key = { ...manifest.key, pem: own.publicKey.export({ format: 'pem', type: 'spki' }) }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return pack(forged.set('manifest.json', bytes).set('manifest.sig', sign(null, bytes, own.privateKey)))
}

const linesOf = (bytes: Buffer) => bytes.toString().split(/(?<=\r\n)(?=\d+,)/)
const readCsv = (bytes: Buffer) => parse(bytes, { columns: true, bom: true }) as Record<string, string>[]

t.test('a folder for each territory holds its rows of the list, each once', async (t) => {
  const { site } = await startFolders(t)

  const { place, zip, files } = await makeArchive(site, { byTerritory: true })

  t.strictSame((await check(zip)).faults, [])
  const folders = [...files.keys()].filter((name) => name.includes('/'))
  t.strictSame(folders, [BELGIUM, RHONE, PARIS])
  const list = readCsv(files.get('signatures.csv')!)
  for (const [file, territory] of [
    [RHONE, 'FR-69'],
    [PARIS, 'FR-75'],
    [BELGIUM, 'BE'],
  ] as const)
    t.strictSame(
      readCsv(files.get(file)!),
      list.filter((row) => row.territory === territory),
    )
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Forged
  t.match(manifest.territories, [
    { code: 'FR-69', name: 'Rhône', file: RHONE },
    { code: 'FR-75', name: 'Paris', file: PARIS },
    { code: 'BE', name: 'Belgium', file: BELGIUM, confirmed: 240 },
  ])
  const page = (await site.get(place)).body
  const [, href] = /href="([^"]+FR-69-rhone[^"]+)"/.exec(page)!
  const alone = await getFile(site, href!)
  t.ok(alone.rawPayload.equals(files.get(RHONE)!))
  t.match(alone.headers['content-disposition'], /-territories-FR-69-rhone-signatures\.csv"$/)
  t.match((await site.get(href!)).headers.location, /\/code$/, 'it has names, and asks for the code')
})

t.test('a row that is not where it belongs, or is there twice, is named', async (t) => {
  const { site } = await startFolders(t)
  const { files } = await makeArchive(site, { byTerritory: true })
  const rhone = linesOf(files.get(RHONE)!)
  const paris = linesOf(files.get(PARIS)!)
  const put = (file: string, lines: string[]) => (forged: Files) =>
    void forged.set(file, Buffer.from(lines.join('')))
  const faultsOf = async (change: Parameters<typeof forge>[1]) =>
    (await check(await forge(files, change))).faults
  const firstOf = (line: string) => Number(line.split(',')[0])

  t.strictSame(await faultsOf(() => {}), [])
  t.match(await faultsOf(put(RHONE, [...rhone, paris.at(-1)!])), [
    { fault: 'row', file: RHONE, number: firstOf(paris.at(-1)!) },
    { fault: 'count', what: RHONE },
    { fault: 'row', file: PARIS },
  ])
  t.match(await faultsOf(put(RHONE, [...rhone.slice(0, 3), rhone[2]!, ...rhone.slice(4)])), [
    { fault: 'row', file: RHONE, number: firstOf(rhone[2]!) },
  ])
  t.match(await faultsOf(put(RHONE, rhone.slice(0, -1))), [{ fault: 'count', what: RHONE }])
  const renamed = rhone.map((line, index) => (index === 5 ? line.replace('Nu', 'No') : line))
  t.match(await faultsOf(put(RHONE, renamed)), [{ fault: 'row', file: RHONE, number: firstOf(rhone[5]!) }])
  t.match(
    await faultsOf((forged, manifest) => {
      put(RHONE, rhone.slice(0, -1))(forged)
      manifest.territories[0]!.confirmed -= 1
    }),
    [{ fault: 'count', what: 'territories', said: 1_199, found: 1_198 }],
  )
  const without = new Map(files)
  without.delete(PARIS)
  t.strictSame((await check(await pack(without))).faults, [{ fault: 'missing', file: PARIS }])
})

t.test('folders come with the box ticked, in the language that they are ordered in', async (t) => {
  const { site } = await startFolders(t)
  const { place, files } = await makeArchive(site)
  t.notOk(
    [...files.keys()].some((name) => name.includes('/')),
    'and not without it',
  )

  t.match((await site.get(place)).body, 'Also one list for each territory')
  await site.submit(`${place}/dossiers?lang=fr`, { by_territory: 'on' })
  await site.work('dossiers')

  t.strictSame(await foldersIn(site), [
    'territories/BE-belgique/signatures.csv',
    'territories/FR-69-rhone/signatures.csv',
    'territories/FR-75-paris/signatures.csv',
  ])
})

t.test('a campaigner has the folders frozen with the delivery', async (t) => {
  const { site, petition } = await startFolders(t)
  const { cookie } = await signInAs(site, { id: petition.accountId! })
  const delivery = `/account/petitions/${petition.slug}/delivery`
  await site.submit(delivery, { act: 'plan', when: 'closing', by_territory: 'on' }, { cookie })
  t.match((await site.get(delivery, { cookie })).body, /name="by_territory"[^>]+checked/)

  await site.submit(delivery, { act: 'now', confirmed: 'on', by_territory: 'on' }, { cookie })
  await site.work('dossiers')

  t.equal((await foldersIn(site)).length, 3)
})

async function foldersIn(site: TestSite): Promise<string[]> {
  const files = await site.db
    .selectFrom('dossierFiles')
    .select('file')
    .where('file', 'like', 'territories/%')
    .orderBy('file')
    .execute()
  return files.map(({ file }) => file)
}
