import type { Database, Transaction } from './connect.js'

/** SQLSTATE `serialization_failure`: somebody changed, since that moment, a row that was to be changed. Nothing is left. */
const OVERTAKEN = '40001'
const MOST_ATTEMPTS = 5

/**
 * A transaction that sees one moment from its first statement to its last, for what is compared or added up. Whoever is
 * overtaken begins again, so `work` may run several times and must leave nothing outside the transaction.
 */
export async function inOneMoment<Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel('repeatable read').execute(work)
    } catch (error) {
      if ((error as { code?: string }).code !== OVERTAKEN || attempt === MOST_ATTEMPTS) throw error
    }
  }
}
