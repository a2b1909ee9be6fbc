/** What a decision-maker does on the private page, other than reading and answering. */

import type { DecisionMaker, Rhythm } from '../database/tables.js'
import type { Deps } from '../deps.js'

export const RHYTHMS: readonly Rhythm[] = ['threshold', 'weekly', 'monthly', 'closing', 'none']

type Acting = Pick<Deps, 'db' | 'clock'>

/**
 * Says publicly that the petition was received. Happens once; a second press changes nothing.
 *
 * @returns whether this was the first time.
 */
export async function acknowledge(
  { db, clock }: Acting,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
): Promise<boolean> {
  const at = clock.now()
  return db.transaction().execute(async (trx) => {
    const updated = await trx
      .updateTable('decisionMakers')
      .set({ acknowledgedAt: at })
      .where('id', '=', maker.id)
      .where('state', '=', 'active')
      .where('acknowledgedAt', 'is', null)
      .returning('id')
      .execute()
    if (updated.length === 0) return false
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
      .set({ state: as, stateNote: note || null, stateAt: at, rhythm: 'none', emailSealed: null })
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
