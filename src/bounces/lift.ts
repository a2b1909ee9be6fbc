import type { Deps } from '../deps.js'
import { fingerprintAddress, liftSuppression } from '../mail/suppressions.js'
import { type Moderator, recordAct } from '../moderation/record.js'

/**
 * Lets mails go to an address again. The log says that it was done, and not for whom.
 *
 * @returns false when nothing held them back.
 */
export async function liftAddress(deps: Deps, moderator: Moderator, address: string): Promise<boolean> {
  const fingerprint = await fingerprintAddress(deps, address)
  if (!fingerprint) return false
  return deps.db.transaction().execute(async (trx) => {
    if (!(await liftSuppression(trx, fingerprint))) return false
    await recordAct(trx, { act: 'address-lifted', moderator, at: deps.clock.now() })
    return true
  })
}
