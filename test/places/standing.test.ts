import t from 'tap'
import { findPlaces } from '../../src/places/france.js'
import { standingOf } from '../../src/places/standing.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { fillIn, petitionOfDraft, startDraft } from '../support/launch.js'
import { startSite } from '../support/site.js'

const NOWHERE = {
  institution: null,
  institutionCode: null,
  institutionName: null,
  institutionPopulation: null,
  institutionPostcodes: [] as string[],
  institutionShared: 0,
  officialUrl: null,
}

const NONE = { certain: 0, perhaps: 0 }

const annecy = findPlaces('commune', 'Annecy')[0]!
const ANNECY = {
  ...NOWHERE,
  institution: 'fr-commune',
  institutionCode: annecy.code,
  institutionName: annecy.name,
  institutionPopulation: 1001,
  institutionPostcodes: annecy.postcodes,
}

t.test('a petition that asks a company, or nobody with a rule, has no standing', async (t) => {
  t.equal(standingOf(NOWHERE, { confirmed: 9, commune: NONE, territories: [] }), undefined)
  t.equal(
    standingOf({ ...NOWHERE, institution: 'moon' }, { confirmed: 9, commune: NONE, territories: [] }),
    undefined,
  )
})

t.test(
  'a commune’s tenth is of its people, and those of a shared postcode only perhaps reach it',
  async (t) => {
    const standing = (certain: number, perhaps: number) =>
      standingOf(ANNECY, { confirmed: 5_000, commune: { certain, perhaps }, territories: [] })!.steps
    t.match(standing(100, 0), [{ wanted: 101, have: 100, isReached: false, isPerhapsReached: false }])
    t.match(standing(101, 0), [{ have: 101, isReached: true, isPerhapsReached: false }])
    t.match(standing(100, 1), [{ have: 100, perhaps: 1, isReached: false, isPerhapsReached: true }])
  },
)

t.test('a département and a region count their own territories', async (t) => {
  const territories = [
    { territory: 'FR-35', confirmed: 30 },
    { territory: 'FR-29', confirmed: 12 },
    { territory: 'FR-69', confirmed: 500 },
  ]
  const counted = { confirmed: 542, commune: NONE, territories }
  const finistere = {
    ...NOWHERE,
    institution: 'fr-departement',
    institutionCode: '29',
    institutionName: 'Finistère',
    institutionPopulation: 240,
  }
  t.match(standingOf(finistere, counted)!.steps, [{ wanted: 12, have: 12, isReached: true }])
  const brittany = {
    ...NOWHERE,
    institution: 'fr-region',
    institutionCode: '53',
    institutionName: 'Bretagne',
    institutionPopulation: 1_000,
  }
  t.match(standingOf(brittany, counted)!.steps, [{ wanted: 50, have: 42, isReached: false }])
})

t.test('the Assemblée’s debate wants people and départements', async (t) => {
  const from = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ territory: `FR-${10 + index}`, confirmed: 20_000 }))
  const asked = { ...NOWHERE, institution: 'fr-assemblee' }
  const many = standingOf(asked, {
    confirmed: 600_000,
    commune: NONE,
    territories: [...from(29), { territory: 'BE', confirmed: 20_000 }],
  })!
  t.match(many.steps, [
    { have: 580_000, isReached: true },
    { have: 580_000, departementsHave: 29, isReached: false },
  ])
  const wide = standingOf(asked, { confirmed: 600_000, commune: NONE, territories: from(30) })!
  t.match(wide.steps[1], { departementsHave: 30, isReached: true })
})

t.test('a campaigner names the commune once; form, territory and page follow', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const asked = {
    ask: 'Open the library on Wednesdays from ten to six.',
    maker_name: 'The mayor',
    maker_email: 'mairie@annecy.example',
  }

  const several = await site.submit(`${draft}/recipient`, {
    ...asked,
    institution: 'fr-commune',
    institution_place: 'Saint-Denis',
  })
  t.equal(several.statusCode, 422)
  t.match(several.body, /Saint-Denis \(97411\)/)
  t.match(several.body, /value="Saint-Denis"/, 'what was typed stays')
  const none = await site.submit(`${draft}/recipient`, { ...asked, institution: 'fr-commune' })
  t.match(none.body, /Write which commune/)
  const unknown = await site.submit(`${draft}/recipient`, { ...asked, institution: 'un' })
  t.match(unknown.body, /Choose an institution/)
  const foreign = await site.submit(`${draft}/recipient`, {
    ...asked,
    institution: 'fr-senat',
    official_url: 'https://petitions.senat.fr.evil.example/1',
  })
  t.match(foreign.body, /must begin with https:\/\/petitions.senat.fr/)

  const answer = await site.submit(`${draft}/recipient`, {
    ...asked,
    institution: 'fr-commune',
    institution_place: '74000 Annecy',
  })
  t.equal(answer.statusCode, 303)
  const petition = await petitionOfDraft(site, draft)
  t.match(petition, { institution: 'fr-commune', institutionCode: '74010', institutionName: 'Annecy' })
  t.match((await site.get(`${draft}/recipient`)).body, /value="Annecy \(74010\)"/)
  t.match((await site.get(`${draft}/details`)).body, /value="74000, 74370, 74600, 74940, 74960"/)
  await fillIn(site, draft)
  t.match(await petitionOfDraft(site, draft), { institution: null }, 'and is taken back by leaving it out')
})

t.test('the page says what the rule is, how far it is, and what a signature here is worth', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { ...ANNECY, country: 'FR', postcodes: annecy.postcodes })
  await addConfirmedSignatures(site, petition, 3)
  const page = (await site.get(`/petitions/${petition.slug}`)).body
  t.match(page, /one tenth of the registered electors/)
  t.match(page, /at most 101 signatures: 10% of 1,001 inhabitants of Annecy/)
  t.match(page, /not compared with the electoral roll/)
  const french = (await site.get(`/petitions/${petition.slug}?lang=fr`)).body
  t.match(french, /un dixième des électeurs inscrits/)

  const mirror = await addPetition(site, {
    institution: 'fr-senat',
    officialUrl: 'https://petitions.senat.fr/initiatives/i-1',
  })
  t.match(
    (await site.get(`/petitions/${mirror.slug}`)).body,
    /<a class="button quiet" href="https:\/\/petitions.senat.fr\/initiatives\/i-1"/,
  )
})
