/** Asking somebody to the desk, by their address. */

import { getOrAddAccount } from '../accounts/accounts.js'
import { type DeskRole, isOfDesk } from '../accounts/roles.js'
import { endSessionsOf } from '../accounts/sessions.js'
import { addSignInLink } from '../accounts/sign-in-links.js'
import type { Account, Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { recordAct } from '../moderation/record.js'
import { administer, type Refused } from './administer.js'

/** A long weekend; afterwards they sign in like everybody of the desk. */
export const INVITATION_DAYS = 4

/**
 * Gives the role at once and mails a link that opens the desk. Someone of the desk already is left as they are; a
 * campaigner's account becomes one of the desk, and what is signed in with it is signed out.
 */
export async function invite(
  deps: Deps,
  by: Account,
  { email, name, role, locale }: { email: string; name: string; role: DeskRole; locale: Locale },
): Promise<{ invited: number } | { already: number } | Refused> {
  const { keyring, clock, jobs } = deps
  const outcome = await administer(deps.db, by, async (trx) => {
    const account = await getOrAddAccount({ db: trx, keyring }, { email, name, locale })
    if (isOfDesk(account)) return { already: account.id }
    const at = clock.now()
    await trx
      .updateTable('accounts')
      .set({ role, leftDeskAt: null, name: account.name ?? name })
      .where('id', '=', account.id)
      .execute()
    await endSessionsOf(trx, account.id)
    const entry = { act: `invited-${role}`, moderator: by, subjectId: account.id, at } as const
    await recordAct(trx, entry)
    const link = await addSignInLink(
      { db: trx },
      { accountId: account.id, returnTo: '/desk', now: at, minutes: INVITATION_DAYS * 24 * 60 },
    )
    await addMails(trx, [
      {
        queue: 'confirmation-mails',
        kind: 'desk-invitation',
        accountId: account.id,
        params: { link, by: by.id },
        locale: account.locale,
      },
    ])
    return { invited: account.id }
  })
  jobs.wakeLater('confirmation-mails')
  return outcome
}
