import t from 'tap'
import { acknowledge } from '../../src/decision-makers/act.js'
import { findFigures, findPublishedReplies } from '../../src/decision-makers/queries.js'
import { submitReply } from '../../src/decision-makers/reply.js'
import { tellDecisionMakersLater } from '../../src/decision-makers/tell.js'
import { type LinkPurpose, tokenOf } from '../../src/keys/links.js'
import { addConfirmed } from '../support/confirmed.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const REPLY = 'The library **stays open** on Wednesdays from March on.'

async function addReader(site: TestSite, values: Parameters<typeof addPetition>[1] = {}) {
  const petition = await addPetition(site, values)
  const maker = await site.db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const token = (purpose: LinkPurpose) =>
    tokenOf(keys, purpose, { petitionId: petition.id, subjectId: maker.id })
  return { petition, maker, token, place: `/dossiers/${token('decision-maker')}` }
}

const makerOf = (site: TestSite, id: number) =>
  site.db.selectFrom('decisionMakers').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

t.test('the private page shows what is asked, by whom, and the figures, in both languages', async (t) => {
  const site = await startSite(t)
  const { petition, place } = await addReader(site)
  await addConfirmed(site, petition, [
    ...Array.from({ length: 3 }, () => ({ name: 'A', postcode: '69007' })),
    {
      name: 'B',
      postcode: '75011',
      confirmedAt: new Date(site.deps.clock.now().getTime() - 20 * 86_400_000),
    },
    { name: 'C', country: 'BE', postcode: '1000' },
  ])

  const page = await site.get(place)

  t.equal(page.statusCode, 200)
  for (const said of [
    petition.ask,
    'Nour Haddad',
    'Claire Fontanel, Mayor, City of Lyon',
    '3 of 5 (60%) gave a postcode inside the territory',
    'Rhône',
    'Paris',
    'Belgium',
    'Email address confirmed, postcode inside the territory',
    'What this does not prove',
  ])
    t.ok(page.body.includes(said), said)
  t.match(page.body, /<path class="curve" d="M/)
  t.match(page.headers, {
    'cache-control': /no-store/,
    'x-robots-tag': /noindex/,
    'referrer-policy': 'same-origin',
  })
  t.match(page.body, /<meta name="robots" content="noindex/)
  const french = await site.get(place, { 'accept-language': 'fr' })
  t.match(french.body, /Ce que cela ne prouve pas/)
  t.match(french.body, /Belgique/)
})

t.test('reading the page changes nothing', async (t) => {
  const site = await startSite(t)
  const { maker, place } = await addReader(site)

  for (const path of [place, `${place}/disclaimer`, `${place}/objection`])
    t.equal((await site.get(path)).statusCode, 200)

  t.strictSame(await makerOf(site, maker.id), maker)
  t.equal((await site.db.selectFrom('dossiers').selectAll().execute()).length, 0)
})

t.test('no other link opens it: another purpose, another petition, a forged one', async (t) => {
  const site = await startSite(t)
  const { token, place } = await addReader(site)
  const other = await addReader(site, { state: 'submitted' })
  const forged = `${place.slice(0, -1)}${place.endsWith('A') ? 'Q' : 'A'}`
  const swapped = place.replace(/\/d1\./, '/d2.')

  for (const path of [
    `/dossiers/${token('decision-maker-unsubscribe')}`,
    `/dossiers/${token('signature').replace(/^s/, 'd')}`,
    other.place,
    forged,
    swapped,
    '/dossiers/nonsense',
  ]) {
    t.equal((await site.get(path)).statusCode, 404, path)
    for (const noun of ['acknowledgement', 'replies', 'rhythm', 'disclaimer', 'objection', 'dossiers'])
      t.equal((await site.submit(`${path}/${noun}`)).statusCode, 404, `${path}/${noun}`)
  }
})

t.test('the page of a hidden petition is gone', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site, { state: 'hidden', moderationReason: 'defamation' })

  const page = await site.get(place)
  t.equal(page.statusCode, 410)
  t.match(page.body, /accuses a person or an organisation without proof/)
  t.equal((await site.submit(`${place}/acknowledgement`)).statusCode, 410)
})

