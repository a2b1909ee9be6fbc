/** How somebody becomes the first administrator of a fresh installation. */

import type { Deps } from '../deps.js'
import { getOrAddAccount } from './accounts.js'
import { addSignInLink, signInToken } from './sign-in-links.js'

/** Nobody's: no mail can be sent to a reserved name (RFC 6762 and RFC 6761). */
const ADDRESS = 'moderator@localhost.localdomain'

/** The terminal that printed it is often found again the next morning. */
const MINUTES = 24 * 60

/**
 * An address at which somebody who can read the terminal signs in as administrator, once.
 *
 * @returns undefined where MODERATORS names them, and in production once there is an administrator: a link on every
 * start would then lie in the logs of a service that needs none.
 */
export async function firstModeratorUrl(deps: Deps): Promise<string | undefined> {
  const { config, db, clock } = deps
  if (config.moderators.length > 0) return undefined
  if (config.production) {
    const known = await db
      .selectFrom('accounts')
      .select('id')
      .where('role', '=', 'administrator')
      .executeTakeFirst()
    if (known) return undefined
  }
  const account = await getOrAddAccount(deps, { email: ADDRESS, locale: 'fr' })
  await db
    .updateTable('accounts')
    .set({ role: 'administrator', leftDeskAt: null })
    .where('id', '=', account.id)
    .execute()
  const link = await addSignInLink(deps, { accountId: account.id, now: clock.now(), minutes: MINUTES })
  return `${config.publicUrl}/account/sign-in/${await signInToken(deps, link)}`
}
