/** The service that is walked through, and who walks: each step of the walk adds to what the next one needs. */

import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { appointModerators } from '../../../src/accounts/appoint.js'
import { findFreePort } from '../../../src/database/embedded.js'
import { ALL_ON } from '../../bounces/told.js'
import { doorOf } from '../../support/door.js'
import { type LaunchValues, launchPetition } from '../../support/launch.js'
import type { MailServer } from '../../support/mail-server.js'
import { startService, type TestService } from '../../support/service.js'
import { linkIn, signIn } from '../../support/sign-in.js'
import type { TestSite } from '../../support/site.js'
import { startAuthority } from '../../support/time-stamping.js'

/** Digits and letters of a run: in every address, and in every name that nobody chose to show. */
export const SECRET = `zq${randomBytes(7).toString('hex')}`
/** In what is shown: that it is found shows that the search finds. */
export const SHOWN = `yw${randomBytes(7).toString('hex')}`

export const address = (who: string) => `${who}.${SECRET}@mail-${SECRET}.example`
export const hidden = (who: string) => `${who} ${SECRET}`
export const shown = (who: string) => `${who} ${SHOWN}`

export type Cookie = { cookie: string }

export interface Walk {
  t: Test
  service: TestService
  door: TestSite
  mailServer: MailServer
  db: TestService['db']
  /** What was written to the log, down to the smallest event. */
  log: string[]
  petition: Launched
  /** The link of each signer's own page, by who they are. */
  links: Map<string, string>
  moderator: Cookie
  campaigner: Cookie
}

export interface Launched {
  id: number
  slug: string
  /** At the desk. */
  desk: string
}

export async function openWalk(t: Test, redisUrl: string | undefined): Promise<Walk> {
  const log: string[] = []
  // By a name, which passkeys can be made for.
  const PORT = String(await findFreePort())
  const { url: TSA_URL } = await startAuthority(t)
  const settings = { LOG_LEVEL: 'trace', PORT, PUBLIC_URL: `http://localhost:${PORT}`, TSA_URL, ...ALL_ON }
  const service = await startService(t, redisUrl ? { ...settings, REDIS_URL: redisUrl } : settings, {
    write: (line) => void log.push(line),
  })
  const { db, mailServer } = service
  const door = doorOf(service)
  await appointModerators(service.deps, [address('moderator')])
  mailServer.refuse = (to) => {
    if (to.startsWith('nobody')) return `550 No mailbox <${to}> here`
    if (to.startsWith('later')) return `451 Ask again for <${to}>`
    return undefined
  }
  const petition = await launch({ door, db }, { title: 'Reopen the library on Wednesdays' })
  const walk = { t, service, door, mailServer, db, log, petition, links: new Map<string, string>() }
  return Object.assign(walk, await signInAgain(walk))
}

/** By the campaigner, addressed to the mayor. */
export async function launch(
  { door, db }: Pick<Walk, 'door' | 'db'>,
  values: Partial<LaunchValues>,
): Promise<Launched> {
  const slug = await launchPetition(door, {
    name: shown('Nour'),
    email: address('campaigner'),
    maker_name: shown('Claire'),
    maker_email: address('mayor'),
    ...values,
  })
  const { id } = await db
    .selectFrom('petitions')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return { id, slug, desk: `/desk/petitions/${id}` }
}

/** Sessions end while the clock is moved on. */
export async function signInAgain({ door }: Pick<Walk, 'door'>) {
  return {
    moderator: await signIn(door, address('moderator')),
    campaigner: await signIn(door, address('campaigner')),
  }
}

/** The link in a mail is followed by its button. */
export async function openMine({ door, mailServer }: Walk, email: string): Promise<Cookie> {
  await door.submit('/my-signatures', { email })
  const mail = await mailServer.mailTo(email, ({ text }) => /\/my-signatures\/[0-9a-f-]{36}/.test(text))
  const { cookies } = await door.submit(linkIn(mail, '/my-signatures/'))
  const { name, value } = cookies.find((one) => one.name === 'clameur_my_signatures')!
  return { cookie: `${name}=${value}` }
}

/** The private page of who is asked. */
export async function dossierOf({ mailServer }: Walk, email = address('mayor')): Promise<string> {
  const mail = await mailServer.mailTo(email, ({ text }) => text.includes('/dossiers/'))
  return /^\/dossiers\/[^/?]+/.exec(linkIn(mail, '/dossiers/'))![0]
}
