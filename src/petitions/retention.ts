/** Until when a petition's signers are kept. `src/retention` then destroys its key. */

import type { Config } from '../config.js'
import type { Database } from '../database/connect.js'
import type { Destruction, Petition } from '../database/tables.js'
import { addMonths, dayOf } from './days.js'

/** The day on which a petition's key is destroyed; undefined before it has closed or was refused. */
export function destructionDayOf(
  { closedAt, rejectedAt }: Pick<Petition, 'closedAt' | 'rejectedAt'>,
  { retentionMonths, timeZone }: Pick<Config, 'retentionMonths' | 'timeZone'>,
): string | undefined {
  const ended = closedAt ?? rejectedAt
  return ended ? addMonths(dayOf(ended, timeZone), retentionMonths) : undefined
}

export async function findDestruction(db: Database, petitionId: number): Promise<Destruction | undefined> {
  return db.selectFrom('destructions').selectAll().where('petitionId', '=', petitionId).executeTakeFirst()
}
