import t from 'tap'
import type { Petition } from '../../src/database/tables.js'
import { addConfirmedSignatures, addPetition, addReply, signInAs } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const ownerOf = (site: TestSite, petition: Petition) => signInAs(site, { id: petition.accountId! })
/** Decision-makers are written to as well; this counts the letters to the factory's signers. */
const lettersToSigners = (site: TestSite) => site.mails.filter(({ to }) => to.endsWith('@example.net')).length
const addressOf = (petition: Petition) => `/account/petitions/${petition.slug}`

t.test('who is not signed in is led to the sign-in page, and back', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)

  const mine = await site.get('/account')
  t.equal(mine.statusCode, 303)
  t.equal(mine.headers.location, '/account/sign-in?return=%2Faccount')

  const page = await site.get(addressOf(petition))
  t.equal(page.headers.location, `/account/sign-in?return=%2Faccount%2Fpetitions%2F${petition.slug}`)
  const posted = await site.submit(`${addressOf(petition)}/updates`, { title: 'News', body: 'Text' })
  t.equal(posted.headers.location, `/account/sign-in?return=%2Faccount%2Fpetitions%2F${petition.slug}`)
  t.equal((await site.db.selectFrom('updates').selectAll().execute()).length, 0)
})

t.test('a campaigner sees their petitions with what each waits for, and nobody else’s', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  const { accountId } = petition
  await addPetition(site, { accountId, state: 'draft', title: 'A bench' })
  await addPetition(site, { accountId, state: 'submitted', title: 'A tree' })
  await addPetition(site, { accountId, state: 'closed', title: 'A bus' })
  await addPetition(site, { title: 'Not mine' })
  await addConfirmedSignatures(site, petition, 12)

  const page = await site.get('/account', await ownerOf(site, petition))

  t.equal(page.statusCode, 200)
  t.match(page.headers['cache-control'], 'no-store')
  t.match(page.body, 'Next step: 25. 13 signatures are missing.')
  t.match(page.body, /href="\/drafts\/p[\w.-]+"/)
  t.match(page.body, 'With the moderators since')
  t.match(page.body, 'write a closing statement')
  t.notMatch(page.body, 'Not mine')
})

t.test('who has no petition yet is shown how to start one', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  await site.db.updateTable('petitions').set({ accountId: null }).execute()

  const page = await site.get('/account', await ownerOf(site, petition))

  t.match(page.body, 'No petition yet')
  t.match(page.body, 'href="/petitions/new"')
})

t.test('only its campaigner opens a petition’s own page, and only they can act on it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const stranger = await ownerOf(site, await addPetition(site))

  t.equal((await site.get(addressOf(petition), stranger)).statusCode, 404)
  t.equal((await site.get('/account/petitions/nothing-here', stranger)).statusCode, 404)
  for (const [path, fields] of [
    ['/updates', { title: 'News', body: 'Text', act: 'publish' }],
    ['/closing', { as: 'victory', statement: 'Won', confirmed: 'on' }],
    ['/mailings/1/pause', {}],
  ] as const)
    t.equal((await site.submit(`${addressOf(petition)}${path}`, fields, stranger)).statusCode, 404, path)

  t.match(await site.db.selectFrom('petitions').select('state').distinct().execute(), [{ state: 'open' }])
  t.equal((await site.db.selectFrom('updates').selectAll().execute()).length, 0)
})

t.test('the page tells the figures, the next step, and what the decision-maker did', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { goal: 30, title: 'Save the library' })
  const owner = await ownerOf(site, petition)
  await addConfirmedSignatures(site, petition, 26, { updates: true })
  await site.work()
  await site.db
    .updateTable('decisionMakers')
    .set({ toldAt: site.deps.clock.now(), acknowledgedAt: new Date('2030-03-04T10:00:00Z') })
    .where('petitionId', '=', petition.id)
    .execute()
  await addReply(site, petition, { body: 'A secret until it is checked' })

  const page = await site.get(addressOf(petition), owner)

  t.equal(page.statusCode, 200)
  t.match(page.body, /Announced goal<\/dt><dd>30</)
  t.match(page.body, /Next step shown<\/dt><dd>30</)
  t.match(page.body, /Confirmed today<\/dt><dd>26</)
  t.match(page.body, /Signers who asked for news<\/dt><dd>26</)
  t.match(page.body, '2 milestones reached')
  t.match(page.body, /Acknowledged it<\/dt><dd>4 March 2030/)
  t.match(page.body, 'a moderator is checking that it comes from the institution')
  t.notMatch(page.body, 'A secret until it is checked')
  t.match(page.body, `value="https://clameur.test/petitions/${petition.slug}"`)
  t.notMatch(page.body, 'signer1@example.net')
})

