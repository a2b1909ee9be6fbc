import t from 'tap'
import { canonicalName, fingerprintOfWideNetwork } from '../../src/signatures/fingerprints.js'
import { openSigning } from '../../src/signatures/sign.js'
import { networkOf } from '../../src/web/limits/networks.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { ADA, sign, signAndConfirm } from './support.js'

const FIREFOX = { 'user-agent': 'Mozilla/5.0 Firefox/150' }

async function rowOf(site: TestSite) {
  return site.db.selectFrom('signatures').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
}

t.test(
  'a signature keeps keyed traces of where it came from, and of nothing that names anybody',
  async (t) => {
    const site = await startSite(t)
    const [one, other] = [await addPetition(site), await addPetition(site)]
    const traces = async (slug: string, fields = {}, headers = {}) => {
      t.equal((await sign(site, slug, fields, headers)).statusCode, 303)
      const { nameFingerprint, wideNetworkFingerprint, agentFingerprint } = await rowOf(site)
      return [nameFingerprint, wideNetworkFingerprint, agentFingerprint].map((one) => one!.toString('hex'))
    }

    const ada = await traces(one.slug, {}, FIREFOX)
    const ben = await traces(one.slug, { name: 'Ben', email: 'ben@example.com' }, FIREFOX)
    const robot = await traces(one.slug, { name: 'Ben', email: 'b@example.com' }, { 'user-agent': 'curl/8' })
    const elsewhere = await traces(other.slug, {}, FIREFOX)

    for (const trace of ada) t.match(trace, /^[0-9a-f]{32}$/)
    t.equal(new Set(ada).size, 3)
    t.strictSame(ada.slice(1), ben.slice(1), 'the same network and browser')
    t.not(ada[0], ben[0])
    t.equal(robot[0], ben[0])
    t.not(robot[2], ben[2])
    for (const [index, trace] of elsewhere.entries()) t.not(trace, ada[index], 'each petition has its own')
    t.equal((await rowOf(site)).fillSeconds, null)
  },
)

t.test('how long the form was open is kept when it is known', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const signing = openSigning(site.deps)
  const fill = async (fillSeconds: number, email: string) => {
    const signer = {
      ...ADA,
      email,
      canonical: email,
      mailDomain: 'example.com',
      comment: '',
      showName: false,
    }
    const from = { locale: 'en' as const, network: '192.0.2.1', fillSeconds }
    await signing.sign(
      petition,
      { ...signer, updates: false, campaignerNews: false, nameWithheld: false, reservation: false },
      from,
    )
    return (await rowOf(site)).fillSeconds
  }

  t.equal(await fill(12.4, 'one@example.com'), 12)
  t.equal(await fill(90_000, 'two@example.com'), 32_767)
  t.equal((await rowOf(site)).agentFingerprint, null)
})

t.test('a withdrawal takes the traces along', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug)
  await site.db.updateTable('signatures').set({ bouncedAt: new Date(), fillSeconds: 3 }).execute()

  await site.submit(`${link}/withdrawal`)

  t.match(await rowOf(site), {
    state: 'withdrawn',
    nameFingerprint: null,
    domainFingerprint: null,
    networkFingerprint: null,
    wideNetworkFingerprint: null,
    agentFingerprint: null,
    fillSeconds: null,
    bouncedAt: null,
  })
})

t.test('one network in the wide is a /24 or a /48', async (t) => {
  const site = await startSite(t)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, (await addPetition(site)).id)
  const wide = (ip: string) => fingerprintOfWideNetwork(keys, networkOf(ip)).toString('hex')

  t.equal(wide('192.0.2.1'), wide('192.0.2.254'))
  t.not(wide('192.0.2.1'), wide('192.0.3.1'))
  t.equal(wide('::ffff:192.0.2.9'), wide('192.0.2.1'))
  t.equal(wide('2001:db8:1:2::5'), wide('2001:db8:1:ffff::'))
  t.not(wide('2001:db8:1::1'), wide('2001:db8:2::1'))
  t.equal(wide('2001:db8::1'), wide('2001:0db8:0000:0007::1'))
})

t.test('a name is the same in every way its owner writes it', async (t) => {
  for (const [one, other] of [
    ['Zoë Lefèvre-Œuvrard', 'LEFEVRE OEUVRARD Zoe'],
    ['Siobhán O’Neill', "o'neill, siobhan"],
    ['  Jean - Paul   Müller ', 'jean paul muller'],
    ['İbrahim Yılmaz', 'ibrahim yilmaz'],
    ['Łukasz Wójcik', 'lukasz wojcik'],
    ['Κωνσταντίνα Παπαδόπουλος', 'ΚΩΝΣΤΑΝΤΙΝΑ ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['Ａda', 'ada'],
  ] as const)
    t.equal(canonicalName(one), canonicalName(other), other)
  for (const [one, other] of [
    ['Ada Lovelace', 'Ida Lovelace'],
    ['Ada Lovelace', 'Ada'],
    ['தமிழ்', 'தமழ'],
    ['小明', '明小'],
  ] as const)
    t.not(canonicalName(one), canonicalName(other), other)
})
