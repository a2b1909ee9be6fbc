/** Decision-makers whom our mails do not reach: the promise to deliver a petition hangs on it. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { DecisionMaker, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { fingerprintAddress } from '../mail/suppressions.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { sealDecisionMakerAddress } from '../petitions/decision-maker.js'

export type UnreachedRecipient = Pick<DecisionMaker, 'id' | 'name' | 'role' | 'organisation'> & {
  bouncedAt: Date
  petitionId: number
  title: string
  locale: Petition['locale']
}

const MOST_LISTED = 100

/** Those whose address came back, and who can still be written to; the latest first. */
export async function listUnreachedRecipients(db: Database): Promise<UnreachedRecipient[]> {
  const rows = await db
    .selectFrom('decisionMakers')
    .innerJoin('petitions', 'petitions.id', 'decisionMakers.petitionId')
    .select([
      'decisionMakers.id',
      'decisionMakers.name',
      'decisionMakers.role',
      'decisionMakers.organisation',
      'decisionMakers.bouncedAt',
      'petitions.id as petitionId',
      'petitions.title',
      'petitions.locale',
    ])
    .where('decisionMakers.bouncedAt', 'is not', null)
    .where('decisionMakers.emailSealed', 'is not', null)
    .where('decisionMakers.state', '=', 'active')
    .orderBy('decisionMakers.bouncedAt', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map((row) => ({ ...row, bouncedAt: row.bouncedAt! }))
}

/**
 * Gives them another address, which a moderator has checked: whoever reads there opens the private page. They are told
 * of the petition anew, as if for the first time.
 *
 * @returns false when somebody was faster, or the petition's key is gone.
 */
export async function correctAddress(
  deps: Deps,
  moderator: Moderator,
  { id, petitionId, address }: { id: number; petitionId: number; address: string },
): Promise<boolean> {
  const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
  if (!keys) return false
  const fingerprint = (await fingerprintAddress(deps, address))!
  const at = deps.clock.now()
  const done = await deps.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('decisionMakers')
      .set({
        ...sealDecisionMakerAddress(keys, petitionId, address),
        bouncedAt: null,
        // Told anew; what was owed since the first notice is in it.
        toldAt: sql<Date | null>`case when opened_at is null then null else told_at end`,
      })
      .where('id', '=', id)
      .where('petitionId', '=', petitionId)
      .where('bouncedAt', 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return false
    // A moderator who has checked it vouches for it; a complaint of its owner's weighs more.
    await trx
      .deleteFrom('suppressions')
      .where('fingerprint', '=', fingerprint)
      .where('kind', '!=', 'complaint')
      .execute()
    await recordAct(trx, { act: 'recipient-address-corrected', moderator, petitionId, at })
    return true
  })
  if (done) deps.jobs.wakeLater('decision-maker-notices')
  return done
}
