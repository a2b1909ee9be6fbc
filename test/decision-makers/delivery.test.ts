import { createPublicKey, verify } from 'node:crypto'
import t from 'tap'
import { endDownload } from '../../src/decision-makers/download.js'
import { tokenOf } from '../../src/keys/links.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000

async function start(t: Parameters<typeof startSite>[0], values: Parameters<typeof addPetition>[1] = {}) {
  const site = await startSite(t)
  const petition = await addPetition(site, values)
  const { cookie } = await signInAs(site, { id: petition.accountId! })
  const { id } = await site.db
    .selectFrom('decisionMakers')
    .select('id')
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const place = `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: id })}`
  const studio = `/account/petitions/${petition.slug}`
  return { site, petition, maker: { id, petitionId: petition.id }, place, studio, headers: { cookie } }
}

const NOW = { act: 'now', confirmed: 'on' }
const deliveryOf = (site: TestSite) => site.db.selectFrom('deliveries').selectAll().executeTakeFirst()
const deliveredMails = (site: TestSite) =>
  site.mails.filter(({ subject }) => /^Delivered to you/.test(subject))

t.test('the campaigner delivers: a dossier of that moment, one mail, a line in what happened', async (t) => {
  const { site, petition, place, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }, { name: 'B' }])

  const forgotten = await site.submit(`${studio}/delivery`, { act: 'now' }, headers)
  t.equal(forgotten.statusCode, 422)
  t.match(forgotten.body, 'Tick the box to deliver')
  t.equal(await deliveryOf(site), undefined)

  const done = await site.submit(`${studio}/delivery`, NOW, headers)
  t.equal(done.headers.location, `${studio}/delivery?done=delivered`)
  await site.work()

  const delivery = await deliveryOf(site)
  t.match(delivery, { cause: 'campaigner', seenAt: null, acknowledgedAt: null })
  const dossier = await site.db
    .selectFrom('dossiers')
    .selectAll()
    .where('id', '=', delivery!.dossierId)
    .executeTakeFirstOrThrow()
  t.match(dossier, { state: 'ready', confirmed: 2 })
  t.equal(deliveredMails(site).length, 1)
  t.match(deliveredMails(site)[0]!.text, /It then had 2 confirmed signatures/)
  t.match((await site.get(`/petitions/${petition.slug}`)).body, /Delivered to City of Lyon/)
  t.match((await site.get(place)).body, /This petition was delivered to you on/)
  t.match((await site.get(studio, headers)).body, /Delivered on/)
})

t.test('pressed twice at once, it is delivered once', async (t) => {
  const { site, petition, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])

  const answers = await Promise.all([1, 2, 3].map(() => site.submit(`${studio}/delivery`, NOW, headers)))
  await site.work()

  t.strictSame(answers.map((answer) => answer.headers.location).sort(), [
    `${studio}/delivery?done=delivered`,
    `${studio}/delivery?done=delivered-before`,
    `${studio}/delivery?done=delivered-before`,
  ])
  t.equal(deliveredMails(site).length, 1)
  t.equal((await site.db.selectFrom('deliveries').selectAll().execute()).length, 1)
})

t.test(
  'nothing is delivered without a signature, to nobody, by somebody else, or from a draft',
  async (t) => {
    const { site, petition, maker, studio, headers } = await start(t)

    t.match((await site.submit(`${studio}/delivery`, NOW, headers)).body, 'There is nothing to deliver')
    await addConfirmed(site, petition, [{ name: 'A' }])
    await site.db.updateTable('decisionMakers').set({ state: 'not-me' }).where('id', '=', maker.id).execute()
    t.equal((await site.submit(`${studio}/delivery`, NOW, headers)).statusCode, 422)
    await site.db.updateTable('decisionMakers').set({ state: 'active' }).where('id', '=', maker.id).execute()
    const { cookie } = await signInAs(site, { id: (await addPetition(site)).accountId! })
    t.equal((await site.submit(`${studio}/delivery`, NOW, { cookie })).statusCode, 404)
    await site.db.updateTable('petitions').set({ state: 'submitted' }).where('id', '=', petition.id).execute()
    t.equal((await site.submit(`${studio}/delivery`, NOW, headers)).statusCode, 404)

    t.equal(await deliveryOf(site), undefined)
  },
)

