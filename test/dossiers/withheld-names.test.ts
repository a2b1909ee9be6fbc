import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { check, type Files, makeArchive, pack } from '../support/archive.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { wordsOf } from '../support/pdf-text.js'
import { startSite } from '../support/site.js'

const SECRET = /Wilhelmina|Quiet reason|Publicly/

const SIGNERS = [
  { name: 'Ada Lovelace', postcode: '75011', comment: 'Loud reason' },
  { name: 'Wilhelmina Hidden', postcode: '69007', comment: 'Quiet reason', shownName: 'Publicly Shown' },
  { name: 'Bob King', postcode: '69007' },
]

async function startWithheld(t: Parameters<typeof startSite>[0], locale: 'en' | 'fr' = 'en') {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await site.db.updateTable('decisionMakers').set({ locale }).execute()
  await addConfirmed(site, petition, SIGNERS)
  await site.db.updateTable('signatures').set({ nameWithheld: true }).where('number', '=', 2).execute()
  await site.work()
  return { site, ...(await makeArchive(site, { byTerritory: true })) }
}

/** With poppler where it is installed, as a reader's program would; with our own reading elsewhere. */
function pdfText(pdf: Buffer): string {
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return (read.error ? wordsOf(pdf) : read.stdout).replace(/\s+/g, ' ')
}

/** As if the site itself had made it so: sums and signature are right. */
async function forge(files: Files, list: string): Promise<Buffer> {
  const manifest = JSON.parse(files.get('manifest.json')!.toString())
  const bytes = Buffer.from(list)
  const entry = manifest.files.find(({ name }: { name: string }) => name === 'signatures.csv')
  Object.assign(entry, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  const own = generateKeyPairSync('ed25519')
  manifest.key.pem = own.publicKey.export({ format: 'pem', type: 'spki' })
  delete manifest.territories
  const text = Buffer.from(JSON.stringify(manifest))
  const forged = new Map(files).set('signatures.csv', bytes).set('manifest.json', text)
  return pack(forged.set('manifest.sig', sign(null, text, own.privateKey)))
}

t.test('who keeps their name back stands in a dossier by number, place and strength alone', async (t) => {
  const { zip, files } = await startWithheld(t)

  t.strictSame((await check(zip)).faults, [])
  const csv = parse(files.get('signatures.csv')!, { columns: true, bom: true }) as Record<string, string>[]
  t.strictSame(csv[1], {
    number: '2',
    name: '',
    locality: 'Lyon',
    postcode: '',
    country: 'FR',
    territory: 'FR-69',
    confirmed_on: '',
    strength: csv[2]!.strength,
    channel: '',
    text_version: '',
    reason: '',
    reservation: '',
  })
  t.match(csv[2], { number: '3', name: 'Bob King', postcode: '69007', channel: 'online', text_version: '1' })
  const { signatures } = JSON.parse(files.get('signatures.json')!.toString())
  t.strictSame(signatures[1], {
    ...csv[1],
    number: 2,
    confirmed_on: null,
    channel: null,
    text_version: null,
    reservation: false,
  })
  const schema = JSON.parse(files.get('signatures.schema.json')!.toString())
  const { properties } = schema.properties.signatures.items
  for (const column of ['confirmed_on', 'text_version'])
    t.match(properties[column].type, [/./, 'null'], column)
  t.ok(properties.channel.enum.includes(null))
  const folder = files.get('territories/FR-69-rhone/signatures.csv')!.toString()
  t.match(folder, /2,,Lyon,,FR,FR-69,,L\d,,,,\r\n3,Bob King/)
  const { counts } = JSON.parse(files.get('manifest.json')!.toString())
  t.match(counts, { confirmed: 3, unnamed: 1, by_text_version: { 1: 3 } })
})

t.test('no file of it, nor any PDF as a reader sees it, has the name or the reason', async (t) => {
  for (const [locale, unnamed, told, method] of [
    ['en', '(not named)', /1 is without a name/, /In this dossier: 1 signer\./],
    ['fr', '(non nommé)', /1 est sans nom/, /Dans ce dossier : 1 signataire\./],
  ] as const) {
    const { files } = await startWithheld(t, locale)

    for (const [name, bytes] of files) {
      t.notMatch(name.endsWith('.pdf') ? pdfText(bytes) : bytes.toString('utf8'), SECRET, name)
      if (name.endsWith('.pdf')) t.notMatch(wordsOf(bytes), SECRET, name)
    }
    const volume = pdfText(files.get('signatures-001.pdf')!).replace(unnamed, 'UNNAMED')
    t.match(volume, /2 UNNAMED Lyon L\d 3 Bob King Lyon 69007/)
    t.match(pdfText(files.get('reasons.pdf')!), 'Loud reason')
    const brief = pdfText(files.get('brief.pdf')!)
    t.match(brief, told)
    t.match(pdfText(files.get('method.pdf')!).replaceAll('\u00a0', ' '), method)
  }
})

t.test('a row too many or too few among those without a name is found', async (t) => {
  const { files } = await startWithheld(t)
  const lines = files
    .get('signatures.csv')!
    .toString()
    .split(/(?<=\r\n)(?=\d+,)/)

  const without = await check(await forge(files, [lines[0], lines[1], lines[3]].join('')))
  t.match(without.faults, [
    { fault: 'count', what: 'signatures', said: 3, found: 2 },
    { fault: 'count', what: 'unnamed', said: 1, found: 0 },
    { fault: 'count' },
  ])
  const other = lines[3]!.replace(',online,1,', ',online,7,')
  const wrong = await check(await forge(files, [...lines.slice(0, 3), other].join('')))
  t.match(wrong.faults[0], { fault: 'count', what: 'version 7', said: 0, found: 1 })
  const more = lines[3]!.replace(/^3,Bob King(.*),online,1,/, '3,$1,,,')
  const unnamed = await check(await forge(files, [...lines.slice(0, 3), more].join('')))
  t.match(unnamed.faults[0], { fault: 'count', what: 'unnamed', said: 1, found: 2 })
})
