/** Which communes the counted signatures come from: told by the worker, never by a request, and never more than is known. */

import t from 'tap'
import { findPlaces } from '../../src/places/france.js'
import { destroyDueKeys } from '../../src/retention/destroy.js'
import { recountCommunesEveryNight } from '../../src/tally-log/recount-communes.js'
import { writeLogs } from '../../src/tally-log/write.js'
import { signAndConfirm } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { until } from '../support/queues.js'
import { startSite, type TestSite } from '../support/site.js'
import { isSomebodyWaiting } from '../support/waiting.js'
import { confirmAs, readPostcodes, withdraw } from './support.js'

/** Annecy has postcodes of its own; Izieu shares its one with twenty others. */
const annecy = findPlaces('commune', 'Annecy')[0]!
const izieu = findPlaces('commune', 'Izieu')[0]!

const asking = (place: typeof annecy) => ({
  institution: 'fr-commune',
  institutionCode: place.code,
  institutionName: place.name,
  institutionPopulation: 20,
  institutionPostcodes: place.postcodes,
  institutionShared: 21,
  country: 'FR',
  // Another territory than the commune's: its tally needs none.
  postcodes: ['01'],
})

function readTallies({ db }: TestSite, petitionId: number) {
  return db
    .selectFrom('communeTallies')
    .select(['postcode', 'commune', 'communeName', 'confirmed'])
    .where('petitionId', '=', petitionId)
    .orderBy('postcode')
    .execute()
}

t.test('a postcode of one commune tells it, a shared one tells none; requests look nothing up', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const places: Record<string, Record<string, string>> = {
    ada: { postcode: '74000' },
    ben: { postcode: '74000' },
    cyr: { postcode: '01300' },
    dia: { postcode: '' },
    eva: { country: 'BE', postcode: '1000' },
  }
  for (const [who, place] of Object.entries(places))
    await signAndConfirm(site, petition.slug, { name: who, email: `${who}@example.org`, ...place }, [
      'confirmation-mails',
    ])
  t.strictSame(await readTallies(site, petition.id), [], 'confirmed, and no request told a commune')

  await site.work('log')

  t.strictSame(await readTallies(site, petition.id), [
    { postcode: '01300', commune: '', communeName: '', confirmed: 1 },
    { postcode: '74000', commune: '74010', communeName: 'Annecy', confirmed: 2 },
  ])
})

t.test('a petition to a commune counts its own postcodes for certain, and shared ones apart', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, asking(annecy))
  for (const who of ['ada', 'ben']) await confirmAs(site, petition, who, '74000')
  await confirmAs(site, petition, 'cyr', '01300')
  await site.work('log')

  const page = (await site.get(`/petitions/${petition.slug}`)).body
  t.match(page, /2 people with a postcode of Annecy have signed here so far/)
  t.match(page, /That number is reached\./)

  const village = await addPetition(site, asking(izieu))
  for (const who of ['ada', 'ben', 'cyr']) await confirmAs(site, village, who, '01300')
  await confirmAs(site, village, 'dia', '74000')
  await site.work('log')

  const shared = (await site.get(`/petitions/${village.slug}`)).body
  t.match(
    shared,
    /nobody has signed here so far with a postcode of Izieu alone, and 3 people with one that Izieu shares/,
  )
  t.match(shared, /reached only if enough of those others live there/)
  t.match(shared, /may live in Izieu, or not/)
  const french = (await site.get(`/petitions/${village.slug}?lang=fr`)).body
  t.match(french, /et 3 personnes avec un code postal partagé avec d’autres communes/)
})

t.test('who withdraws leaves the commune, though the postcode is erased with the name', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const id = await confirmAs(site, petition, 'ada', '74000')
  await confirmAs(site, petition, 'ben', '74000')
  await writeLogs(site.deps)

  await withdraw(site, petition, id)
  await writeLogs(site.deps)

  t.match(await readTallies(site, petition.id), [{ postcode: '74000', confirmed: 1 }])
  await confirmAs(site, petition, 'ada', '01300')
  await writeLogs(site.deps)
  const { tallied, counted } = await readPostcodes(site, petition.id)
  t.strictSame(tallied, counted)
  t.equal(tallied.length, 2)
})

t.test('what differs is put right at night, and filled where there was nothing before', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  for (const who of ['ada', 'ben', 'cyr']) await confirmAs(site, petition, who, '74000')
  await writeLogs(site.deps)
  await site.db.deleteFrom('communeTallies').execute()

  await recountCommunesEveryNight(site.deps)

  t.match(await readTallies(site, petition.id), [{ postcode: '74000', commune: '74010', confirmed: 3 }])
  await site.db.updateTable('communeTallies').set({ confirmed: 7 }).execute()
  await recountCommunesEveryNight(site.deps)
  t.match(await readTallies(site, petition.id), [{ confirmed: 7 }], 'not before the next night')
  site.wait(86_400_000)
  await recountCommunesEveryNight(site.deps)
  t.match(await readTallies(site, petition.id), [{ confirmed: 3 }])
})

t.test('a recount that somebody overtakes begins again', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  for (const who of ['ada', 'ben', 'cyr']) await confirmAs(site, petition, who, '74000')
  await writeLogs(site.deps)
  await site.db.updateTable('communeTallies').set({ confirmed: 7 }).execute()

  const recounting = await site.db.transaction().execute(async (trx) => {
    await trx.updateTable('logs').set({ communesAt: null }).execute()
    const recounting = recountCommunesEveryNight(site.deps)
    await until('it waits', () => isSomebodyWaiting(site))
    return { ended: recounting }
  })
  await recounting.ended

  t.match(await readTallies(site, petition.id), [{ confirmed: 3 }])
})

t.test(
  'once the signers are destroyed their postcodes are gone, and only figures of several stay',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site)
    for (const who of ['ada', 'ben', 'cyr', 'dia', 'eva']) await confirmAs(site, petition, who, '74000')
    await confirmAs(site, petition, 'fay', '01300')
    await writeLogs(site.deps)
    await site.db.updateTable('petitions').set({ state: 'closed', closedAt: site.deps.clock.now() }).execute()

    site.wait(400 * 86_400_000)
    await destroyDueKeys(site.deps)
    await recountCommunesEveryNight(site.deps)

    t.match(await readTallies(site, petition.id), [{ postcode: '74000', confirmed: 5 }])
    t.equal((await readTallies(site, petition.id)).length, 1)
    t.strictSame((await readPostcodes(site, petition.id)).counted, [])
  },
)