t.test('it is delivered by itself at the number that was chosen, and not before', async (t) => {
  const { site, petition, studio, headers } = await start(t)
  for (const at of ['9', 'many', '', '99999999999'])
    t.equal(
      (await site.submit(`${studio}/delivery`, { act: 'plan', when: 'threshold', at }, headers)).statusCode,
      422,
      at,
    )
  await site.submit(`${studio}/delivery`, { act: 'plan', when: 'threshold', at: '10' }, headers)
  await addConfirmed(
    site,
    petition,
    Array.from({ length: 9 }, (_, index) => ({ name: `A${index}` })),
  )
  await site.work()
  t.equal(await deliveryOf(site), undefined)

  await addConfirmed(site, petition, [{ name: 'Tenth' }])
  await site.work()

  t.match(await deliveryOf(site), { cause: 'threshold' })
})

t.test('or when it closes', async (t) => {
  const { site, petition, studio, headers } = await start(t)
  await site.submit(`${studio}/delivery`, { act: 'plan', when: 'closing' }, headers)
  await addConfirmed(site, petition, [{ name: 'A' }])
  await site.work()
  t.equal(await deliveryOf(site), undefined)

  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', petition.id)
    .execute()
  await site.work()

  t.match(await deliveryOf(site), { cause: 'closing' })
})

