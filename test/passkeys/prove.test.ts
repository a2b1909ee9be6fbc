/** Signing in by link and passkey. */

import t from 'tap'
import { makeAuthenticator, type Odd } from '../support/authenticator.js'
import { addModerator, signInAs } from '../support/factories.js'
import { startSite } from '../support/site.js'
import {
  askFor,
  cookieOf,
  followLink,
  MAYA,
  prove,
  register,
  startHalfSignedIn,
  startRequiring,
  startSignedIn,
} from './support.js'

t.test('after the link, the desk opens with the passkey and not before', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)

  t.match((await site.get('/desk', session)).headers.location, /^\/account\/sign-in\?return=\/desk/)
  t.match((await site.get('/account', session)).headers.location, /^\/account\/sign-in/)
  const step = await site.get('/account/sign-in?return=/desk/log', session)
  t.match(step.headers.location, /^\/account\/passkey\?return=%2Fdesk%2Flog/)
  const page = await site.get('/account/passkey?return=/desk/log', session)
  t.match(page.body, /Show your passkey[\s\S]+<noscript>[\s\S]+This step needs JavaScript/)
  t.match(page.body, /name="return" value="\/desk\/log"/)
  const proved = await prove(site, session, key)

  t.match(proved.headers.location, /^\/desk/)
  t.equal((await site.get('/desk', cookieOf(proved))).statusCode, 200)
})

t.test('the link leads to the step that is missing, and from there to the page one wanted', async (t) => {
  const { site } = await startHalfSignedIn(t)

  const { location } = await followLink(site)

  t.match(location, /^\/account\/passkey\?return=%2Fdesk/)
})

t.test('a passkey shown renews the cookie: the one before opens nothing', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)

  const proved = await prove(site, session, key)

  t.not(cookieOf(proved).cookie, session.cookie)
  t.match((await site.get('/desk', session)).statusCode, 303)
})

t.test('without a passkey a session that waits for one is over after an hour', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)
  site.wait(50 * 60_000)
  await site.get('/account/passkey', session)
  site.wait(20 * 60_000)

  await t.rejects(prove(site, session, key), /answered with 403/)
  t.match((await site.get('/account/passkey', session)).headers.location, /^\/account\/sign-in/)
})

const BAD: [what: string, odd: Odd][] = [
  ['another site', { origin: 'https://clameur.example' }],
  ['another site’s passkeys', { rpId: 'clameur.example' }],
  ['a device that verified nobody', { unverified: true }],
  ['a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['another ceremony', { type: 'webauthn.create' }],
  ['a counter that went back', { counter: 1 }],
]

for (const [what, odd] of BAD)
  t.test(`an answer of ${what} is refused`, async (t) => {
    const { site, key, session } = await startHalfSignedIn(t)

    const answer = await prove(site, session, key, odd)

    t.equal(answer.statusCode, 422)
    t.match(answer.body, /That did not fit/)
    t.match((await site.get('/desk', session)).statusCode, 303)
    t.equal((await prove(site, session, key)).statusCode, 303, 'a good one is taken afterwards')
  })

t.test('an authenticator that nobody registered is refused', async (t) => {
  const { site, session } = await startHalfSignedIn(t)

  t.equal((await prove(site, session, makeAuthenticator())).statusCode, 422)
})

t.test('a colleague’s passkey opens their account and nobody else’s', async (t) => {
  const { site, session } = await startHalfSignedIn(t)
  await addModerator(site, { email: 'zoe@clameur.test' })
  const { key: zoes } = await register(site, (await followLink(site, 'zoe@clameur.test')).session)

  t.equal((await prove(site, session, zoes)).statusCode, 422)
})

t.test('a signature by another key under a known name is refused', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)
  const options = await askFor(site, 'passkey', session)
  const forged = { ...JSON.parse(makeAuthenticator().prove(options)), id: key.id, rawId: key.id }

  const answer = await site.submit('/account/passkey', { answer: JSON.stringify(forged) }, session)

  t.equal(answer.statusCode, 422)
})

