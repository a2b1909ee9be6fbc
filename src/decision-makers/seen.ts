import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'

/**
 * Records that somebody has read the page: whoever acts on it has seen it. Opening it records nothing, since programs
 * that check mails open every link in them.
 */
export async function markSeen(
  db: Database | Transaction,
  maker: Pick<DecisionMaker, 'id'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('decisionMakers')
    .set({ openedAt: at })
    .where('id', '=', maker.id)
    .where('openedAt', 'is', null)
    .execute()
  await db
    .updateTable('deliveries')
    .set({ seenAt: at })
    .where('decisionMakerId', '=', maker.id)
    .where('seenAt', 'is', null)
    .execute()
}