t.test('a dossier that had begun before is not the delivery’s: its own is made after it', async (t) => {
  const { site, petition, maker, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  const at = site.deps.clock.now()
  const earlier = await site.db
    .insertInto('dossiers')
    .values({ petitionId: petition.id, decisionMakerId: maker.id, requestedAt: at, begunAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await site.submit(`${studio}/delivery`, NOW, headers)
  t.equal((await deliveryOf(site))!.dossierId, null)

  await site.db.updateTable('dossiers').set({ state: 'failed' }).where('id', '=', earlier.id).execute()
  await site.work()

  const { dossierId } = (await deliveryOf(site))!
  t.ok(dossierId && dossierId !== earlier.id)
})

t.test(
  'both sides download the same signed receipt, which names the sum of the dossier’s manifest',
  async (t) => {
    const { site, petition, place, studio, headers } = await start(t)
    await addConfirmed(site, petition, [{ name: 'A' }])
    await site.submit(`${studio}/delivery`, NOW, headers)
    await site.work()
    t.equal((await site.get(`${place}/receipt.json`)).statusCode, 404)

    await site.submit(`${place}/acknowledgement`)

    const { id, dossierId } = (await deliveryOf(site))!
    const theirs = await site.get(`${place}/receipt.json`)
    const ours = await site.get(`${studio}/deliveries/${id}/receipt.json`, headers)
    t.equal(theirs.body, ours.body)
    const manifest = await site.db
      .selectFrom('dossierFiles')
      .select('sha256')
      .where('dossierId', '=', dossierId)
      .where('file', '=', 'manifest.json')
      .executeTakeFirstOrThrow()
    const receipt = JSON.parse(theirs.body)
    t.equal(receipt.dossier.manifest_sha256, manifest.sha256.toString('hex'))
    t.match(receipt.recipient, { organisation: 'City of Lyon' })
    for (const url of [`${place}/receipt.json.sig`, `${studio}/deliveries/${id}/receipt.json.sig`]) {
      const signature = await site.get(url, headers)
      const { keys } = (await site.get('/.well-known/clameur-keys.json')).json()
      const key = keys.find((one: { id: string }) => one.id === signature.headers['clameur-key'])
      t.ok(verify(null, theirs.rawPayload, createPublicKey(key.pem), signature.rawPayload))
    }
    const { cookie } = await signInAs(site, { id: (await addPetition(site)).accountId! })
    t.equal((await site.get(`${studio}/deliveries/${id}/receipt.json`, { cookie })).statusCode, 404)
  },
)

t.test('what happened tells seen, acknowledged, and neutrally that nobody answered', async (t) => {
  const { site, petition, maker, place, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  await site.submit(`${studio}/delivery`, NOW, headers)
  // The page is kept for a second; another address is another page.
  let asked = 0
  const page = async () => (await site.get(`/petitions/${petition.slug}?at=${++asked}`)).body
  await site.get(place)
  t.notMatch(await page(), /has seen the delivery/)

  site.wait(DAY)
  await site.submit(`${place}/seen`)
  site.wait(DAY)
  t.match(await page(), /City of Lyon has seen the delivery/)
  await site.submit(`${place}/acknowledgement`)
  site.wait(DAY)
  t.match(await page(), /City of Lyon has acknowledged receipt of the delivery/)
  t.notMatch(await page(), /has acknowledged the petition/)
  t.notMatch(await page(), /No answer from/)

  site.wait(12 * DAY)
  t.match(await page(), /No answer from City of Lyon 15 days after delivery/)
  t.match(await page(), /An answer can be published here at any time/)

  // One that a moderator has not read yet is an answer all the same.
  await site.db
    .insertInto('replies')
    .values({ petitionId: petition.id, decisionMakerId: maker.id, body: 'We will.', signedBy: 'C' })
    .execute()
  t.notMatch(await page(), /No answer from/)
})

t.test('acknowledging can end the download; the files are destroyed on the day announced', async (t) => {
  const { site, petition, maker, place, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  t.equal(await endDownload(site.db, maker, site.deps.clock.now()), false)
  await site.submit(`${studio}/delivery`, NOW, headers)
  await site.work()
  const { dossierId } = (await deliveryOf(site))!
  const brief = `${place}/dossiers/${dossierId}/brief.pdf`
  const partsLeft = async () => (await site.db.selectFrom('dossierParts').select('part').execute()).length

  await site.submit(`${place}/acknowledgement`, { ends_download: 'on' })

  const page = await site.get(place)
  t.match(page.body, /The files are destroyed on/)
  t.notMatch(page.body, /dossier\.zip/)
  t.equal((await site.get(brief)).statusCode, 404)
  await site.submit(`${place}/dossiers`)
  t.equal((await site.db.selectFrom('dossiers').selectAll().execute()).length, 1)

  await site.submit(`${place}/download`, { act: 'reopen' })
  t.equal((await deliveryOf(site))!.destroyAt, null)
  await site.submit(`${place}/download`, { act: 'end' })
  const receipt = (await site.get(`${place}/receipt.json`)).body

  site.wait(14 * DAY - 60_000)
  await site.work('upkeep')
  t.ok((await partsLeft()) > 0)
  site.wait(120_000)
  await site.submit(`${place}/download`, { act: 'reopen' })
  await site.work('upkeep')

  t.equal(await partsLeft(), 0)
  t.match((await site.get(place)).body, /were due to be destroyed on/)
  t.equal((await site.get(brief)).statusCode, 404)
  t.equal((await site.get(`${place}/receipt.json`)).body, receipt)
})

t.test('“only when it is delivered” means no digest, and the delivery', async (t) => {
  const { site, petition, place, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  await site.work()
  await site.submit(`${place}/rhythm`, { rhythm: 'delivery' })
  site.mails.length = 0
  await site.submit(`${studio}/delivery`, NOW, headers)
  await site.work()
  t.equal(deliveredMails(site).length, 1)

  site.wait(2 * DAY)
  await site.db
    .updateTable('petitions')
    .set({ state: 'closed', closedAt: site.deps.clock.now() })
    .where('id', '=', petition.id)
    .execute()
  await site.work('decision-maker-notices')

  t.notOk(site.mails.find(({ subject }) => /closed/.test(subject)))
})

t.test('the pages speak French, too', async (t) => {
  const { site, petition, place, studio, headers } = await start(t)
  await addConfirmed(site, petition, [{ name: 'A' }])
  const french = { 'accept-language': 'fr', ...headers }

  t.match((await site.get(`${studio}/delivery`, french)).body, /Remettre maintenant/)
  await site.submit(`${studio}/delivery`, NOW, headers)

  t.match((await site.get(place, french)).body, /Remise entre vos mains/)
  t.match((await site.get(studio, french)).body, /Remise le/)
})
