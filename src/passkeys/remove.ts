/** Parting with a passkey, or with all of them. */

import { isOfDesk } from '../accounts/roles.js'
import { endSessionsOf, type Session } from '../accounts/sessions.js'
import type { Transaction } from '../database/connect.js'
import type { Account, Passkey } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { tellPasskeyChange } from './mails.js'
import { listPasskeys } from './queries.js'

/**
 * Takes a passkey away for good, and ends the other sessions, which may stand on it. The last one stays where the desk
 * requires one: of two that are removed at once, one stays.
 */
export async function removePasskey(
  { db, config, jobs }: Deps,
  { id: sessionId, account }: Session,
  passkey: Pick<Passkey, 'id'>,
): Promise<'removed' | 'last'> {
  const outcome = await db.transaction().execute(async (trx) => {
    await trx.selectFrom('accounts').select('id').where('id', '=', account.id).forUpdate().execute()
    const all = await listPasskeys(trx, account.id)
    const isRequired = isOfDesk(account) && config.deskPasskeys === 'required'
    if (isRequired && all.every(({ id }) => id === passkey.id)) return 'last'
    if (!all.some(({ id }) => id === passkey.id)) return 'removed'
    await trx.deleteFrom('passkeys').where('id', '=', passkey.id).execute()
    await endSessionsOf(trx, account.id, { but: sessionId })
    await tellPasskeyChange(trx, account, 'removed')
    return 'removed'
  })
  jobs.wakeLater('confirmation-mails')
  return outcome
}

/**
 * For somebody who has lost theirs: takes all of them away, signs out everywhere and tells them by mail. Whoever reads
 * that mail signs in by a link alone until they register anew; so this is done for a person one knows.
 */
export async function resetPasskeys(
  trx: Transaction,
  account: Pick<Account, 'id' | 'locale'>,
): Promise<void> {
  await trx.deleteFrom('passkeys').where('accountId', '=', account.id).execute()
  await endSessionsOf(trx, account.id)
  await tellPasskeyChange(trx, account, 'reset')
}
