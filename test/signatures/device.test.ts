import t from 'tap'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'
import { countOf, countRows, sign, signAndConfirm } from './support.js'

/** Confirms once, asks to be remembered, and returns the device's cookie. */
async function remember(site: TestSite, slug: string): Promise<{ cookie: string }> {
  const link = await signAndConfirm(site, slug)
  const answer = await site.submit(`${link}/device`, { remember: 'on' })
  const [cookie] = answer.cookies as { name: string; value: string }[]
  return { cookie: `${cookie!.name}=${cookie!.value}` }
}

t.test('a remembered device signs the next petition with one button and no mail', async (t) => {
  const site = await startSite(t)
  const first = await addPetition(site)
  const next = await addPetition(site)
  const device = await remember(site, first.slug)
  site.mails.length = 0

  const form = await site.get(`/petitions/${next.slug}/signatures/new`, device)
  t.match(form.body, /Sign as Ada Lovelace/)
  t.notMatch(form.body, /name="email"/)
  t.equal(form.headers['cache-control'], 'private, no-store')

  const signed = await site.submit(
    `/petitions/${next.slug}/signatures/remembered`,
    { comment: 'Me too' },
    device,
  )
  await site.work()

  t.equal(signed.statusCode, 303)
  const thanks = await site.get(signed.headers.location as string, device)
  t.match(thanks.body, /You are number 1 to sign/)
  t.match(thanks.body, /This device remembers you/)
  t.equal(await countOf(site, next.id), 1)
  t.strictSame(
    site.mails.filter((mail) => mail.to === 'ada@example.com'),
    [],
  )
  t.match(
    await site.db
      .selectFrom('signatures')
      .selectAll()
      .where('petitionId', '=', next.id)
      .executeTakeFirstOrThrow(),
    { state: 'confirmed', shownName: null, updates: false, comment: 'Me too', postcode: '69007' },
  )

  const again = await site.submit(`/petitions/${next.slug}/signatures/remembered`, {}, device)
  t.equal(again.headers.location, signed.headers.location)
  t.equal(await countOf(site, next.id), 1)
})

t.test('the cookie names nobody, and is remembered only when the box is ticked', async (t) => {
  const site = await startSite(t)
  const { slug } = await addPetition(site)
  const link = await signAndConfirm(site, slug)

  t.strictSame((await site.submit(`${link}/device`, {})).cookies, [])
  const { cookies } = await site.submit(`${link}/device`, { remember: 'on' })
  t.match(cookies, [{ name: 'clameur_device', httpOnly: true, secure: true, sameSite: 'Lax' }])
  const { value } = cookies[0] as { value: string }
  t.notMatch(Buffer.from(value, 'base64url').toString('latin1'), /ada|example/i)
})

t.test('a device forgets, and a cookie that was changed is a device that nobody knows', async (t) => {
  const site = await startSite(t)
  const { slug, id } = await addPetition(site)
  const { cookie } = await remember(site, slug)
  const broken = { cookie: `${cookie.slice(0, -4)}AAAA` }

  const form = await site.get(`/petitions/${slug}/signatures/new`, broken)
  t.match(form.body, /name="email"/)
  const posted = await site.submit(`/petitions/${slug}/signatures/remembered`, {}, broken)
  t.equal(posted.headers.location, `/petitions/${slug}/signatures/new`)

  const forgotten = await site.submit('/device/forgotten', { return: `/petitions/${slug}` }, { cookie })
  t.equal(forgotten.headers.location, `/petitions/${slug}`)
  t.match(forgotten.cookies, [{ name: 'clameur_device', value: '' }])
  for (const elsewhere of ['https://evil.example', '//evil.example', '/petitions/../x', ''])
    t.equal((await site.submit('/device/forgotten', { return: elsewhere })).headers.location, '/')
  t.equal(await countRows(site, id), 1)
})

t.test('a remembered device confirms what waited for its mail', async (t) => {
  const site = await startSite(t)
  const first = await addPetition(site)
  const next = await addPetition(site)
  const device = await remember(site, first.slug)
  await sign(site, next.slug)

  await site.submit(`/petitions/${next.slug}/signatures/remembered`, {}, device)

  t.equal(await countRows(site, next.id), 1)
  t.equal(await countOf(site, next.id), 1)
})

t.test('a remembered device signs no petition that is closed', async (t) => {
  const site = await startSite(t)
  const first = await addPetition(site)
  const closed = await addPetition(site, { state: 'closed', closedAt: site.deps.clock.now() })
  const device = await remember(site, first.slug)

  const answer = await site.submit(`/petitions/${closed.slug}/signatures/remembered`, {}, device)

  t.equal(answer.headers.location, `/petitions/${closed.slug}`)
  t.equal(await countRows(site, closed.id), 0)
})
