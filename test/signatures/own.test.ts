import t from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { addPetition } from '../support/factories.js'
import { startSite } from '../support/site.js'
import { countOf, countRows, linkIn, mailsTo, sign, signAndConfirm } from './support.js'

t.test('a signer sees a receipt of all that is kept', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, { comment: 'I read there.' })

  const { body, headers } = await site.get(link)

  t.equal(headers['cache-control'], 'private, no-store')
  for (const kept of ['Ada Lovelace', 'ada@example.com', 'France, 69007', 'version 1', 'number 1'])
    t.match(body, kept)
  t.match(body, /your postcode lies inside the territory/)
  t.match(body, /I read there\./)
  t.match(body, /noindex/)
})

t.test('a signer changes what is shown and heard', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug)
  const consents = () =>
    site.db.selectFrom('signatures').select(['shownName', 'comment', 'updates']).executeTakeFirstOrThrow()

  const saved = await site.submit(`${link}/consents`, {
    updates: 'on',
    show_name: 'on',
    comment: 'For my son.',
  })
  t.match((await site.get(saved.headers.location as string)).body, /Your choices are saved/)
  t.strictSame(await consents(), { shownName: 'Ada Lovelace', comment: 'For my son.', updates: true })

  await site.submit(`${link}/consents`, { comment: ' ' })
  t.strictSame(await consents(), { shownName: null, comment: null, updates: false })

  const tooLong = await site.submit(`${link}/consents`, { comment: 'x'.repeat(501), updates: 'on' })
  t.equal(tooLong.statusCode, 422)
  t.match(tooLong.body, 'x'.repeat(501))
  t.strictSame(await consents(), { shownName: null, comment: null, updates: false })
})

t.test('news may be wished for on the thank-you page, and only by ticking', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug, { comment: 'Mine.', show_name: 'on' })
  const wishes = async () =>
    site.db.selectFrom('signatures').select(['updates', 'comment', 'shownName']).executeTakeFirstOrThrow()

  await site.submit(`${link}/updates`, {})
  t.equal((await wishes()).updates, false)
  await site.submit(`${link}/updates`, { updates: 'on' })
  t.strictSame(await wishes(), { updates: true, comment: 'Mine.', shownName: 'Ada Lovelace' })
  t.match((await site.get(`${link}/thanks`)).body, /You will get news of this petition/)
})

t.test('who withdraws is uncounted once and erased', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await signAndConfirm(site, slug, { email: 'stays@example.com' })
  const link = await signAndConfirm(site, slug, { comment: 'Mine.', show_name: 'on', updates: 'on' })
  t.equal(await countOf(site, id), 2)

  await Promise.all(Array.from({ length: 10 }, () => site.submit(`${link}/withdrawal`)))

  t.equal(await countOf(site, id), 1)
  t.strictSame(await recount(site.deps), [])
  const row = await site.db
    .selectFrom('signatures')
    .selectAll()
    .where('state', '=', 'withdrawn')
    .executeTakeFirstOrThrow()
  t.match(row, {
    sealed: null,
    shownName: null,
    comment: null,
    updates: false,
    postcode: '',
    networkFingerprint: null,
    domainFingerprint: null,
  })
  const page = await site.get(link)
  t.match(page.body, /Your signature is withdrawn/)
  t.notMatch(page.body, /Ada|example\.com/)
  t.equal(
    (await site.submit(`${link}/confirmation`)).headers.location,
    link,
    'an old link does not revive it',
  )
  t.equal(await countOf(site, id), 1)
})

t.test('who withdrew may sign again, and is still one person with one number', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const link = await signAndConfirm(site, slug)
  await site.submit(`${link}/withdrawal`)

  t.equal(await signAndConfirm(site, slug, { name: 'Ada King', postcode: '13001' }), link)

  t.equal(await countRows(site, id), 1)
  t.equal(await countOf(site, id), 1)
  t.match((await site.get(link)).body, /Ada King[\s\S]*13001/)
  t.match((await site.get(`${link}/thanks`)).body, /You are number 1 /)
  const next = await signAndConfirm(site, slug, { email: 'next@example.com' })
  t.match((await site.get(`${next}/thanks`)).body, /You are number 2 /)
  t.strictSame(await recount(site.deps), [])
})

t.test('a request that waits for its mail can be withdrawn too, and its mail is not sent', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  await sign(site, slug)
  await site.work()
  const link = linkIn(mailsTo(site)[0]!)
  await sign(site, slug)

  await site.submit(`${link}/withdrawal`)
  await site.work()

  t.equal(mailsTo(site).length, 1)
  t.match((await site.get(link)).body, /Your signature is withdrawn/)
  t.equal(await countOf(site, id), 0)
})
