import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import type { WithdrawnSignature } from './withdraw.js'

/**
 * Asks for another look at a signature that was set aside or removed; asking again changes nothing.
 *
 * No account is asked for and nothing has to be proven: whoever opens the link reads the mail of that address. A
 * moderator finds those who object beside what they decided about.
 */
export async function objectToCheck(
  { db, clock }: Deps,
  { petitionId, signatureId }: WithdrawnSignature,
): Promise<void> {
  await db
    .updateTable('signatures')
    .set({ objectedAt: sql`coalesce(objected_at, ${clock.now()})` })
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .where('state', 'in', ['quarantined', 'removed'])
    .where('sealed', 'is not', null)
    .execute()
}
