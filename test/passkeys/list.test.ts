/** Registering, keeping and losing passkeys. */

import t from 'tap'
import { removeFromDesk } from '../../src/people/change-role.js'
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
  startRequiring,
  startSignedIn,
} from './support.js'

t.test('where passkeys are required, whoever has none can do nothing but register one', async (t) => {
  const { site } = await startRequiring(t)

  const { location, session } = await followLink(site)

  t.match(location, /^\/account\/passkeys\/new\?return=%2Fdesk/)
  for (const path of ['/desk', '/account', '/account/sessions', '/account/passkeys'])
    t.equal((await site.get(path, session)).statusCode, 303, path)
  t.match(
    (await site.get('/account/passkeys/new?return=/desk', session)).body,
    /The desk opens only to those/,
  )
  const { answer } = await register(site, session)
  t.match(answer.headers.location, /^\/account\/passkeys\?done=added/)
  const list = await site.get('/account/passkeys?done=added&return=/desk', cookieOf(answer))
  t.match(
    list.body,
    /The passkey is yours[\s\S]+Blue key[\s\S]+Add a second one[\s\S]+href="\/desk"[^>]*>Go on/,
  )
  t.equal((await site.get('/desk', cookieOf(answer))).statusCode, 200)
})

const BAD: [what: string, odd: Odd][] = [
  ['another site', { origin: 'https://clameur.example' }],
  ['another site’s passkeys', { rpId: 'clameur.example' }],
  ['a device that verified nobody', { unverified: true }],
  ['a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['another ceremony', { type: 'webauthn.get' }],
]

for (const [what, odd] of BAD)
  t.test(`a registration with ${what} is refused`, async (t) => {
    const { site } = await startRequiring(t)
    const { session } = await followLink(site)

    const { answer } = await register(site, session, { odd })

    t.equal(answer.statusCode, 422)
    t.equal((await site.get('/desk', session)).statusCode, 303)
    t.equal((await site.db.selectFrom('passkeys').selectAll().execute()).length, 0)
  })

t.test('a registration cannot be sent twice, nor rubbish once', async (t) => {
  const { site } = await startRequiring(t)
  const { session } = await followLink(site)
  const options = await askFor(site, 'passkeys', session)
  const fields = { answer: makeAuthenticator().register(options) }

  const first = await site.submit('/account/passkeys', fields, session)
  const again = await site.submit('/account/passkeys', fields, cookieOf(first))

  t.equal(first.statusCode, 303)
  t.equal(again.statusCode, 422)
  for (const answer of ['', '{}', 'null', '{"response":{}}'])
    t.equal((await site.submit('/account/passkeys', { answer }, cookieOf(first))).statusCode, 422, answer)
})

t.test('an authenticator that is a colleague’s cannot be registered as one’s own', async (t) => {
  const { site, key } = await startSignedIn(t)
  await addModerator(site, { email: 'zoe@clameur.test' })
  const { session } = await followLink(site, 'zoe@clameur.test')

  const { answer } = await register(site, session, { key })

  t.equal(answer.statusCode, 422)
})

t.test('a second passkey is added by whoever has just shown the first', async (t) => {
  const { site, key, session } = await startSignedIn(t)

  const { user: _user, excludeCredentials } = await askFor(site, 'passkeys', session)
  t.match(excludeCredentials, [{ id: key.id, transports: ['usb'] }])
  const { answer, key: spare } = await register(site, session, { name: 'My phone' })
  t.equal(answer.statusCode, 303)
  t.match((await site.get('/account/passkeys', cookieOf(answer))).body, /Blue key[\s\S]+My phone/)

  t.equal((await prove(site, (await followLink(site)).session, spare)).statusCode, 303)
})

t.test('a browser that was left open cannot add or remove a passkey', async (t) => {
  const { site, session } = await startSignedIn(t)
  const { id } = await site.db.selectFrom('passkeys').select('id').executeTakeFirstOrThrow()
  site.wait(11 * 60_000)

  t.match((await site.get('/account/passkeys/new', session)).headers.location, /^\/account\/passkey\?return=/)
  t.equal((await site.submit('/account/passkeys/challenges', {}, session)).statusCode, 403)
  const removal = await site.submit(`/account/passkeys/${id}/removal`, {}, session)
  t.match(removal.headers.location, /^\/account\/passkey\?return=/)
  t.equal((await site.db.selectFrom('passkeys').select('id').execute()).length, 1)
})

t.test('a passkey is removed, the other sessions with it, and its owner is told', async (t) => {
  const { site, key, session } = await startSignedIn(t)
  const spare = await register(site, session)
  const kept = cookieOf(spare.answer)
  const { session: half } = await followLink(site)
  const elsewhere = cookieOf(await prove(site, half, key))
  const { id } = await site.db.selectFrom('passkeys').select('id').orderBy('id').executeTakeFirstOrThrow()
  await site.work()
  site.mails.length = 0

  t.match((await site.get(`/account/passkeys/${id}/removal`, kept)).body, /Remove “Blue key”\?/)
  const removed = await site.submit(`/account/passkeys/${id}/removal`, {}, kept)
  await site.work()

  t.match(removed.headers.location, /^\/account\/passkeys\?done=removed/)
  t.equal((await site.get('/desk', kept)).statusCode, 200)
  t.equal((await site.get('/desk', elsewhere)).statusCode, 303)
  t.match(site.mails, [{ to: MAYA, subject: 'A passkey was removed from your account at clameur.test' }])
  t.equal((await prove(site, (await followLink(site)).session, key)).statusCode, 422)
})

t.test('the last one stays where it is required, also when two are removed at once', async (t) => {
  const { site, session } = await startSignedIn(t)
  const spare = await register(site, session)
  const kept = cookieOf(spare.answer)
  const ids = await site.db.selectFrom('passkeys').select('id').execute()

  const answers = await Promise.all(
    ids.map(({ id }) => site.submit(`/account/passkeys/${id}/removal`, {}, kept)),
  )

  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
  const left = await site.db.selectFrom('passkeys').select('id').execute()
  t.equal(left.length, 1)
  t.match((await site.get(`/account/passkeys/${left[0]!.id}/removal`, kept)).body, /It is your only one/)
})

t.test('somebody else’s passkey can be neither seen nor removed', async (t) => {
  const { site, session } = await startSignedIn(t)
  await addModerator(site, { email: 'zoe@clameur.test' })
  await register(site, (await followLink(site, 'zoe@clameur.test')).session, { name: 'Zoé’s key' })
  const theirs = await site.db
    .selectFrom('passkeys')
    .select('id')
    .where('name', '=', 'Zoé’s key')
    .executeTakeFirstOrThrow()

  t.equal((await site.submit(`/account/passkeys/${theirs.id}/removal`, {}, session)).statusCode, 404)
  t.notMatch((await site.get('/account/passkeys', session)).body, /Zoé/)
})

t.test('whoever adds a passkey is told by mail', async (t) => {
  const { site } = await startSignedIn(t)
  await site.work()

  t.match(site.mails.at(-1), { to: MAYA })
  t.ok(site.mails.some(({ subject }) => subject === 'A passkey was added to your account at clameur.test'))
})

t.test('an administrator resets the passkeys of a colleague who lost them', async (t) => {
  const { site, account, session } = await startSignedIn(t)
  const ada = await addModerator(site, { email: 'ada@clameur.test', name: 'Ada', role: 'administrator' })
  const { answer: ofAda } = await register(site, (await followLink(site, 'ada@clameur.test')).session)
  const administrator = cookieOf(ofAda)
  t.match(
    (await site.get(`/desk/people/${account.id}`, administrator)).body,
    /1 passkey[\s\S]+Reset the passkeys/,
  )

  const reset = await site.submit(`/desk/people/${account.id}/passkey-reset`, {}, administrator)
  await site.work()

  t.match(reset.headers.location, new RegExp(`^/desk/people/${account.id}\\?done=reset`))
  t.equal((await site.get('/desk', session)).statusCode, 303, 'signed out at once')
  t.ok(
    site.mails.some(
      ({ to, subject }) => to === MAYA && subject === 'Your passkeys at clameur.test were reset',
    ),
  )
  t.match((await site.get('/desk/log', administrator)).body, /Ada[\s\S]+Passkeys reset[\s\S]+Maya Okafor/)
  const { location, session: anew } = await followLink(site)
  t.match(location, /^\/account\/passkeys\/new/)
  t.equal((await register(site, anew, { key: makeAuthenticator() })).answer.statusCode, 303)

  const own = await site.submit(`/desk/people/${ada.id}/passkey-reset`, {}, administrator)
  t.match(own.headers.location, /^\/account\/passkeys/)
  t.equal((await site.get('/desk', administrator)).statusCode, 200)
})

t.test('whoever leaves the desk leaves no passkey behind', async (t) => {
  const { site, account, session } = await startSignedIn(t)
  const ada = await addModerator(site, { email: 'ada@clameur.test', name: 'Ada', role: 'administrator' })

  await removeFromDesk(site.deps, ada, account)

  t.strictSame(await site.db.selectFrom('passkeys').selectAll().execute(), [])
  t.equal((await site.get('/desk', session)).statusCode, 303)
  t.match((await followLink(site)).location, /^\/account(\?|$)/)
})

t.test('campaigners may have a passkey too, and part with it', async (t) => {
  const site = await startSite(t, { DESK_PASSKEYS: 'required' })
  await addModerator(site, { email: MAYA })
  await site.db.updateTable('accounts').set({ role: 'campaigner' }).execute()

  const { location, session } = await followLink(site)
  t.match(location, /^\/account(\?|$)/, 'none is required of them')
  const { answer, key } = await register(site, session)
  const half = await followLink(site)
  t.match(half.location, /^\/account\/passkey\?/)
  t.equal((await prove(site, half.session, key)).statusCode, 303)
  const { id } = await site.db.selectFrom('passkeys').select('id').executeTakeFirstOrThrow()
  t.equal((await site.submit(`/account/passkeys/${id}/removal`, {}, cookieOf(answer))).statusCode, 303)
  t.match((await followLink(site)).location, /^\/account(\?|$)/)
})

t.test('where browsers keep no passkeys the page says why, and nothing is asked for', async (t) => {
  const site = await startSite(t, { PUBLIC_URL: 'http://192.0.2.7' })
  const session = await signInAs(site, await addModerator(site))

  const page = await site.get('/account/passkeys', session)

  t.match(page.body, /it needs a name and https/)
  t.notMatch(page.body, /passkeys\/new/)
  t.match((await site.get('/account/passkeys/new', session)).headers.location, /^\/account\/passkeys/)
  t.notMatch((await site.get('/desk', session)).body, /With a passkey they cannot/)
})
