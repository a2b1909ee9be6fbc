import type { Account } from '../../src/database/tables.js'
import { type Authenticator, makeAuthenticator, type Odd } from '../support/authenticator.js'
import { addModerator } from '../support/factories.js'
import { askForLink } from '../support/sign-in.js'
import { startSite, type TestSite } from '../support/site.js'

export type Cookie = { cookie: string }

/** A site whose desk requires passkeys, and a moderator who has none yet. */
export async function startRequiring(t: Parameters<typeof startSite>[0], settings = {}) {
  const site = await startSite(t, { DESK_PASSKEYS: 'required', ...settings })
  const account = await addModerator(site, { email: MAYA })
  return { site, account }
}

export const MAYA = 'maya@clameur.test'

/** What the answer set as cookie, to be sent with what comes next. */
export function cookieOf(answer: { cookies: { name: string; value: string }[] }): Cookie {
  const cookie = answer.cookies.find(({ name }) => name === 'clameur_session')
  if (!cookie) throw new Error('The answer opened no session')
  return { cookie: `${cookie.name}=${cookie.value}` }
}

/** The first step of signing in: what the link alone opens. */
export async function followLink(site: TestSite, email = MAYA) {
  const opened = await site.submit(await askForLink(site, email))
  return { location: String(opened.headers.location), session: cookieOf(opened) }
}

export async function askFor(site: TestSite, which: 'passkey' | 'passkeys', session: Cookie) {
  const asked = await site.submit(`/account/${which}/challenges`, {}, session)
  if (asked.statusCode !== 200)
    throw new Error(`Asking for a challenge was answered with ${asked.statusCode}`)
  return asked.json()
}

export async function register(
  site: TestSite,
  session: Cookie,
  {
    key = makeAuthenticator(),
    odd = {},
    name = 'Blue key',
  }: { key?: Authenticator; odd?: Odd; name?: string } = {},
) {
  const options = await askFor(site, 'passkeys', session)
  const answer = await site.submit('/account/passkeys', { answer: key.register(options, odd), name }, session)
  return { answer, key, options }
}

export async function prove(site: TestSite, session: Cookie, key: Authenticator, odd: Odd = {}) {
  const options = await askFor(site, 'passkey', session)
  return site.submit('/account/passkey', { answer: key.prove(options, odd), return: '/desk' }, session)
}

/** Somebody who has registered a passkey before, and has just followed a link. */
export async function startHalfSignedIn(t: Parameters<typeof startSite>[0], settings = {}) {
  const { site, account } = await startRequiring(t, settings)
  const { session: first } = await followLink(site)
  const { key } = await register(site, first)
  const { session } = await followLink(site)
  return { site, account: account as Account, key, session }
}

/** Signed in with link and passkey. */
export async function startSignedIn(t: Parameters<typeof startSite>[0], settings = {}) {
  const { session: half, ...rest } = await startHalfSignedIn(t, settings)
  return { ...rest, session: cookieOf(await prove(rest.site, half, rest.key)) }
}
