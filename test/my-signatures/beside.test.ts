/** What an address has on the site beside signatures, and the mails about those. */

import t from 'tap'
import { fingerprintAddress, suppress } from '../../src/mail/suppressions.js'
import { fingerprintOf } from '../../src/reports/unfounded.js'
import { invite, openStudio } from '../paper/support.js'
import { NOTICE } from '../reports/support.js'
import { ADA, sign, signAndConfirm } from '../signatures/support.js'
import { addDecisionMaker, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { openMine } from './support.js'

/** Ada is asked by one petition, reads the sheets of another, has reported a third, and is not found by mail. */
async function addAda(site: TestSite) {
  const [asking, reported] = [
    await addPetition(site, { title: 'Open the pool' }),
    await addPetition(site, { title: 'Build a wall' }),
  ]
  await addDecisionMaker(site, asking, { email: 'ADA@example.com' })
  const studio = await openStudio(site, { title: 'Save the trams' })
  const helper = await invite(site, studio, ADA.email, 'Ada Byron')
  const notice = { ...NOTICE, name: 'Not Ada', email: ADA.email, explanation: 'I was written by a stranger.' }
  await site.submit(`/petitions/${reported.slug}/reports`, notice)
  await site.submit(`/petitions/${reported.slug}/reports`, { ...notice, email: 'ben@example.com' })
  return { asking, helper }
}

t.test(
  'an address sees where it is asked, reads sheets, has reported, and cannot be written to',
  async (t) => {
    const site = await startSite(t)
    await addAda(site)
    await addDecisionMaker(site, await addPetition(site, { title: 'Of somebody else' }), {
      email: 'ben@example.com',
    })
    const visit = await openMine(site)
    const fingerprint = (await fingerprintAddress(site.deps, ADA.email))!
    await suppress(site.db, { fingerprint, kind: 'hard', source: 'smtp', at: site.deps.clock.now() })

    t.match((await site.get('/my-signatures/list', visit)).body, 'href="/my-signatures/beside"')
    const page = await site.get('/my-signatures/beside', visit)

    t.equal(page.headers['cache-control'], 'private, no-store')
    for (const said of [
      /Petitions that ask you to decide[\s\S]+Open the pool[\s\S]+Claire Fontanel, Mayor/,
      /whose sheets of paper you read[\s\S]+Save the trams[\s\S]+Ada Byron/,
      /Reports sent with this address[\s\S]+Build a wall/,
      /They came back/,
    ])
      t.match(page.body, said)
    t.notMatch(page.body, /Of somebody else|Not Ada|a stranger/, 'nor what a stranger may have typed')
    t.equal(page.body.match(/Build a wall/g)?.length, 1, 'the report of another address is not theirs')
    const french = (await site.get('/my-signatures/beside?lang=fr', visit)).body
    t.match(french, /qui vous demandent de décider[\s\S]+feuilles[\s\S]+signalements[\s\S]+Ils sont revenus/i)

    const copy = JSON.parse((await site.get('/my-signatures/copy/my-signatures.json', visit)).body)
    t.match(copy.beside, {
      asked_to_decide: [{ petition: 'Open the pool', name: 'Claire Fontanel', state: 'active' }],
      reads_paper: [{ petition: 'Save the trams', name: 'Ada Byron' }],
      reports: [{ petition: 'Build a wall', about: 'petition', state: 'received' }],
      mail_trouble: { kind: 'hard', count: 1 },
    })
    t.notMatch(JSON.stringify(copy), /Not Ada|a stranger/)
    t.equal(
      (await site.get('/my-signatures/beside')).headers.location,
      '/my-signatures',
      'only with the link',
    )
  },
)

t.test('an address whose reports wait is told until when', async (t) => {
  const site = await startSite(t)
  const { asking } = await addAda(site)
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'reports')
  const { id: entryId } = await site.db
    .insertInto('auditEntries')
    .values({ act: 'reporter-suspended', petitionId: asking.id, at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await site.db
    .insertInto('reporterSuspensions')
    .values({
      reporterFingerprint: fingerprintOf(keys, ADA.email)!,
      entryId,
      fromAt: site.deps.clock.now(),
      untilAt: new Date(site.deps.clock.now().getTime() + 86_400_000),
    })
    .execute()
  const ada = await openMine(site)
  const eve = await openMine(site, 'eve@example.com')

  t.match((await site.get('/my-signatures/beside', ada)).body, 'waits until')
  t.notMatch((await site.get('/my-signatures/beside', eve)).body, 'waits until')
  const copy = JSON.parse((await site.get('/my-signatures/copy/my-signatures.json', ada)).body)
  t.ok(copy.beside.reports_wait.until)
})

t.test('an address that has nothing else is told so', async (t) => {
  const site = await startSite(t)
  await addAda(site)

  const page = await site.get('/my-signatures/beside', await openMine(site, 'eve@example.com'))

  t.match(page.body, 'Nothing else')
  t.notMatch(page.body, /Open the pool|Save the trams|Build a wall/)
})

t.test('erasing everything ends the reading of sheets, name and all', async (t) => {
  const site = await startSite(t)
  const { helper } = await addAda(site)
  t.equal((await site.get(helper)).statusCode, 200)

  const visit = await openMine(site)
  t.match((await site.get('/my-signatures/list', visit)).body, /We have nothing for this address/)
  await site.submit('/my-signatures/erasure', {}, visit)

  t.equal((await site.get(helper)).statusCode, 404)
  t.match(await site.db.selectFrom('paperKeyers').select(['sealed', 'endedAt']).execute(), [
    { sealed: null, endedAt: Date },
  ])
})

t.test('each signature tells which mails were sent about it, and when', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  await sign(site, petition.slug)
  await site.work()
  await signAndConfirm(site, petition.slug, { email: 'ben@example.com', name: 'Ben Other' })
  const visit = await openMine(site)

  const { body } = await site.get('/my-signatures/list', visit)

  t.match(body, '2 mails about it')
  t.match(body, /The button to confirm with: sent on [\s\S]+That you had signed already: sent on /)
  t.match(
    (await site.get('/my-signatures/list?lang=fr', visit)).body,
    /Le bouton pour confirmer.*: parti le /,
  )
})
