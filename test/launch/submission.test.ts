import t from 'tap'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import {
  confirmationLink,
  confirmDraft,
  fillIn,
  petitionOfDraft,
  startDraft,
  USUAL,
} from '../support/launch.js'
import { askForLink } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

const HOUR = 3_600_000

async function startWithLink(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const draft = await startDraft(site)
  await fillIn(site, draft)
  await site.submit(`${draft}/review`)
  await site.work()
  return { site, draft, link: confirmationLink(site) }
}

async function stateOf(site: TestSite, draft: string): Promise<string> {
  return (await petitionOfDraft(site, draft)).state
}

t.test('following the link, as a mail scanner does, submits nothing', async (t) => {
  const { site, draft, link } = await startWithLink(t)

  const page = await site.get(link)
  await site.app.inject({ method: 'HEAD', url: link })

  t.equal(page.statusCode, 200)
  t.match(page.body, /<form method="post"[^>]+>[\s\S]*Confirm my address and submit/)
  t.equal(page.headers['set-cookie'], undefined)
  t.equal(await stateOf(site, draft), 'draft')
})

t.test('the button submits, signs the campaigner in, and says what happens next', async (t) => {
  const { site, draft, link } = await startWithLink(t)

  const submitted = await site.submit(link)
  const page = await site.get(submitted.headers.location!)

  t.equal(submitted.statusCode, 303)
  t.match(String(submitted.headers['set-cookie']), /^clameur_session=[^;]+;.*HttpOnly; Secure; SameSite=Lax/)
  t.match(page.body, /Your petition is submitted[\s\S]*You hear by mail/)
  t.equal(await stateOf(site, draft), 'submitted')
})

t.test('pressing twice, or at once, submits once', async (t) => {
  const { site, link } = await startWithLink(t)

  const answers = await Promise.all([1, 2, 3].map(() => site.submit(link)))
  answers.push(await site.submit(link))

  t.strictSame(
    answers.map((answer) => answer.statusCode),
    [303, 303, 303, 303],
  )
  t.equal(answers.filter((answer) => answer.headers['set-cookie']).length, 1)
})

t.test('once submitted a draft is read only', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  await site.submit(link)
  const before = await petitionOfDraft(site, draft)

  for (const step of ['', '/title', '/recipient', '/text', '/picture', '/details', '/you', '/review'])
    t.match((await site.get(draft + step)).headers.location, `${draft}/status`, step)
  for (const step of ['title', 'recipient', 'text', 'picture', 'details', 'you', 'review']) {
    const answer = await site.submit(`${draft}/${step}`, {
      title: 'Another title altogether',
      body: 'b'.repeat(300),
      name: 'Eve',
    })
    t.match(answer.headers.location, `${draft}/status`, step)
  }

  t.strictSame(await petitionOfDraft(site, draft), before)
})

t.test('the link ends after a day, and a new one can be asked for', async (t) => {
  const { site, draft, link } = await startWithLink(t)

  site.wait(24 * HOUR + 1_000)
  const seen = await site.get(link)
  const pressed = await site.submit(link)

  t.equal(seen.statusCode, 410)
  t.match(seen.body, /no longer works[\s\S]*Send it again/)
  t.equal(pressed.statusCode, 410)
  t.equal(await stateOf(site, draft), 'draft')
  await confirmDraft(site, draft)
  t.equal(await stateOf(site, draft), 'submitted')
})

t.test('a link proves only the address it was sent to', async (t) => {
  const { site, draft, link } = await startWithLink(t)

  await site.submit(`${draft}/you`, { name: 'Eve', email: 'eve@example.org' })

  t.equal((await site.get(link)).statusCode, 410)
  t.equal((await site.submit(link)).statusCode, 410)
  t.equal(await stateOf(site, draft), 'draft')
})

