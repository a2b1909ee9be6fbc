/** Withdrawing: a signature stops counting, and what named its owner is erased. */

import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { dayOf } from '../petitions/days.js'

export interface WithdrawnSignature {
  petitionId: number
  signatureId: number
}

/**
 * Withdraws a pending or confirmed signature; asking again changes nothing.
 *
 * The fingerprint of the address stays, so that the same person can sign again and is still one person; so does the
 * number, which is never given to anyone else.
 */
export async function withdrawSignature(deps: Deps, { petitionId, signatureId }: WithdrawnSignature) {
  const { db, clock, config } = deps
  await db.transaction().execute(async (trx) => {
    // The same lock, first, as confirming takes: a signature cannot be counted and uncounted at once.
    await trx
      .selectFrom('petitionCounts')
      .select('petitionId')
      .where('petitionId', '=', petitionId)
      .forUpdate()
      .execute()
    const signature = await trx
      .selectFrom('signatures')
      .select(['state', 'confirmedAt', 'textVersion', 'territory', 'strength'])
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .where('state', 'in', ['pending', 'confirmed'])
      .forUpdate()
      .executeTakeFirst()
    if (!signature) return

    await trx
      .updateTable('signatures')
      .set({
        state: 'withdrawn',
        withdrawnAt: clock.now(),
        confirmedAt: null,
        strength: null,
        sealed: null,
        domainFingerprint: null,
        networkFingerprint: null,
        postcode: '',
        territory: sql<string>`country`,
        inside: false,
        shownName: null,
        comment: null,
        updates: false,
      })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
    if (signature.state !== 'confirmed') return

    await trx
      .updateTable('tallies')
      .set({ confirmed: sql`confirmed - 1` })
      .where('petitionId', '=', petitionId)
      .where('day', '=', dayOf(signature.confirmedAt!, config.timeZone))
      .where('territory', '=', signature.territory)
      .where('strength', '=', signature.strength!)
      .where('textVersion', '=', signature.textVersion)
      .execute()
    await trx
      .updateTable('petitionCounts')
      .set({ confirmed: sql`confirmed - 1`, updatedAt: clock.now() })
      .where('petitionId', '=', petitionId)
      .execute()
  })
}
