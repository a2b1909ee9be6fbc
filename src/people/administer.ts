/** What only an administrator may do to the people of the desk. */

import { sql } from 'kysely'
import { isAdministrator } from '../accounts/roles.js'
import type { Database, Transaction } from '../database/connect.js'
import type { Account } from '../database/tables.js'

export type Refused = 'not-administrator' | 'last-administrator'

/**
 * Runs an act in a transaction of its own, one after the other on the whole service, while whoever does it is still an
 * administrator: of two who take each other's role at once, the second has none any more. The database keeps the last
 * administrator, whoever asks.
 */
export async function administer<Outcome>(
  db: Database,
  administrator: Pick<Account, 'id'>,
  act: (trx: Transaction) => Promise<Outcome>,
): Promise<Outcome | Refused> {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(trx)
      const asking = await trx
        .selectFrom('accounts')
        .select('role')
        .where('id', '=', administrator.id)
        .executeTakeFirst()
      return asking && isAdministrator(asking) ? act(trx) : 'not-administrator'
    })
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'accounts_keep_an_administrator')
      return 'last-administrator'
    throw error
  }
}