t.test('what was taken out since the mail must be there again; the link then still works', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  await site.submit(`${draft}/text`, { body: 'Nothing' })

  const incomplete = await site.submit(link)
  await site.submit(`${draft}/text`, { body: USUAL.body })

  t.equal(incomplete.statusCode, 422)
  t.match(incomplete.body, /text\?from=review[^"]*#body/)
  t.equal((await site.submit(link)).statusCode, 303)
  t.equal(await stateOf(site, draft), 'submitted')
})

t.test('links of one petition, and links that sign in, submit no other', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  const other = await startDraft(site)
  await fillIn(site, other)
  const token = link.split('/').pop()!
  const signIn = (await askForLink(site, USUAL.email)).split('/').pop()!

  t.equal((await site.submit(`${other}/confirmation/${token}`)).statusCode, 410)
  t.equal((await site.submit(`${draft}/confirmation/${signIn}`)).statusCode, 410)
  t.equal((await site.submit(`/account/sign-in/${token}`)).statusCode, 410)
  t.equal((await site.submit(`${draft}/confirmation/x`)).statusCode, 410)
  t.equal(await stateOf(site, other), 'draft')
})

t.test('somebody who has launched before keeps their account and its name', async (t) => {
  const site = await startSite(t)
  const account = await getOrAddAccount(site.deps, { email: USUAL.email, name: 'Nour', locale: 'fr' })
  const draft = await startDraft(site)
  await fillIn(site, draft, { email: 'NOUR@example.org' })

  await confirmDraft(site, draft, 'nour@example.org')

  t.equal((await petitionOfDraft(site, draft)).accountId, account.id)
  const accounts = await site.db.selectFrom('accounts').select(['id', 'name']).execute()
  t.strictSame(accounts, [{ id: account.id, name: 'Nour' }])
})

t.test('one address is not buried in links', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  const draft = await startDraft(site)
  await fillIn(site, draft)

  const answers = []
  for (let count = 0; count < 6; count++) answers.push((await site.submit(`${draft}/review`)).statusCode)
  await site.work()

  t.equal(answers.at(-1), 429)
  t.ok(site.mails.length <= 5)
})

t.test('the page afterwards says what became of the petition', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  await site.submit(link)
  const { id, slug } = await petitionOfDraft(site, draft)
  const say = async (state: 'open' | 'rejected' | 'hidden') => {
    await site.db.updateTable('petitions').set({ state }).where('id', '=', id).execute()
    return (await site.get(`${draft}/status`)).body
  }

  t.match(await say('open'), `/petitions/${slug}`)
  t.match(await say('rejected'), 'was refused')
  t.match(await say('hidden'), 'is hidden')
})

t.test('how long one usually waits is told once there is something to tell', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  await site.submit(link)

  t.notMatch((await site.get(`${draft}/status`)).body, /Half of the petitions/)
  const now = site.deps.clock.now().getTime()
  for (let hours = 1; hours <= 5; hours++) {
    const values = {
      slug: `decided-${hours}`,
      state: 'open',
      locale: 'en',
      title: 'Decided',
      submittedAt: new Date(now - hours * HOUR),
      openedAt: new Date(now),
    } as const
    await site.db.insertInto('petitions').values(values).execute()
  }

  t.match((await site.get(`${draft}/status`)).body, /decided within 3 hours/)
})

t.test('drafts that nobody touches for two months are deleted, with all they held', async (t) => {
  const { site, draft, link } = await startWithLink(t)
  const forgotten = await startDraft(site)
  await fillIn(site, forgotten, { email: 'forgetful@example.org' })
  await site.submit(`${forgotten}/review`)
  await site.submit(link)

  site.wait(61 * 24 * HOUR)
  const fresh = await startDraft(site)
  await site.work()

  t.equal((await site.get(`${forgotten}/text`)).statusCode, 404)
  t.equal((await site.get(`${fresh}/text`)).statusCode, 200)
  t.equal(await stateOf(site, draft), 'submitted')
  t.equal((await site.db.selectFrom('decisionMakers').selectAll().execute()).length, 1)
  t.equal((await site.db.selectFrom('accounts').selectAll().execute()).length, 1)
})
