import { createPublicKey, verify } from 'node:crypto'
import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { orderDossier } from '../../src/decision-makers/order-dossier.js'
import { tokenOf } from '../../src/keys/links.js'
import { correctName } from '../../src/my-signatures/correct-name.js'
import { eraseAll } from '../../src/my-signatures/erase-all.js'
import { strikeMissed } from '../../src/signatures/strikes.js'
import { withdrawSignature } from '../../src/signatures/withdraw.js'
import { handlersFor } from '../../src/worker.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000

/** A petition of five people whose decision-maker was told and has a dossier. */
async function addDelivered(site: TestSite) {
  const petition = await addPetition(site)
  const ids = await addConfirmedSignatures(site, petition, 5)
  await site.work()
  site.mails.length = 0
  site.wait(60_000)
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const token = tokenOf(keys, 'decision-maker', { petitionId: petition.id, subjectId: maker.id })
  return { petition, ids, maker, place: `/dossiers/${token}` }
}

const withdraw = (site: TestSite, petition: Petition, signatureId: number) =>
  withdrawSignature(site.deps, { petitionId: petition.id, signatureId })

async function readList(site: TestSite, place: string) {
  const page = await site.get(place)
  const path = /href="(\/dossiers\/[^"]*withdrawals\.csv)"/.exec(page.body)?.[1]
  return { page: page.body, path, csv: path ? (await site.get(path)).body : undefined }
}

const tell = (site: TestSite) => handlersFor(site.deps)['decision-maker-notices']()
const toMayor = (site: TestSite) => site.mails.filter(({ subject }) => /Signatures to strike/.test(subject))

t.test(
  'who was on a list that was handed over is struck from it by number, and by nothing else',
  async (t) => {
    const site = await startSite(t)
    const { petition, ids, place } = await addDelivered(site)
    t.notMatch((await site.get(place)).body, 'Signatures to strike')

    await withdraw(site, petition, ids[1]!)
    t.equal(await correctName(site.deps, 'signer4@example.net', 'Signer Four'), 1)
    await eraseAll(site.deps, 'signer3@example.net')
    await eraseAll(site.deps, 'signer3@example.net')

    const { page, path, csv } = await readList(site, place)
    t.match(page, /To strike<\/dt><dd>2</)
    t.match(page, /To correct<\/dt><dd>1</)
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(site.deps.clock.now())
    const url = `https://clameur.test/petitions/${petition.slug}`
    t.equal(
      csv,
      `\ufeffpetition,number,act,taken_back_on,list\r\n${url},2,strike,${today},online\r\n${url},4,correct,${today},online\r\n${url},3,strike,${today},online\r\n`,
    )
    t.notMatch(`${page}${csv}`, /signer\d@|Signer (\d|Four)/)

    const signature = (await site.get(`${path}.sig`)).rawPayload
    const [key] = (await site.get('/.well-known/clameur-keys.json')).json().keys
    const file = (await site.get(path!)).rawPayload
    t.ok(verify(null, file, createPublicKey(key.pem), signature), 'its signature fits')
    t.notOk(verify(null, Buffer.concat([file, Buffer.from('x')]), createPublicKey(key.pem), signature))
    t.equal(signature.length, 64)
    t.match((await site.get(place, { 'accept-language': 'fr' })).body, 'Signatures à rayer')
  },
)