t.test('receipt is acknowledged once', async (t) => {
  const site = await startSite(t)
  const { maker, place } = await addReader(site)

  const answer = await site.submit(`${place}/acknowledgement`)
  const first = (await makerOf(site, maker.id)).acknowledgedAt
  site.wait(86_400_000)
  await site.submit(`${place}/acknowledgement`)

  t.equal(answer.statusCode, 303)
  t.match((await site.get(answer.headers.location as string)).body, /Receipt acknowledged/)
  t.match((await site.get(place)).body, /You acknowledged receipt on/)
  t.strictSame((await makerOf(site, maker.id)).acknowledgedAt, first)
  t.equal(await acknowledge(site.deps, maker), false)
  const acts = await site.db.selectFrom('auditEntries').select('act').execute()
  t.strictSame(acts, [{ act: 'decision-maker-acknowledged' }])
})

t.test('a reply waits for a moderator, and only one does', async (t) => {
  const site = await startSite(t)
  const { petition, maker, place } = await addReader(site)

  const answer = await site.submit(`${place}/replies`, {
    kind: 'accept',
    body: REPLY,
    signed_by: 'Claire Fontanel, Mayor',
  })
  const again = await site.submit(`${place}/replies`, {
    kind: 'accept',
    body: 'A second thought of mine, kept.',
    signed_by: 'C. F.',
  })

  t.equal(answer.statusCode, 303)
  t.equal(again.statusCode, 422)
  t.match(again.body, /A second thought of mine, kept\./, 'what was typed is not lost')
  t.match(again.body, /A reply is already waiting/)
  t.match((await site.get(place)).body, /Your reply is waiting for a moderator/)
  t.strictSame(await findPublishedReplies(site.db, petition.id), [])

  await site.db.updateTable('replies').set({ state: 'published', decidedAt: new Date() }).execute()
  t.match(await findPublishedReplies(site.db, petition.id), [
    {
      body: REPLY,
      signedBy: 'Claire Fontanel, Mayor',
      name: 'Claire Fontanel',
      organisation: 'City of Lyon',
    },
  ])
  const page = (await site.get(place)).body
  t.match(page, /<strong>stays open<\/strong>/)
  t.match(page, /Write a reply/, 'another may be written then')
  t.match(await submitReply(site.deps, maker, { body: REPLY, signedBy: 'C. F.' }), { outcome: 'submitted' })
})

t.test('of replies sent at the same moment one waits', async (t) => {
  const site = await startSite(t)
  const { maker } = await addReader(site)

  const outcomes = await Promise.all(
    [1, 2, 3].map(() => submitReply(site.deps, maker, { body: REPLY, signedBy: 'C. F.' })),
  )

  t.strictSame(outcomes.map(({ outcome }) => outcome).sort(), [
    'one-is-waiting',
    'one-is-waiting',
    'submitted',
  ])
})

t.test('a refused reply says why, and another can be sent', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)
  await site.submit(`${place}/replies`, { kind: 'accept', body: REPLY, signed_by: 'Somebody' })
  await site.db
    .updateTable('replies')
    .set({ state: 'refused', decidedAt: new Date(), decisionNote: 'Please sign with your role.' })
    .execute()

  const page = (await site.get(place)).body

  t.match(page, /This reply was not published/)
  t.match(page, /Please sign with your role\./)
  t.equal(
    (await site.submit(`${place}/replies`, { kind: 'accept', body: REPLY, signed_by: 'C. F.' })).statusCode,
    303,
  )
})

t.test('a reply that cannot be taken comes back with what to mend', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)

  const empty = await site.submit(`${place}/replies`, { kind: 'accept', body: 'Too short', signed_by: '' })
  t.equal(empty.statusCode, 422)
  t.match(empty.body, /<a href="#body">Write at least 20 characters/)
  t.match(empty.body, /<a href="#signed_by">Say who signs/)
  t.match(empty.body, />\s*Too short<\/textarea>/)

  const long = await site.submit(`${place}/replies`, {
    kind: 'accept',
    body: 'x'.repeat(20_001),
    signed_by: 'C. F.',
  })
  t.equal(long.statusCode, 422)
  t.match(long.body, /Shorten the reply to 20,000 characters: it is 1 over/)
  t.equal((await site.submit(`${place}/rhythm`, { rhythm: 'hourly' })).statusCode, 422)
  t.equal((await site.db.selectFrom('replies').select('id').execute()).length, 0)
})

