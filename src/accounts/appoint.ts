/** What MODERATORS does at every start. */

import type { Database } from '../database/connect.js'
import type { Keyring } from '../keys/keyring.js'
import { getOrAddAccount } from './accounts.js'

export interface Appointed {
  /** How many of those named an administrator has taken from the desk since. */
  leftDesk: number
}

/**
 * Lets the people named in MODERATORS come to the desk: whoever has no role there becomes a moderator, and the first
 * of them the administrator where there is none. A role that was given at the desk stays, and so does a removal: what
 * an administrator decided is not undone by a restart. Who is no longer named keeps the role until it is taken away.
 */
export async function appointModerators(
  { db, keyring }: { db: Database; keyring: Keyring },
  addresses: readonly string[],
): Promise<Appointed> {
  let leftDesk = 0
  for (const email of addresses) {
    const account = await getOrAddAccount({ db, keyring }, { email, locale: 'fr' })
    if (account.leftDeskAt) {
      leftDesk++
      continue
    }
    await db
      .updateTable('accounts')
      .set({ role: 'moderator' })
      .where('id', '=', account.id)
      .where('role', '=', 'campaigner')
      .execute()
    await db
      .updateTable('accounts')
      .set({ role: 'administrator' })
      .where('id', '=', account.id)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('accounts as other').select('other.id').where('other.role', '=', 'administrator'),
          ),
        ),
      )
      .execute()
  }
  return { leftDesk }
}
