import t from 'tap'
import { getOrAddAccount } from '../../src/accounts/accounts.js'
import { askForLink, signIn } from '../support/sign-in.js'
import { startSite } from '../support/site.js'

const HOUR = 3_600_000
const NOUR = 'nour@example.org'

async function startWithNour(t: Parameters<typeof startSite>[0], settings = {}) {
  const site = await startSite(t, settings)
  await getOrAddAccount(site.deps, { email: NOUR, name: 'Nour', locale: 'en' })
  return site
}

t.test('a link by mail, and a button behind it, open a session', async (t) => {
  const site = await startWithNour(t)

  const link = await askForLink(site, NOUR)
  const page = await site.get(link)
  const opened = await site.submit(link)

  t.equal(page.statusCode, 200)
  t.match(page.body, /<form method="post"[^>]+><p class="actions"><button/)
  t.equal(page.headers['set-cookie'], undefined)
  t.equal(opened.statusCode, 303)
  t.match(opened.headers.location, /^\/account\?lang=en$/)
  t.match(opened.headers['set-cookie'], /^clameur_session=[\w-]{43};/)
})

t.test('the session cookie is out of reach of scripts, other sites and plain connections', async (t) => {
  const site = await startWithNour(t)

  const opened = await site.submit(await askForLink(site, NOUR))

  const cookie = String(opened.headers['set-cookie'])
  for (const attribute of [/; HttpOnly/, /; Secure/, /; SameSite=Lax/, /; Path=\//, /; Expires=/])
    t.match(cookie, attribute)
})

t.test('the mail is in text and HTML, in the language of the page that asked for it', async (t) => {
  const site = await startWithNour(t)

  await site.submit('/account/sign-in?lang=fr', { email: NOUR })
  await site.work()

  t.match(site.mails[0], { to: NOUR, subject: 'Votre lien de connexion' })
  t.match(site.mails[0]?.text, /https:\/\/clameur\.test\/account\/sign-in\/\S+\?lang=fr/)
  t.match(site.mails[0]?.html, /Me connecter/)
  t.notOk(site.mails[0]?.headers?.['List-Unsubscribe'])
})

t.test('nobody learns whether an address has an account', async (t) => {
  const site = await startWithNour(t)

  const known = await site.submit('/account/sign-in', { email: NOUR })
  const unknown = await site.submit('/account/sign-in', { email: 'stranger@example.org' })
  await site.work()

  t.equal(unknown.statusCode, 303)
  t.strictSame(
    [unknown.statusCode, unknown.headers.location, unknown.body, Object.keys(unknown.headers)],
    [known.statusCode, known.headers.location, known.body, Object.keys(known.headers)],
  )
  t.strictSame(
    site.mails.map((mail) => mail.to),
    [NOUR],
  )
  t.match((await site.get(known.headers.location!)).body, /Look in your inbox/)
})

t.test('looking at a link, however often, does not use it up', async (t) => {
  const site = await startWithNour(t)
  const link = await askForLink(site, NOUR)

  for (const method of ['GET', 'HEAD', 'GET'] as const)
    t.equal((await site.app.inject({ method, url: link })).statusCode, 200)

  t.equal((await site.submit(link)).statusCode, 303)
})

t.test('a link works once', async (t) => {
  const site = await startWithNour(t)
  const link = await askForLink(site, NOUR)
  await site.submit(link)

  const again = await site.submit(link)
  const looked = await site.get(link)

  t.equal(again.statusCode, 410)
  t.equal(again.headers['set-cookie'], undefined)
  t.equal(looked.statusCode, 410)
  t.match(looked.body, /no longer works[\s\S]*name="email"/)
})

t.test('of two who use a link at once, one is signed in', async (t) => {
  const site = await startWithNour(t)
  const link = await askForLink(site, NOUR)

  const answers = await Promise.all([1, 2, 3, 4].map(() => site.submit(link)))

  t.strictSame(answers.map((answer) => answer.statusCode).sort(), [303, 410, 410, 410])
  const { sessions } = await site.db
    .selectFrom('sessions')
    .select((select) => select.fn.countAll<number>().as('sessions'))
    .executeTakeFirstOrThrow()
  t.equal(sessions, 1)
})

t.test('a link ends after an hour', async (t) => {
  const site = await startWithNour(t)
  const link = await askForLink(site, NOUR)

  site.wait(HOUR + 1_000)

  t.equal((await site.get(link)).statusCode, 410)
  t.equal((await site.submit(link)).statusCode, 410)
})

t.test('a link that was made up opens nothing', async (t) => {
  const site = await startWithNour(t)
  const link = await askForLink(site, NOUR)
  const token = link.split('/').pop()!.split('?')[0]!

  for (const forged of [
    'x',
    `${token.slice(0, -2)}AA`,
    token.slice(0, 36),
    `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}${token.slice(36)}`,
    encodeURIComponent(`${token}'--`),
  ]) {
    t.equal((await site.submit(`/account/sign-in/${forged}`)).statusCode, 410, forged)
  }
})

t.test('after signing in one is where one wanted to go, within this site', async (t) => {
  const site = await startWithNour(t)

  const link = await askForLink(site, NOUR, '/account/petitions?page=2')
  t.match((await site.submit(link)).headers.location, /^\/account\/petitions\?page=2/)

  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: a=b',
    'account',
  ]) {
    const opened = await site.submit(await askForLink(site, NOUR, elsewhere))
    t.match(opened.headers.location, /^\/account(\?lang=en)?$/, elsewhere)
  }
})