t.test('who changes or empties the reason that a list holds has it corrected there', async (t) => {
  const site = await startSite(t)
  const { petition, ids, place } = await addDelivered(site)
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: ids[2]! })}`

  await site.submit(`${own}/consents`, { comment: '', show_name: 'on' })
  t.equal((await readList(site, place)).csv, undefined, 'nothing changed in what the list has')
  await site.submit(`${own}/consents`, { comment: 'It is near.' })

  t.match((await readList(site, place)).csv, /,3,correct,/)
})

t.test(
  'who keeps their name back after a delivery, or gives it after all, is told to be corrected',
  async (t) => {
    const site = await startSite(t)
    const { petition, ids, place } = await addDelivered(site)
    const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
    const own = `/signatures/${tokenOf(keys, 'signature', { petitionId: petition.id, subjectId: ids[2]! })}`

    await site.submit(`${own}/consents`, { offered: 'withhold_name', withhold_name: 'on' })
    const { page, csv } = await readList(site, place)
    t.match(csv, /,3,correct,/)
    t.notMatch(`${page}${csv}`, /signer3@|Signer 3/)
    await site.submit(`${own}/consents`, { offered: 'withhold_name', withhold_name: 'on', comment: 'Mine.' })
    t.match((await readList(site, place)).page, /To correct<\/dt><dd>1</, 'lists have no reason of theirs')
    await site.submit(`${own}/consents/withdrawal`, { kind: 'withhold-name' })

    t.match((await readList(site, place)).page, /To correct<\/dt><dd>2</)
  },
)

t.test(
  'nothing is listed that no list held: before a dossier, unconfirmed, or signed after it',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    const [early] = await addConfirmedSignatures(site, petition, 3)
    await withdraw(site, petition, early!)
    await site.work()
    site.wait(60_000)
    const [late] = await addConfirmedSignatures(site, petition, 1, { from: 4 })
    await withdraw(site, petition, late!)

    t.strictSame(await site.db.selectFrom('strikes').selectAll().execute(), [])
  },
)

t.test('a withdrawal that was committed while a dossier was made is not missed', async (t) => {
  const site = await startSite(t)
  const { petition, ids } = await addDelivered(site)
  const since = site.deps.clock.now()
  await withdraw(site, petition, ids[0]!)
  // As if it had looked for dossiers before this one was ordered.
  await site.db.deleteFrom('strikes').execute()
  const at = site.deps.clock.now()

  const missed = { petitionId: petition.id, since, at }
  await strikeMissed(site.db, missed, async (numbers) => [...numbers])
  await strikeMissed(site.db, missed, async (numbers) => [...numbers])

  t.match(await site.db.selectFrom('strikes').selectAll().execute(), [{ number: 1, act: 'strike' }])
})

t.test('one button says that they were struck; what comes later is new again', async (t) => {
  const site = await startSite(t)
  const { petition, ids, maker, place } = await addDelivered(site)
  await withdraw(site, petition, ids[0]!)
  const seen = /name="to" value="(\d+)"/.exec((await site.get(place)).body)![1]!
  await withdraw(site, petition, ids[1]!)

  const done = await site.submit(`${place}/withdrawals`, { to: seen })

  t.equal(done.headers.location, `${place}?done=struck`)
  t.match((await site.get(done.headers.location as string)).body, 'Thank you for striking them')
  t.match((await site.get(place)).body, '1 entry is new since')
  await site.submit(`${place}/withdrawals`, { to: '999999999999' })
  t.match((await site.get(place)).body, 'You told us on')
  t.notMatch((await site.get(place)).body, 'I have struck them')
  await site.submit(`${place}/withdrawals`, { to: seen })
  await site.submit(`${place}/withdrawals`, { to: 'many' })
  t.match((await site.get(place)).body, 'You told us on', 'what was confirmed is not taken back')
  const acts = await site.db
    .selectFrom('auditEntries')
    .select('act')
    .where('petitionId', '=', maker.petitionId)
    .where('act', '=', 'decision-maker-struck')
    .execute()
  t.equal(acts.length, 2)
})

t.test('a mail tells of them at most once a week, or at the rhythm that was chosen', async (t) => {
  const site = await startSite(t)
  const { petition, ids } = await addDelivered(site)
  await withdraw(site, petition, ids[0]!)
  await withdraw(site, petition, ids[1]!)
  await Promise.all([tell(site), tell(site)])
  t.equal(toMayor(site).length, 1)
  t.match(toMayor(site)[0]!.text, '2 people who are on a list')
  t.match(toMayor(site)[0]!.text, /\/dossiers\/d[\w.-]+\?lang=en#withdrawals/)
  t.notMatch(toMayor(site)[0]!.text, /Signer|signer\d/)

  await withdraw(site, petition, ids[2]!)
  site.wait(6 * DAY)
  await tell(site)
  t.equal(toMayor(site).length, 1)
  site.wait(DAY)
  await tell(site)
  await tell(site)
  t.equal(toMayor(site).length, 2)

  await site.db.updateTable('decisionMakers').set({ rhythm: 'monthly' }).execute()
  await withdraw(site, petition, ids[3]!)
  site.wait(8 * DAY)
  await tell(site)
  t.equal(toMayor(site).length, 2)
  await site.db.updateTable('decisionMakers').set({ rhythm: 'none' }).execute()
  site.wait(30 * DAY)
  await tell(site)
  t.equal(toMayor(site).length, 2, 'who wants no mail gets none')
  await site.db.updateTable('decisionMakers').set({ rhythm: 'monthly', locale: 'fr' }).execute()
  await tell(site)
  t.match(site.mails.at(-1)!.subject, 'Signatures à rayer de votre liste')
})

t.test('the list of one decision-maker opens with no other link, and with no made-up number', async (t) => {
  const site = await startSite(t)
  const { petition, ids, place } = await addDelivered(site)
  const other = await addDelivered(site)
  await withdraw(site, petition, ids[0]!)
  await withdraw(site, other.petition, other.ids[0]!)
  const { path } = await readList(site, place)
  const to = /withdrawals\/(\d+)\//.exec(path!)![1]!

  t.equal((await site.get(path!)).statusCode, 200)
  for (const wrong of [
    `${other.place}/withdrawals/${to}/withdrawals.csv`,
    `${place}/withdrawals/0/withdrawals.csv`,
    `${place}/withdrawals/${Number(to) + 1}/withdrawals.csv`,
    `${place}/withdrawals/x/withdrawals.csv.sig`,
    `/dossiers/dx.1.${'a'.repeat(22)}/withdrawals/${to}/withdrawals.csv`,
  ])
    t.equal((await site.get(wrong)).statusCode, 404, wrong)
})

t.test('a dossier that is ordered later holds them no more, and the list stays', async (t) => {
  const site = await startSite(t)
  const { petition, ids, maker, place } = await addDelivered(site)
  await withdraw(site, petition, ids[0]!)
  site.wait(120_000)

  await orderDossier(site.deps, maker)
  await site.work('dossiers')

  t.match((await readList(site, place)).csv, /,1,strike,/)
  t.equal((await site.db.selectFrom('strikes').selectAll().execute()).length, 1)
})
