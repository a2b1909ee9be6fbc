import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delivery } from '../database/tables.js'

export interface ListedDelivery extends Delivery {
  name: string
  role: string
  organisation: string
  /** An answer has arrived, whether it is published yet or not. */
  isAnswered: boolean
}

/** To whom a petition was delivered, and how each of them has gone on with it. */
export function listDeliveries(db: Database | Transaction, petitionId: number): Promise<ListedDelivery[]> {
  return db
    .selectFrom('deliveries')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'deliveries.decisionMakerId')
    .selectAll('deliveries')
    .select(['decisionMakers.name', 'decisionMakers.role', 'decisionMakers.organisation'])
    .select(
      sql<boolean>`exists (select from replies where replies.decision_maker_id = deliveries.decision_maker_id
        and replies.state in ('submitted', 'published'))`.as('isAnswered'),
    )
    .where('deliveries.petitionId', '=', petitionId)
    .orderBy('deliveries.id')
    .execute()
}

export function findDelivery(
  db: Database | Transaction,
  maker: Pick<DecisionMaker, 'id'>,
): Promise<Delivery | undefined> {
  return db.selectFrom('deliveries').selectAll().where('decisionMakerId', '=', maker.id).executeTakeFirst()
}
