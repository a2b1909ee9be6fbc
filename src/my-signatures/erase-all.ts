/** Erasing (GDPR Art. 17): nothing that is left leads to the person any more. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { endKeyer } from '../paper/keyers.js'
import { eraseSpentMails } from '../signatures/spent-mails.js'
import { strikeFromDossiers } from '../signatures/strikes.js'
import { ERASED, lockCount, withdrawWithin } from '../signatures/withdraw.js'
import { findReaders } from './beside.js'
import { walkKeys, walkSignatures } from './walk.js'

/**
 * Takes every signature out of the count and erases what is sealed, shown, or sent of it, and the fingerprint, which
 * random bytes replace. Where a moderator removed a signature the fingerprint stays, so that it cannot come back.
 * Asking again goes on where a process was stopped.
 */
export async function eraseAll(deps: Deps, canonical: string, whose?: string): Promise<number> {
  let erased = 0
  // Who shares an address keeps what is not told apart by a name.
  if (whose === undefined) await stopReading(deps, canonical)
  for await (const { found, fingerprints } of walkSignatures(deps, canonical, { whose })) {
    for (const { signature } of found) {
      await erase(deps, { petitionId: signature.petitionId, signatureId: signature.id })
      erased += 1
    }
    // Of two who share an address, the other may still be written to.
    if (whose === undefined) await eraseSpentMails(deps.db, fingerprints)
  }
  return erased
}

/** Reading sheets of paper for others: their name and address go as by the button of their own page. */
async function stopReading(deps: Deps, canonical: string): Promise<void> {
  for await (const { keys } of walkKeys(deps))
    for (const { id, petitionId } of await findReaders(deps.db, keys, canonical))
      await endKeyer(deps, { id, petitionId })
}

async function erase(deps: Deps, whose: { petitionId: number; signatureId: number }): Promise<void> {
  const { petitionId, signatureId } = whose
  await deps.db.transaction().execute(async (trx) => {
    await lockCount(trx, petitionId)
    const isWithdrawn = await withdrawWithin(trx, deps, whose)
    if (!isWithdrawn) await strikeWhatIsSetAside(trx, deps, whose)
    await trx
      .updateTable('signatures')
      .set({
        // Set aside, it did not count; its owner takes it back before anybody decides.
        state: sql`case when state = 'removed' then state else 'withdrawn' end`,
        emailFingerprint: sql<Buffer>`case when state = 'removed' then email_fingerprint else ${randomBytes(16)}::bytea end`,
        withdrawnAt: sql<Date>`coalesce(withdrawn_at, ${deps.clock.now()})`,
        ...ERASED,
      })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
    await trx
      .deleteFrom('mails')
      .where('petitionId', '=', petitionId)
      .where('signatureId', '=', signatureId)
      .execute()
  })
}

/** Quarantined or removed after a dossier was made, it does not count; the list that was handed over still has it. */
async function strikeWhatIsSetAside(
  trx: Transaction,
  { clock }: Deps,
  whose: { petitionId: number; signatureId: number },
): Promise<void> {
  const aside = await trx
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', whose.petitionId)
    .where('id', '=', whose.signatureId)
    .where('state', 'in', ['quarantined', 'removed'])
    .executeTakeFirst()
  if (aside)
    await strikeFromDossiers(trx, {
      ...whose,
      signatureIds: [whose.signatureId],
      act: 'strike',
      at: clock.now(),
    })
}