t.test('a page of mistakes that is reloaded, or read in the other language, leads back', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)

  for (const noun of ['acknowledgement', 'rhythm', 'replies', 'dossiers'])
    t.match(await site.get(`${place}/${noun}?lang=fr`), {
      statusCode: 303,
      headers: { location: `${place}?lang=fr` },
    })
})

t.test('a reply cannot carry a script', async (t) => {
  const site = await startSite(t)
  const { place } = await addReader(site)

  await site.submit(`${place}/replies`, {
    kind: 'accept',
    body: 'Hello <script>alert(1)</script> [x](javascript:alert(2))',
    signed_by: '<b>Mayor</b>',
  })

  const { body } = await site.get(place)
  t.notMatch(body, /<script>|href="javascript|<b>Mayor/)
})

t.test('the rhythm is chosen on the page', async (t) => {
  const site = await startSite(t)
  const { maker, place } = await addReader(site)

  const answer = await site.submit(`${place}/rhythm`, { rhythm: 'monthly' })

  t.equal(answer.headers.location, `${place}?done=rhythm`)
  t.equal((await makerOf(site, maker.id)).rhythm, 'monthly')
  t.match((await site.get(place)).body, /value="monthly" checked/)
})

for (const { noun, state, title } of [
  { noun: 'disclaimer', state: 'not-me', title: /You told us that it is not you/ },
  { noun: 'objection', state: 'objected', title: /You have objected/ },
] as const) {
  t.test(`after the ${noun} nothing is sent any more, and it is recorded`, async (t) => {
    const site = await startSite(t)
    const { petition, maker, place } = await addReader(site)
    await tellDecisionMakersLater(site.deps)
    t.match((await site.get(`${place}/${noun}`)).body, /Your address is erased/)

    const answer = await site.submit(`${place}/${noun}`, { note: 'Ask the transport department' })
    await site.submit(`${place}/${noun}`, { note: 'again' })
    await site.work()
    await site.db
      .updateTable('petitions')
      .set({ state: 'closed', closedAt: site.deps.clock.now() })
      .where('id', '=', petition.id)
      .execute()
    site.wait(40 * 86_400_000)
    await site.work()

    t.equal(answer.statusCode, 303)
    t.match((await site.get(place)).body, title)
    t.equal(site.mails.filter((mail) => mail.to === 'mayor@city.example').length, 0)
    t.match(await makerOf(site, maker.id), {
      state,
      emailSealed: null,
      stateNote: 'Ask the transport department',
    })
    t.match(
      await site.db.selectFrom('auditEntries').selectAll().where('act', 'like', 'decision-maker-%').execute(),
      [{ act: `decision-maker-${state}`, note: 'Ask the transport department', petitionId: petition.id }],
    )
    for (const act of ['replies', 'dossiers', 'rhythm', 'acknowledgement'])
      await site.submit(`${place}/${act}`, { body: REPLY, signed_by: 'C. F.', rhythm: 'weekly' })
    t.match(await makerOf(site, maker.id), { state, rhythm: 'none', acknowledgedAt: null })
    t.equal((await site.db.selectFrom('replies').select('id').execute()).length, 0)
  })
}

t.test('the figures add up to the public number', async (t) => {
  const site = await startSite(t)
  const { petition } = await addReader(site)
  const weekAgo = new Date('2026-03-10T12:00:00Z')
  await addConfirmed(site, petition, [
    { name: 'A', confirmedAt: weekAgo },
    { name: 'B', confirmedAt: weekAgo, postcode: '13001' },
    { name: 'C', confirmedAt: new Date('2026-03-26T12:00:00Z') },
  ])

  t.strictSame(await findFigures(site.db, petition.id), {
    total: 3,
    inside: 2,
    byStrength: [
      { strength: 1, confirmed: 1 },
      { strength: 2, confirmed: 2 },
    ],
    byTerritory: [
      { territory: 'FR-69', confirmed: 2 },
      { territory: 'FR-13', confirmed: 1 },
    ],
    byWeek: [
      { week: '2026-03-09', confirmed: 2, total: 2 },
      { week: '2026-03-16', confirmed: 0, total: 2 },
      { week: '2026-03-23', confirmed: 1, total: 3 },
    ],
  })
})
