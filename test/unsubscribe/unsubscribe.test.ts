import t from 'tap'
import { type LinkPurpose, tokenOf } from '../../src/keys/links.js'
import { addConfirmedSignatures, addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

async function linkFor(site: TestSite, purpose: LinkPurpose, petitionId: number, subjectId: number) {
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petitionId)
  return `/unsubscribe/${tokenOf(keys, purpose, { petitionId, subjectId })}`
}

/** As a mail program posts: no cookie, no origin, no language. */
function clickOnce(site: TestSite, url: string, payload = 'List-Unsubscribe=One-Click') {
  return site.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'a mail program' },
  })
}

const wantsNews = (site: TestSite, id: number) =>
  site.db.selectFrom('signatures').select(['updates', 'state']).where('id', '=', id).executeTakeFirstOrThrow()

t.test('a mail program stops the news with one click, as often as it likes', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })
  const url = await linkFor(site, 'unsubscribe', petition.id, id!)

  for (const attempt of [1, 2]) {
    const answer = await clickOnce(site, url)
    t.equal(answer.statusCode, 200, `attempt ${attempt}`)
    t.notOk(answer.headers['set-cookie'])
    t.strictSame(await wantsNews(site, id!), { updates: false, state: 'confirmed' })
  }
})

t.test('the other encoding of a form works too', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })

  const answer = await site.app.inject({
    method: 'POST',
    url: await linkFor(site, 'unsubscribe', petition.id, id!),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  })

  t.equal(answer.statusCode, 200)
  t.match(await wantsNews(site, id!), { updates: false })
})

t.test('looking at the link changes nothing; the button stops, and can be taken back', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site, { title: 'Save the library' })
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })
  const url = await linkFor(site, 'unsubscribe', petition.id, id!)

  const page = await site.get(url)
  t.equal(page.statusCode, 200)
  t.match(page.body, 'Stop the news of “Save the library”?')
  t.match(page.body, 'Your signature stays and goes on being counted.')
  t.match(page.headers['cache-control'], 'no-store')
  t.match(await wantsNews(site, id!), { updates: true })

  const stopped = await site.submit(url)
  t.equal(stopped.statusCode, 303)
  t.match((await site.get(stopped.headers.location!)).body, 'You will get no more news of “Save the library”')
  t.match(await wantsNews(site, id!), { updates: false })

  await site.submit(`${url}/undo`)
  t.match(await wantsNews(site, id!), { updates: true })
})

t.test('a campaigner stops the mails about one petition', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const read = () =>
    site.db
      .selectFrom('petitions')
      .select('campaignerMails')
      .where('id', '=', petition.id)
      .executeTakeFirstOrThrow()
  const url = await linkFor(site, 'campaigner-unsubscribe', petition.id, petition.id)

  t.equal((await clickOnce(site, url)).statusCode, 200)
  t.strictSame(await read(), { campaignerMails: false })
  t.match((await site.get(`${url}?lang=fr`)).body, 'Vous ne recevrez plus de messages')
  await site.submit(`${url}/undo`)
  t.strictSame(await read(), { campaignerMails: true })
})

t.test('a decision-maker stops the notices, and an undo keeps a rhythm chosen since', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const makers = site.db.selectFrom('decisionMakers').where('petitionId', '=', petition.id)
  const { id } = await makers.select('id').executeTakeFirstOrThrow()
  const read = () => makers.select('rhythm').executeTakeFirstOrThrow()
  const url = await linkFor(site, 'decision-maker-unsubscribe', petition.id, id)

  await clickOnce(site, url)
  t.strictSame(await read(), { rhythm: 'none' })
  await site.submit(`${url}/undo`)
  t.strictSame(await read(), { rhythm: 'threshold' })

  await site.db.updateTable('decisionMakers').set({ rhythm: 'monthly' }).execute()
  await site.submit(`${url}/undo`)
  t.strictSame(await read(), { rhythm: 'monthly' })
})

t.test('a link that stands for nobody, or for another purpose, is not found', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })
  const other = await linkFor(site, 'signature', petition.id, id!)
  const forged = (await linkFor(site, 'unsubscribe', petition.id, id!)).replace(/.$/, (last) =>
    last === 'A' ? 'Q' : 'A',
  )

  for (const url of ['/unsubscribe/nonsense', other, forged]) {
    t.equal((await site.get(url)).statusCode, 404, url)
    t.equal((await clickOnce(site, url)).statusCode, 404, url)
  }
  t.match(await wantsNews(site, id!), { updates: true })
})

t.test('who has withdrawn gets no more news, and is not asked to come back', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })
  const url = await linkFor(site, 'unsubscribe', petition.id, id!)
  await site.db.updateTable('signatures').set({ sealed: null, state: 'withdrawn', updates: false }).execute()

  t.equal((await clickOnce(site, url)).statusCode, 200)
  t.notMatch((await site.get(url)).body, '/undo')
  await site.submit(`${url}/undo`)
  t.match(await wantsNews(site, id!), { updates: false })
})

t.test('another site cannot unsubscribe anybody through their browser', async (t) => {
  const site = await startSite(t)
  const petition = await addPetition(site)
  const [id] = await addConfirmedSignatures(site, petition, 1, { updates: true })
  const url = await linkFor(site, 'unsubscribe', petition.id, id!)

  const answer = await site.submit(url, {}, { 'sec-fetch-site': 'cross-site' })

  t.equal(answer.statusCode, 403)
  t.match(await wantsNews(site, id!), { updates: true })
})
