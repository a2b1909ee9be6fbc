/** Random bytes that an authenticator signs, so that no answer is good twice or elsewhere. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Session } from '../accounts/sessions.js'
import type { PasskeyChallengeTable } from '../database/tables.js'
import type { Deps } from '../deps.js'

type Purpose = PasskeyChallengeTable['purpose']

/** Long enough to look for the key in the bag. */
const MINUTES = 5

/** Asking again makes the one before worthless: a session has one challenge of a kind. */
export async function addChallenge(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id }: Pick<Session, 'id'>,
  purpose: Purpose,
): Promise<Buffer> {
  const challenge = randomBytes(32)
  const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
  await db
    .deleteFrom('passkeyChallenges')
    .where('sessionId', '=', id)
    .where('purpose', '=', purpose)
    .execute()
  await db
    .insertInto('passkeyChallenges')
    .columns(['challenge', 'sessionId', 'purpose', 'expiresAt'])
    // A session that was ended meanwhile gets none.
    .expression(
      db
        .selectFrom('sessions')
        .select([
          sql<Buffer>`${challenge}::bytea`.as('challenge'),
          'id',
          sql<Purpose>`${purpose}::text`.as('purpose'),
          sql<Date>`${expiresAt}::timestamptz`.as('until'),
        ])
        .where('id', '=', id)
        .forUpdate(),
    )
    .execute()
  return challenge
}

/** Whether this session was given this challenge for this purpose, and still has it: of two answers one is told yes. */
export async function takeChallenge(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id }: Pick<Session, 'id'>,
  purpose: Purpose,
  challenge: string,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('passkeyChallenges')
    .where('challenge', '=', Buffer.from(challenge, 'base64url'))
    .where('sessionId', '=', id)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', clock.now())
    .returning('purpose')
    .executeTakeFirst()
  return taken !== undefined
}

export async function removeExpiredChallenges({ db, clock }: Deps): Promise<void> {
  await db.deleteFrom('passkeyChallenges').where('expiresAt', '<=', clock.now()).execute()
}
