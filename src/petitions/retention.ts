/** Until when a petition's signers are kept. `src/retention` then destroys its key. */

import type { Config } from '../config.js'
import type { Database, Transaction } from '../database/connect.js'
import type { Destruction, Petition } from '../database/tables.js'
import { addDays, addMonths, dayOf } from './days.js'

/**
 * A refusal, or hiding, can be contested for six months (EU Digital Services Act, Article 20), and the last day's appeal
 * takes some time to be decided: what it could bring back is not destroyed before.
 */
export const CONTESTED_MONTHS = 7

/**
 * The day on which a petition's key is destroyed; undefined while nothing has ended.
 *
 * Hidden or not, a petition that has closed keeps the day that its page announced. One that was hidden while it was
 * open counts from that day; shown again, it has no day any more.
 */
export function destructionDayOf(
  { closedAt, rejectedAt, hiddenAt }: Pick<Petition, 'closedAt' | 'rejectedAt' | 'hiddenAt'>,
  { retentionMonths, timeZone }: Pick<Config, 'retentionMonths' | 'timeZone'>,
): string | undefined {
  if (closedAt) return addMonths(dayOf(closedAt, timeZone), retentionMonths)
  const restricted = rejectedAt ?? hiddenAt
  if (!restricted) return undefined
  return addMonths(dayOf(restricted, timeZone), Math.max(retentionMonths, CONTESTED_MONTHS))
}

/** The latest day of an open petition, when the day on which it closes is known. */
export function latestDestructionDayOf(
  { closesOn }: Pick<Petition, 'closesOn'>,
  { retentionMonths }: Pick<Config, 'retentionMonths'>,
): string | undefined {
  // Closing is a moment after the end of the last day.
  return closesOn ? addMonths(addDays(closesOn, 1), retentionMonths) : undefined
}

export async function findDestruction(
  db: Database | Transaction,
  petitionId: number,
): Promise<Destruction | undefined> {
  return db.selectFrom('destructions').selectAll().where('petitionId', '=', petitionId).executeTakeFirst()
}