t.test('the form keeps where one wanted to go', async (t) => {
  const site = await startWithNour(t)

  t.match((await site.get('/account/sign-in?return=%2Fdesk')).body, /name="return" value="\/desk"/)
  t.notMatch((await site.get('/account/sign-in?return=https%3A%2F%2Fevil.example')).body, /name="return"/)
})

t.test('moderators arrive at their desk', async (t) => {
  const site = await startSite(t)
  const account = await getOrAddAccount(site.deps, { email: NOUR, locale: 'en' })
  await site.db.updateTable('accounts').set({ role: 'moderator' }).where('id', '=', account.id).execute()

  const opened = await site.submit(await askForLink(site, NOUR))

  t.match(opened.headers.location, /^\/desk/)
})

t.test('what is no address is asked for again, with what was typed', async (t) => {
  const site = await startSite(t)

  for (const email of [
    '',
    'nour',
    'nour@',
    'a@b',
    '"><script>@example.org',
    `${'n'.repeat(300)}@example.org`,
  ]) {
    const answer = await site.submit('/account/sign-in', { email, return: '/desk' })

    t.equal(answer.statusCode, 422, email)
    t.match(answer.body, /href="#email"/)
    t.match(answer.body, /name="return" value="\/desk"/)
    t.notMatch(answer.body, /<script>@/)
  }
})

t.test('signing out ends the session on the server too', async (t) => {
  const site = await startWithNour(t)
  const session = await signIn(site, NOUR)

  const out = await site.submit('/account/sign-out', {}, session)

  t.equal(out.statusCode, 303)
  t.match(out.headers['set-cookie'], /^clameur_session=;/)
  t.strictSame(await site.db.selectFrom('sessions').selectAll().execute(), [])
})

t.test('one address is not buried in links', async (t) => {
  const site = await startWithNour(t, { RATE_LIMIT_SCALE: '1' })

  const answers = []
  for (let count = 0; count < 6; count++) {
    const email = count % 2 ? NOUR : NOUR.toUpperCase()
    answers.push(await site.submit('/account/sign-in', { email }))
  }

  t.strictSame(
    answers.map((answer) => answer.statusCode),
    [303, 303, 303, 303, 303, 429],
  )
  t.ok(Number(answers.at(-1)?.headers['retry-after']) > 0)
})

t.test('links and sessions past their time are removed', async (t) => {
  const site = await startWithNour(t)
  await signIn(site, NOUR)
  await askForLink(site, NOUR)
  site.wait(31 * 24 * HOUR)
  const fresh = await askForLink(site, NOUR)

  await site.work()

  t.strictSame(await site.db.selectFrom('sessions').selectAll().execute(), [])
  t.equal((await site.db.selectFrom('signInLinks').selectAll().execute()).length, 1)
  t.equal((await site.get(fresh)).statusCode, 200)
})