t.test('a preview shows the news as it will look, and publishes nothing', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const owner = await ownerOf(site, petition)
  const news = { title: 'We met <the> mayor', body: 'She **listened**.\n\n<script>alert(1)</script>' }

  const page = await site.submit(`${addressOf(petition)}/updates`, { ...news, act: 'preview' }, owner)

  t.equal(page.statusCode, 200)
  t.match(page.body, '<strong>listened</strong>')
  t.notMatch(page.body, '<script>alert')
  t.match(page.body, 'value="We met &lt;the&gt; mayor"')
  t.match(page.body, 'Nothing has been published yet.')
  t.equal((await site.get(`${addressOf(petition)}/updates`, owner)).headers.location, addressOf(petition))
  t.equal((await site.db.selectFrom('updates').selectAll().execute()).length, 0)
})

t.test('published news is mailed, listed, and its mails can be held and let go', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const owner = await ownerOf(site, petition)
  await addConfirmedSignatures(site, petition, 2, { updates: true })

  const answer = await site.submit(
    `${addressOf(petition)}/updates`,
    { title: 'We met the mayor', body: 'She listened.', act: 'publish' },
    owner,
  )
  t.equal(answer.statusCode, 303)
  const page = await site.get(answer.headers.location!, owner)
  t.match(page.body, 'The mails to 2 signers are on their way.')
  const hold = /action="([^"]+\/pause)"/.exec(page.body)![1]!

  await site.submit(hold, {}, owner)
  await site.work()
  t.equal(lettersToSigners(site), 0)
  t.match((await site.get(addressOf(petition), owner)).body, 'nothing leaves until you let it go on')
  await site.submit(hold.replace('/pause', '/resume'), {}, owner)
  await site.work()

  t.equal(lettersToSigners(site), 2)
  t.match((await site.get(addressOf(petition), owner)).body, /2 of 2 sent/)
})

t.test('a fault in the news loses nothing of it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const owner = await ownerOf(site, petition)

  const page = await site.submit(
    `${addressOf(petition)}/updates`,
    { title: '', body: 'A long text that took an hour', act: 'publish' },
    owner,
  )

  t.equal(page.statusCode, 422)
  t.match(page.body, 'A long text that took an hour')
  t.match(page.body, '<a href="#title">Write a headline')
})

t.test('a fourth piece of news within a day is refused, and kept in the form', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const owner = await ownerOf(site, petition)
  const publish = (title: string) =>
    site.submit(`${addressOf(petition)}/updates`, { title, body: 'Text', act: 'publish' }, owner)
  for (const title of ['One', 'Two', 'Three']) t.equal((await publish(title)).statusCode, 303)

  const fourth = await publish('Four')
  t.equal(fourth.statusCode, 422)
  t.match(fourth.body, 'value="Four"')

  site.wait(25 * 3_600_000)
  t.equal((await publish('Four')).statusCode, 303)
})

t.test('closing asks for how, why and which petition, and then ends it', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  const owner = await ownerOf(site, petition)
  const close = (fields: Record<string, string>) =>
    site.submit(`${addressOf(petition)}/closing`, fields, owner)

  const page = await close({ statement: 'Wednesdays are saved.' })
  t.equal(page.statusCode, 422)
  t.match(page.body, '<a href="#as">Choose how it ends</a>')
  t.match(page.body, '<a href="#confirmed">Tick the box')
  t.match(page.body, 'Wednesdays are saved.')
  t.match(page.body, 'Yes, end “Save the library” now, for good')

  const closed = await close({ as: 'victory', statement: 'Wednesdays are saved.', confirmed: 'on' })
  t.equal(closed.headers.location, `${addressOf(petition)}?done=closed`)
  t.match(await site.db.selectFrom('petitions').select(['state', 'closingStatement']).execute(), [
    { state: 'victory', closingStatement: 'Wednesdays are saved.' },
  ])
  const after = await site.get(closed.headers.location!, owner)
  t.notMatch(after.body, 'action="/account/petitions/save-the-library/closing')
  t.equal((await close({ as: 'retired', statement: 'No.', confirmed: 'on' })).statusCode, 422)
})

t.test('a refused and a hidden petition tell the moderator’s reason, in the reader’s language', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, {
    state: 'rejected',
    moderationReason: 'duplicate',
    moderationNote: 'See the one of March.',
  })
  const owner = await ownerOf(site, petition)

  const page = await site.get(`${addressOf(petition)}?lang=fr`, owner)
  t.match(page.body, 'Une pétition déjà ouverte demande la même chose')
  t.match(page.body, 'See the one of March.')
  t.notMatch(page.body, 'id="news"')

  await site.db.updateTable('petitions').set({ state: 'hidden' }).execute()
  const hidden = await site.get(addressOf(petition), owner)
  t.match(hidden.body, 'A moderator has hidden this petition')
  t.notMatch(hidden.body, 'id="news"')
})
