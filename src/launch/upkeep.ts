import { sql } from 'kysely'
import type { Deps } from '../deps.js'

/** Somebody who has not come back in two months starts anew; what they wrote about themselves is not kept longer. */
export const KEEP_DRAFTS_DAYS = 60

/** Deletes drafts that nobody touched for long, with their keys, and the accounts that were made for nothing. */
export async function deleteOldDrafts({ db, clock }: Deps): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_DRAFTS_DAYS * 86_400_000)
  await db.deleteFrom('petitions').where('state', '=', 'draft').where('editedAt', '<', before).execute()
  // Made when the confirmation was asked for, and never confirmed.
  await db
    .deleteFrom('accounts')
    .where('role', '=', 'campaigner')
    .where('createdAt', '<', before)
    .where(
      sql<boolean>`not exists (select from petitions where account_id = accounts.id)
        and not exists (select from sessions where account_id = accounts.id)
        and not exists (select from sign_in_links where account_id = accounts.id)
        and not exists (select from audit_entries where account_id = accounts.id)
        and not exists (select from account_limits where account_id = accounts.id)
        and not exists (select from audit_entries where subject_id = accounts.id)`,
    )
    .execute()
}
