/** Asking for a sign-in link. */

import type { Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { findAccountByAddress } from './accounts.js'
import { addSignInLink } from './sign-in-links.js'

/** Longer than the statements take that only a known address causes. */
const ANSWER_AFTER_MS = 120

/** Sends a link when the address has an account. Neither the answer nor its timing tells whether it has. */
export async function askForSignInLink(
  deps: Deps,
  asked: { email: string; returnTo: string | undefined; locale: Locale },
): Promise<void> {
  await Promise.all([sendLink(deps, asked), new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS))])
}

async function sendLink(
  deps: Deps,
  { email, returnTo, locale }: { email: string; returnTo: string | undefined; locale: Locale },
): Promise<void> {
  const account = await findAccountByAddress(deps, email)
  if (!account) return
  await deps.db.transaction().execute(async (trx) => {
    const link = await addSignInLink({ db: trx }, { accountId: account.id, returnTo, now: deps.clock.now() })
    await addMails(trx, [
      { queue: 'confirmation-mails', kind: 'sign-in-link', accountId: account.id, params: { link }, locale },
    ])
  })
  deps.jobs.wakeLater('confirmation-mails')
}
