/** What becomes of somebody of the desk. */

import { type DeskRole, isOfDesk } from '../accounts/roles.js'
import { endSessionsOf } from '../accounts/sessions.js'
import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { recordAct } from '../moderation/record.js'
import { administer, type Refused } from './administer.js'

export type Change = 'changed' | 'unchanged' | Refused

/** Signs them out everywhere, so that nothing goes on with the old role. */
export async function changeRole(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  by: Account,
  person: Account,
  role: DeskRole,
): Promise<Change> {
  return administer(db, by, async (trx) => {
    const changed = await trx
      .updateTable('accounts')
      .set({ role })
      .where('id', '=', person.id)
      // A colleague may have taken them from the desk since the page was opened.
      .where('role', 'in', ['reviewer', 'moderator', 'administrator'])
      .where('role', '!=', role)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return 'unchanged'
    await endSessionsOf(trx, person.id)
    const entry = { act: `made-${role}`, moderator: by, subjectId: person.id, at: clock.now() } as const
    await recordAct(trx, entry)
    return 'changed'
  })
}

/**
 * Signs them out everywhere at once and forgets their passkeys, which were for the desk. What they decided stays, with
 * their name; their own petitions stay theirs.
 */
export async function removeFromDesk(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  by: Account,
  person: Account,
): Promise<Change> {
  return administer(db, by, async (trx) => {
    const at = clock.now()
    const now = await trx.selectFrom('accounts').select('role').where('id', '=', person.id).executeTakeFirst()
    if (!now || !isOfDesk(now)) return 'unchanged'
    await trx
      .updateTable('accounts')
      .set({ role: 'campaigner', leftDeskAt: at })
      .where('id', '=', person.id)
      .execute()
    await endSessionsOf(trx, person.id)
    await trx.deleteFrom('passkeys').where('accountId', '=', person.id).execute()
    await recordAct(trx, { act: 'person-removed', moderator: by, subjectId: person.id, at })
    return 'changed'
  })
}
