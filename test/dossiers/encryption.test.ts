import { Readable } from 'node:stream'
import { Decrypter, generateHybridIdentity, generateIdentity, identityToRecipient } from 'age-encryption'
import t from 'tap'
import { encryptTo } from '../../src/decision-makers/age.js'
import { checkDossier } from '../../src/dossiers/verify/check.js'
import { nodeSums } from '../../src/dossiers/verify/node.js'
import { addConfirmed } from '../support/confirmed.js'
import { addReader, openNames } from '../support/reader.js'
import { startSite, type TestSite } from '../support/site.js'

async function startReading(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  return { site, petition, place }
}

async function orderDossier(site: TestSite, place: string): Promise<string> {
  await site.submit(`${place}/dossiers`)
  await site.work('dossiers')
  const { id } = await site.db
    .selectFrom('dossiers')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return `${place}/dossiers/${id}`
}

const keyOf = (site: TestSite) =>
  site.db.selectFrom('decisionMakers').select('ageKey').executeTakeFirstOrThrow()

async function decrypt(identity: string, bytes: Buffer): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return Buffer.from(await decrypter.decrypt(new Uint8Array(bytes)))
}

for (const [kind, generate] of [
  ['an ordinary key', generateIdentity],
  ['a key that withstands a quantum computer', generateHybridIdentity],
] as const)
  t.test(`what is downloaded with names opens with the secret half alone: ${kind}`, async (t) => {
    const { site, petition, place } = await startReading(t)
    await addConfirmed(site, petition, [{ name: 'Õie Žáček' }, { name: '李小龙' }])
    const files = await orderDossier(site, place)
    const identity = await generate()
    const key = await identityToRecipient(identity)

    const answer = await site.submit(`${place}/age-key`, { age_key: key })

    t.equal(answer.headers.location, `${place}?done=encrypted#encryption`)
    const cookie = await openNames(site, place)
    const zip = await site.get(`${files}/dossier.zip`, cookie)
    t.match(zip.headers, {
      'content-type': 'application/octet-stream',
      'content-disposition': /^attachment; filename="save-the-library-\d+-[\d-]+\.zip\.age"$/,
    })
    t.match(zip.rawPayload.toString('latin1'), /^age-encryption\.org\/v1\n/)
    const clear = await decrypt(identity, zip.rawPayload)
    const report = await checkDossier(new Blob([new Uint8Array(clear)]), { sums: nodeSums })
    t.strictSame(report.faults, [])
    t.equal(report.about?.confirmed, 2)
    await t.rejects(decrypt(await generate(), zip.rawPayload), 'another key does not open it')

    const list = await site.get(`${files}/signatures.csv`, cookie)
    t.match(list.headers['content-disposition'], /-signatures\.csv\.age"$/)
    t.notMatch(list.body, 'Õie')
    t.match((await decrypt(identity, list.rawPayload)).toString(), /Õie Žáček[\s\S]*李小龙/)
    t.match((await site.get(`${files}/brief.pdf`)).body, /^%PDF/, 'what names nobody is not encrypted')
    const page = await site.get(place)
    t.match(page.body, 'age -d -i key.txt -o dossier.zip dossier.zip.age')
    t.match(page.body, /, dossier\.zip\.age, [^<]+<\/li>/, 'and the log of downloads says so')
  })

t.test('each change of the key is told to their own address, and the same again is not', async (t) => {
  const { site, petition, place } = await startReading(t)
  await addConfirmed(site, petition, [{ name: 'Ada' }])
  await site.db.updateTable('decisionMakers').set({ rhythm: 'none' }).execute()
  const files = await orderDossier(site, place)
  const key = await identityToRecipient(await generateIdentity())
  const other = await identityToRecipient(await generateIdentity())

  await site.submit(`${place}/age-key`, { age_key: key })
  await site.submit(`${place}/age-key`, { age_key: `  ${key.toUpperCase()}\n` })
  await site.submit(`${place}/age-key`, { age_key: other })
  const removed = await site.submit(`${place}/age-key`, { act: 'remove' })
  await site.submit(`${place}/age-key`, { act: 'remove' })
  await site.work('confirmation-mails')

  t.equal(removed.headers.location, `${place}?done=unencrypted#encryption`)
  t.match((await site.get(`${place}?done=unencrypted`)).body, 'downloads are not encrypted any more')
  t.match(site.mails, [
    { to: /mayor|@/, subject: 'Your downloads are now encrypted to a key', text: new RegExp(key) },
    { subject: 'Your downloads are now encrypted to a key', text: new RegExp(other) },
    { subject: 'Your downloads are no longer encrypted', text: /still ask for a code/ },
  ])
  t.equal(site.mails.length, 3)
  const zip = await site.get(`${files}/dossier.zip`, await openNames(site, place))
  t.equal(zip.headers['content-type'], 'application/zip')
})

t.test(
  'a key is read out of what age-keygen prints, and anything else is refused with what to do',
  async (t) => {
    const { site, place } = await startReading(t)
    const identity = await generateIdentity()
    const key = await identityToRecipient(identity)
    const wrong = key.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'))

    for (const [typed, told] of [
      ['', 'Paste the public key'],
      [`# public key: ${key}\n${identity}`, 'It was not kept here, but it has travelled'],
      [wrong, 'a character is missing or wrong'],
      [key.slice(0, -3), 'a character is missing or wrong'],
      ['age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t', 'it needs a plug-in'],
      ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ', 'keys of SSH or PGP cannot be used here'],
      [`${key}\n${await identityToRecipient(await generateIdentity())}`, 'more than one key'],
    ] as const) {
      const { statusCode, body } = await site.submit(`${place}/age-key`, { age_key: typed })
      t.equal(statusCode, 422, typed)
      t.match(body, told)
      t.match(body, 'href="#age_key"', 'the summary leads to the field')
      t.notMatch(body, identity, 'a secret is not sent about once more')
      t.strictSame(await keyOf(site), { ageKey: null })
    }
    t.match((await site.submit(`${place}/age-key`, { age_key: wrong })).body, wrong, 'what was typed stays')
    t.equal((await site.submit(`${place}/age-key`, { age_key: `Public key: ${key}` })).statusCode, 303)
    t.strictSame(await keyOf(site), { ageKey: key })
    const french = await site.get(`${place}?lang=fr`)
    t.match(french.body, 'Retirer la clé')
  },
)

t.test('whoever steps aside leaves no key behind', async (t) => {
  const { site, place } = await startReading(t)
  await site.submit(`${place}/age-key`, { age_key: await identityToRecipient(await generateIdentity()) })

  await site.submit(`${place}/objection`)

  t.strictSame(await keyOf(site), { ageKey: null })
  await site.submit(`${place}/age-key`, { age_key: await identityToRecipient(await generateIdentity()) })
  t.strictSame(await keyOf(site), { ageKey: null })
})

t.test('encrypting reads no faster than it is read, and ends with its reader', async (t) => {
  const key = await identityToRecipient(await generateIdentity())
  let pulled = 0
  let isEnded = false
  async function* clear() {
    try {
      for (; pulled < 10_000; pulled++) yield Buffer.alloc(65_536)
    } finally {
      isEnded = true
    }
  }

  const encrypted = await encryptTo(key, Readable.from(clear(), { objectMode: false }))
  const pieces = encrypted[Symbol.asyncIterator]()
  for (let taken = 0; taken < 20; taken++) await pieces.next()

  t.ok(pulled < 100, `${pulled} pieces of 10,000 were read for 20`)
  await pieces.return?.()
  await new Promise((resolve) => setImmediate(resolve))
  t.ok(isEnded)
})
