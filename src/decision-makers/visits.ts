/**
 * When somebody was last on their private page. Opening it records nothing, as everywhere; a visit is known by what its
 * reader does: asks for a code, acknowledges, orders a dossier, or says that they have read what is new.
 */

import { sql } from 'kysely'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { PrivateReader } from './reader.js'

/** Acts that are further apart belong to two visits; as long as a code lets a browser read names. */
const VISIT_MS = 12 * 3_600_000

type Visits = Pick<DecisionMaker, 'visitAt' | 'visitBeforeAt'>

/**
 * The last moment of the visit before this one: what came after it is new to this reader. While a visit goes on it
 * stays the same, so that nothing that is new disappears with the next button.
 */
export function lastVisitOf({ visitAt, visitBeforeAt }: Visits, now: Date): Date | null {
  return visitAt !== null && now.getTime() - visitAt.getTime() <= VISIT_MS ? visitBeforeAt : visitAt
}

export async function rememberVisit(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { maker, delegate }: Pick<PrivateReader, 'maker' | 'delegate'>,
): Promise<void> {
  const at = clock.now()
  await db
    .updateTable((delegate ? 'delegates' : 'decisionMakers') as 'decisionMakers')
    .set({
      visitBeforeAt: sql`case when visit_at > ${new Date(at.getTime() - VISIT_MS)} then visit_before_at else visit_at end`,
      visitAt: at,
    })
    .where('id', '=', (delegate ?? maker).id)
    .execute()
}

/** "I have read this": nothing up to the moment that the page showed is new any more. */
export async function markRead(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { maker, delegate }: Pick<PrivateReader, 'maker' | 'delegate'>,
  shownAt: Date,
): Promise<void> {
  const now = clock.now()
  const readTo = sql<Date>`greatest(visit_before_at, ${shownAt > now ? now : shownAt}::timestamptz)`
  await db
    .updateTable((delegate ? 'delegates' : 'decisionMakers') as 'decisionMakers')
    // Not now: what came while the page was open has not been read.
    .set({ visitBeforeAt: readTo, visitAt: readTo })
    .where('id', '=', (delegate ?? maker).id)
    .execute()
}
