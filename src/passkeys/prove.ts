/** Showing a passkey: the second step of signing in, and what acts ask for that must not be done by a passer-by. */

import { sql } from 'kysely'
import type { Session } from '../accounts/sessions.js'
import type { Deps } from '../deps.js'
import { authenticationOptions, readProved } from './ceremony.js'
import { addChallenge, takeChallenge } from './challenges.js'
import type { readAuthenticationAnswer } from './form.js'
import { listPasskeys } from './queries.js'

export async function askToProve(deps: Deps, session: Session): Promise<object> {
  const { options } = await authenticationOptions(deps.config, {
    challenge: await addChallenge(deps, session, 'authentication'),
    known: await listPasskeys(deps.db, session.account.id),
  })
  return options
}

/**
 * Whether the answer comes from a passkey of this account, to the challenge that this session was given. The counter
 * only goes up: a copy of an authenticator gives itself away. (Those that are kept in step between devices count nothing
 * and always say 0.)
 */
export async function provePasskey(
  deps: Deps,
  session: Session,
  read: ReturnType<typeof readAuthenticationAnswer>,
): Promise<'proved' | 'refused'> {
  const { db, config, clock } = deps
  if (!read || !(await takeChallenge(deps, session, 'authentication', read.challenge))) return 'refused'
  const passkey = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('credentialId', '=', Buffer.from(read.answer.id, 'base64url'))
    .where('accountId', '=', session.account.id)
    .executeTakeFirst()
  const counter = passkey && (await readProved(config, read.answer, read.challenge, passkey))
  if (!passkey || counter === undefined) return 'refused'
  const noted = await db
    .updateTable('passkeys')
    .set({
      counter,
      lastUsedOn: sql<string>`(${clock.now()}::timestamptz at time zone ${config.timeZone})::date`,
    })
    .where('id', '=', passkey.id)
    .where((where) => where.or([where('counter', '<', counter), where('counter', '=', 0)]))
    .returning('id')
    .executeTakeFirst()
  return noted ? 'proved' : 'refused'
}
