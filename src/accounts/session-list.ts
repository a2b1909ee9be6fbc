/** The sessions somebody has open, for themselves to see and to end. */

import type { Deps } from '../deps.js'
import { endSessionsOf } from './sessions.js'

export interface ListedSession {
  id: number
  createdAt: Date
  /** Undefined for what was opened before this was noted. */
  lastUsedOn: string | null
  browser: string | null
  isThis: boolean
}

/** This one first, then the newest. */
export async function listSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  whose: { accountId: number; thisId: number },
): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastUsedOn', 'browser'])
    .where('accountId', '=', whose.accountId)
    .where('expiresAt', '>', clock.now())
    .orderBy('id', 'desc')
    .execute()
  return rows
    .map((row) => ({ ...row, isThis: row.id === whose.thisId }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Ends one session of this account; somebody else's, or one that is over, is left as it is. */
export async function endOneSession(
  { db }: Pick<Deps, 'db'>,
  { accountId, id }: { accountId: number; id: number },
): Promise<void> {
  await db.deleteFrom('sessions').where('accountId', '=', accountId).where('id', '=', id).execute()
}

export async function endOtherSessions(
  { db }: Pick<Deps, 'db'>,
  { accountId, thisId }: { accountId: number; thisId: number },
): Promise<void> {
  await endSessionsOf(db, accountId, { but: thisId })
}
