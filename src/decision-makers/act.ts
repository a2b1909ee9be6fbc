/** What a decision-maker does on the private page, other than reading and answering. */

import type { DecisionMaker, Rhythm } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { endDownload } from './download.js'
import { lockDecisionMaker } from './queries.js'
import { markSeen } from './seen.js'

export const RHYTHMS: readonly Rhythm[] = ['threshold', 'weekly', 'monthly', 'closing', 'delivery', 'none']

type Acting = Pick<Deps, 'db' | 'clock'>

/**
 * Says publicly that the petition was received, and, where it was delivered, that the delivery was. Each happens once; a
 * second press changes nothing.
 *
 * @returns whether this was the first time.
 */
export async function acknowledge(
  { db, clock }: Acting,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  { endsDownload = false } = {},
): Promise<boolean> {
  const at = clock.now()
  return db.transaction().execute(async (trx) => {
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return false
    await markSeen(trx, maker, at)
    const petitions = await trx
      .updateTable('decisionMakers')
      .set({ acknowledgedAt: at })
      .where('id', '=', maker.id)
      .where('acknowledgedAt', 'is', null)
      .returning('id')
      .execute()
    const deliveries = await trx
      .updateTable('deliveries')
      .set({ acknowledgedAt: at })
      .where('decisionMakerId', '=', maker.id)
      .where('acknowledgedAt', 'is', null)
      .returning('id')
      .execute()
    if (deliveries.length > 0 && endsDownload) await endDownload(trx, maker, at)
    if (petitions.length + deliveries.length === 0) return false
    await trx
      .insertInto('auditEntries')
      .values({ at, petitionId: maker.petitionId, act: 'decision-maker-acknowledged' })
      .execute()
    return true
  })
}

export async function chooseRhythm(
  { db }: Pick<Deps, 'db'>,
  maker: Pick<DecisionMaker, 'id'>,
  rhythm: Rhythm,
): Promise<void> {
  await db
    .updateTable('decisionMakers')
    .set({ rhythm })
    .where('id', '=', maker.id)
    .where('state', '=', 'active')
    .execute()
}

/**
 * "It is not me", or an objection under Article 21 GDPR: every mail stops at once, also those already written down,
 * and the address is erased. What is left is what the petition itself says, for a moderator to look at.
 */
export async function stepAside(
  { db, clock }: Acting,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  { as, note }: { as: 'not-me' | 'objected'; note: string },
): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    const updated = await trx
      .updateTable('decisionMakers')
      .set({
        state: as,
        stateNote: note || null,
        stateAt: at,
        rhythm: 'none',
        emailSealed: null,
        ageKey: null,
        ageKeyAt: null,
      })
      .where('id', '=', maker.id)
      .where('state', '=', 'active')
      .returning('id')
      .execute()
    if (updated.length === 0) return
    await trx
      .updateTable('mails')
      .set({ state: 'dropped', doneAt: at })
      .where('decisionMakerId', '=', maker.id)
      .where('state', '=', 'due')
      .execute()
    await trx
      .insertInto('auditEntries')
      .values({ at, petitionId: maker.petitionId, act: `decision-maker-${as}`, note: note || null })
      .execute()
  })
}