t.test('an answer is good once, in the session that asked, and for five minutes', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)
  const submit = (answer: string, as: { cookie: string }) => site.submit('/account/passkey', { answer }, as)

  const used = key.prove(await askFor(site, 'passkey', session))
  const opened = await submit(used, session)
  t.equal(opened.statusCode, 303)
  t.equal((await submit(used, cookieOf(opened))).statusCode, 422, 'replayed')

  const mine = key.prove(await askFor(site, 'passkey', cookieOf(opened)))
  const { session: thief } = await followLink(site)
  t.equal((await submit(mine, thief)).statusCode, 422, 'taken to another session')

  const late = key.prove(await askFor(site, 'passkey', thief))
  site.wait(6 * 60_000)
  t.equal((await submit(late, thief)).statusCode, 422, 'late')
})

t.test('of two answers to one challenge that arrive together one is taken', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)
  const answer = key.prove(await askFor(site, 'passkey', session))

  const both = await Promise.all([1, 2].map(() => site.submit('/account/passkey', { answer }, session)))

  t.equal(both.filter(({ cookies }) => cookies.length > 0).length, 1)
})

t.test('rubbish is refused and breaks nothing', async (t) => {
  const { site, session } = await startHalfSignedIn(t)

  for (const answer of [
    '',
    '{}',
    'null',
    '[1]',
    '{"id":1}',
    '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA"}}',
  ])
    t.equal((await site.submit('/account/passkey', { answer }, session)).statusCode, 422, answer)
})

t.test('an authenticator that counts nothing can be used again and again', async (t) => {
  const { site } = await startRequiring(t)
  const { key } = await register(site, (await followLink(site)).session, { odd: { counter: 0 } })

  for (const time of ['first', 'second']) {
    const { session } = await followLink(site)
    t.equal((await prove(site, session, key, { counter: 0 })).statusCode, 303, time)
  }
})

t.test('another site’s page can neither ask for a challenge nor send an answer', async (t) => {
  const { site, key, session } = await startHalfSignedIn(t)
  const foreign = { ...session, 'sec-fetch-site': 'cross-site' }
  const answer = key.prove(await askFor(site, 'passkey', session))

  t.equal((await site.submit('/account/passkey/challenges', {}, foreign)).statusCode, 403)
  t.equal((await site.submit('/account/passkey', { answer }, foreign)).statusCode, 403)
})

t.test('where passkeys are offered, the link alone opens the desk until there is one', async (t) => {
  const site = await startSite(t)
  await addModerator(site, { email: MAYA })

  const { location, session } = await followLink(site)
  t.match(location, /^\/desk/)
  t.match((await site.get('/desk', session)).body, /Whoever reads your mail can sign in as you/)
  const { key, answer } = await register(site, session)
  t.notMatch((await site.get('/desk', cookieOf(answer))).body, /Whoever reads your mail/)

  const again = await followLink(site)
  t.match(again.location, /^\/account\/passkey\?/)
  t.equal((await site.get('/desk', again.session)).statusCode, 303)
  t.equal((await prove(site, again.session, key)).statusCode, 303)
})

t.test('a first passkey closes what stood open without one', async (t) => {
  const site = await startSite(t)
  const account = await addModerator(site, { email: MAYA })
  const elsewhere = await signInAs(site, account)
  t.equal((await site.get('/desk', elsewhere)).statusCode, 200)

  await register(site, (await followLink(site)).session)

  t.equal((await site.get('/desk', elsewhere)).statusCode, 303)
})

t.test(
  'neither a passkey’s page nor its options name the address to the authenticator’s maker',
  async (t) => {
    const { site, session } = await startSignedIn(t)

    const { user } = await askFor(site, 'passkeys', session)

    t.equal(Buffer.from(user.id, 'base64url').length, 16)
    t.notMatch(Buffer.from(user.id, 'base64url').toString('latin1'), /maya|clameur/i)
    t.equal(user.name, 'Maya Okafor')
  },
)
