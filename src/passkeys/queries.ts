import type { Database, Transaction } from '../database/connect.js'
import type { Passkey } from '../database/tables.js'

/** The oldest first. */
export async function listPasskeys(db: Database | Transaction, accountId: number): Promise<Passkey[]> {
  return db.selectFrom('passkeys').selectAll().where('accountId', '=', accountId).orderBy('id').execute()
}

export async function findPasskey(
  db: Database,
  { accountId, id }: { accountId: number; id: number },
): Promise<Passkey | undefined> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
}
