import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate } from '../database/tables.js'
import { recordReaderAct } from './acts.js'

/**
 * Records that somebody has read the page: whoever acts on it has seen it. Opening it records nothing, since programs
 * that check mails open every link in them.
 */
export async function markSeen(
  db: Database | Transaction,
  { maker, delegate }: { maker: Pick<DecisionMaker, 'id'>; delegate?: Pick<Delegate, 'id'> | undefined },
  at: Date,
): Promise<void> {
  await db
    .updateTable('decisionMakers')
    .set({ openedAt: at })
    .where('id', '=', maker.id)
    .where('openedAt', 'is', null)
    .execute()
  const seen = await db
    .updateTable('deliveries')
    .set({ seenAt: at })
    .where('decisionMakerId', '=', maker.id)
    .where('seenAt', 'is', null)
    .returning('id')
    .execute()
  if (seen.length > 0) await recordReaderAct(db, { maker, delegate, act: 'seen', at })
}
