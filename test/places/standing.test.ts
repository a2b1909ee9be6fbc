import t from 'tap'
import { dayOf } from '../../src/petitions/days.js'
import { findPlaces } from '../../src/places/france.js'
import { findRule, INSTITUTIONS, readRules } from '../../src/places/rules.js'
import { standingOf } from '../../src/places/standing.js'
import { addConfirmedSignatures, addPetition, signInAs } from '../support/factories.js'
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

t.test('what an institution counts on its own site alone is reached there alone', async (t) => {
  const asked = { ...NOWHERE, institution: 'fr-assemblee' }
  const territories = [
    ...Array.from({ length: 31 }, (_, index) => ({ territory: `FR-${10 + index}`, confirmed: 20_000 })),
    { territory: 'FR', confirmed: 7 },
    { territory: 'BE', confirmed: 20_000 },
  ]
  const counted = { confirmed: 640_007, commune: NONE, territories }
  t.match(standingOf(asked, counted)!.steps, [
    { wanted: 100_000, have: 620_007, isReached: false },
    { wanted: 500_000, have: 620_007, departementsHave: 31, isReached: false },
  ])
  const there = { signatures: 120_000, countedOn: '2026-11-20' }
  t.match(standingOf(asked, { ...counted, there })!.steps, [{ isReached: true }, { isReached: false }])
  t.equal(standingOf(ANNECY, { ...counted, there })!.there, undefined, 'a council has no such site')
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

t.test(
  'a campaigner tells what the institution’s own site counts, and the page says who read it when',
  async (t) => {
    const site = await startSite(t)
    const petition = await addPetition(site, { institution: 'fr-senat' })
    const account = await site.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', petition.accountId!)
      .executeTakeFirstOrThrow()
    const own = await signInAs(site, account)
    const address = `/account/petitions/${petition.slug}/official-count`
    const today = dayOf(site.deps.clock.now(), site.deps.config.timeZone)
    t.match((await site.get(`/account/petitions/${petition.slug}`, own)).body, address)

    const wrong = await site.submit(
      address,
      { official_url: 'https://senat.example/1', signatures: 'many', counted_on: '2999-01-01' },
      own,
    )
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, /must begin with https:\/\/petitions.senat.fr/)
    t.match(wrong.body, /Write the number as it stands there/)
    t.match(wrong.body, /Choose the day on which you read it/)
    t.match(wrong.body, /value="many"/)

    for (const signatures of ['99,999', '100 000']) {
      const official_url = 'https://petitions.senat.fr/initiatives/i-1'
      const kept = await site.submit(address, { official_url, signatures, counted_on: today }, own)
      t.equal(kept.statusCode, 303)
    }
    const page = (await site.get(`/petitions/${petition.slug}`)).body
    t.match(
      page,
      /100,000 signatures on petitions.senat.fr on .*, as the campaigner read it there; none here so far/,
    )
    t.match(page, /That number is reached\./)
    t.match(page, /count for nothing there/)
    t.match(page, /Signing here shows support\. The institution asked counts only/, 'and beside the form')
    t.match(page, /href="https:\/\/petitions.senat.fr\/initiatives\/i-1"/)
    const rows = await site.db.selectFrom('officialCounts').select('signatures').execute()
    t.equal(rows.length, 2, 'what was shown before is kept')

    const council = await addPetition(site, { ...ANNECY, accountId: account.id })
    t.equal((await site.get(`/account/petitions/${council.slug}/official-count`, own)).statusCode, 404)
  },
)

t.test('a fault in the file of rules is told with its place', async (t) => {
  const fault = (entry: object) => () => readRules(JSON.stringify({ about: '', rules: { 'fr-moon': entry } }))
  const moon = {
    name: { en: 'Moon', fr: 'Lune' },
    country: 'FR',
    law: { en: 'Law', fr: 'Loi' },
    thresholds: [{ signatures: 5, effect: { en: 'Light', fr: 'Lumière' } }],
    source: 'https://moon.example',
    readOn: '2026-11',
  }
  t.equal(readRules(JSON.stringify({ about: '', rules: { 'fr-moon': moon } }))['fr-moon']?.name.fr, 'Lune')
  t.throws(fault({ ...moon, source: 'moon.example' }), /rules\.fr-moon\.source/)
  t.throws(fault({ ...moon, law: { en: 'Law' } }), /rules\.fr-moon\.law\.fr/)
  t.throws(
    fault({ ...moon, thresholds: [{ signatures: 5, share: 0.1, effect: moon.law }] }),
    /rules\.fr-moon\.thresholds\.0: needs either/,
  )
  t.throws(fault({ ...moon, thresholds: [{ share: 0.1, effect: moon.law }] }), /needs a place/)
})

t.test('every institution has its rule, its source and its words in both languages', async (t) => {
  const figures = INSTITUTIONS.map((name) => {
    const { thresholds, ownSite } = findRule(name)!
    return [name, thresholds.map(({ share, signatures }) => share ?? signatures), ownSite !== undefined]
  })
  t.strictSame(figures, [
    ['fr-commune', [0.1], false],
    ['fr-departement', [0.05], false],
    ['fr-region', [0.05], false],
    ['fr-assemblee', [100_000, 500_000], true],
    ['fr-senat', [100_000], true],
    ['fr-cese', [150_000], true],
    ['uk-parliament', [10_000, 100_000], true],
    ['eu-initiative', [1_000_000], true],
  ])
})
