/** Where somebody is signed in, for them to see and to end. */

import t from 'tap'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import { browserOf } from '../../src/accounts/browser.js'
import { addModerator, signInAs } from '../support/factories.js'
import { askForLink } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOUR = 'nour@example.org'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0'
const CHROME_ON_ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36'

async function signInWith(site: TestSite, userAgent: string) {
  const opened = await site.submit(await askForLink(site, NOUR), {}, { 'user-agent': userAgent })
  return { cookie: `clameur_session=${opened.cookies[0]!.value}` }
}

async function startWithNour(t: Parameters<typeof startSite>[0]) {
  const site = await startSite(t)
  const account = await getOrAddAccount(site.deps, { email: NOUR, name: 'Nour', locale: 'en' })
  return { site, account }
}

async function idsOf(site: TestSite): Promise<number[]> {
  const rows = await site.db.selectFrom('sessions').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

t.test('the page tells each browser apart, and which one this is', async (t) => {
  const { site } = await startWithNour(t)
  await signInWith(site, SAFARI)
  const here = await signInWith(site, FIREFOX)

  const page = await site.get('/account/sessions', here)

  t.match(page.body, /Firefox on Linux[\s\S]+This browser[\s\S]+Safari on iPhone/)
  t.match(page.body, /last used on/)
  t.match((await site.get('/account/sessions?lang=fr', here)).body, /Firefox sur Linux/)
  t.match((await site.get('/account', here)).body, /href="\/account\/sessions"/)
})

t.test('browsers are known by family and system alone', async (t) => {
  t.equal(browserOf(FIREFOX), 'Firefox/Linux')
  t.equal(browserOf(SAFARI), 'Safari/iPhone')
  t.equal(browserOf(EDGE), 'Edge/Windows')
  t.equal(browserOf(CHROME_ON_ANDROID), 'Chrome/Android')
  t.equal(browserOf('curl/8.5.0'), null)
  t.equal(browserOf('"><script>alert(1)</script>'), null)
  t.equal(browserOf(undefined), null)
})

t.test('a session that is ended is over at once, and only that one', async (t) => {
  const { site } = await startWithNour(t)
  const [phone, here, laptop] = [
    await signInWith(site, SAFARI),
    await signInWith(site, FIREFOX),
    await signInWith(site, EDGE),
  ]
  const [ofPhone] = await idsOf(site)

  const ended = await site.submit(`/account/sessions/${ofPhone}/ending`, {}, here)

  t.match(ended.headers.location, /^\/account\/sessions\?done=yes/)
  t.equal((await site.get('/account', phone)).statusCode, 303)
  for (const open of [here, laptop]) t.equal((await site.get('/account', open)).statusCode, 200)
})

t.test('all the others end together', async (t) => {
  const { site } = await startWithNour(t)
  const others = [await signInWith(site, SAFARI), await signInWith(site, EDGE)]
  const here = await signInWith(site, FIREFOX)

  await site.submit('/account/sessions/ending', {}, here)

  for (const other of others) t.equal((await site.get('/account', other)).statusCode, 303)
  t.equal((await site.get('/account', here)).statusCode, 200)
  t.notMatch((await site.get('/account/sessions', here)).body, /End all the others/)
})

t.test('ending this one signs out', async (t) => {
  const { site } = await startWithNour(t)
  const here = await signInWith(site, FIREFOX)
  const [id] = await idsOf(site)

  const ended = await site.submit(`/account/sessions/${id}/ending`, {}, here)

  t.match(ended.headers.location, /^\/(\?|$)/)
  t.match(String(ended.headers['set-cookie']), /^clameur_session=;/)
  t.equal((await site.get('/account', here)).statusCode, 303)
})

t.test('nobody ends, or sees, the session of somebody else', async (t) => {
  const { site } = await startWithNour(t)
  const here = await signInWith(site, FIREFOX)
  const theirs = await signInAs(site, await addModerator(site))
  const ofTheirs = (await idsOf(site)).at(-1)

  await site.submit(`/account/sessions/${ofTheirs}/ending`, {}, here)
  await site.submit('/account/sessions/ending', {}, here)

  t.equal((await site.get('/desk', theirs)).statusCode, 200)
  t.equal((await site.get('/account/sessions')).statusCode, 303)
  for (const id of ['0', 'x', '99999999999999999999']) {
    t.equal((await site.submit(`/account/sessions/${id}/ending`, {}, here)).statusCode, 303)
  }
  t.equal((await site.get('/account', here)).statusCode, 200)
})

t.test('another site’s page ends nothing', async (t) => {
  const { site } = await startWithNour(t)
  const here = await signInWith(site, FIREFOX)
  const [id] = await idsOf(site)

  for (const path of ['/account/sessions/ending', `/account/sessions/${id}/ending`])
    t.equal((await site.submit(path, {}, { ...here, 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  t.equal((await site.get('/account', here)).statusCode, 200)
})

t.test('a session of the desk ends after half a day without use, and after a week', async (t) => {
  const site = await startSite(t)
  const moderator = await addModerator(site)
  const idle = await signInAs(site, moderator)
  const busy = await signInAs(site, moderator)

  for (let hours = 0; hours < 13 * 8; hours += 8) {
    t.equal((await site.get('/desk', busy)).statusCode, 200, `after ${hours} hours`)
    site.wait(8 * HOUR)
  }
  t.equal((await site.get('/desk', idle)).statusCode, 303)
  site.wait(3 * HOUR)
  t.equal((await site.get('/desk', busy)).statusCode, 200)
  for (let hours = 0; hours < 72; hours += 6) {
    site.wait(6 * HOUR)
    await site.get('/desk', busy)
  }
  t.equal((await site.get('/desk', busy)).statusCode, 303)
})

t.test('a campaigner stays signed in for thirty days, whatever they do', async (t) => {
  const { site } = await startWithNour(t)
  const here = await signInWith(site, FIREFOX)

  for (const days of [10, 19]) {
    site.wait(days * DAY)
    t.equal((await site.get('/account', here)).statusCode, 200)
  }
  site.wait(2 * DAY)
  t.equal((await site.get('/account', here)).statusCode, 303)
})

t.test('of the last use the day is kept, and no more', async (t) => {
  const { site } = await startWithNour(t)
  const here = await signInWith(site, FIREFOX)
  site.wait(3 * DAY)
  await site.get('/account', here)

  const row = await site.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()

  t.match(row.lastUsedOn, /^\d{4}-\d\d-\d\d$/)
  t.ok(Date.parse(row.lastUsedOn!) > row.createdAt.getTime() + DAY)
  t.equal(row.browser, 'Firefox/Linux')
})
