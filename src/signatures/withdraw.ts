/** Withdrawing: a signature stops counting, and what named its owner is erased. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { dayOf } from '../petitions/days.js'
import { strikeFromDossiers } from './strikes.js'

/** What a signature keeps nothing of once its owner took it back: all that names them, and where they live but for the country. */
export const ERASED = {
  sealed: null,
  nameFingerprint: null,
  domainFingerprint: null,
  networkFingerprint: null,
  wideNetworkFingerprint: null,
  agentFingerprint: null,
  fillSeconds: null,
  bouncedAt: null,
  marks: null,
  stemFingerprint: null,
  objectedAt: null,
  postcode: '',
  territory: sql<string>`country`,
  inside: false,
  shownName: null,
  comment: null,
  reservation: false,
  updates: false,
  campaignerNews: false,
  nameWithheld: false,
  refusesChecks: false,
}

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
export async function withdrawSignature(deps: Deps, whose: WithdrawnSignature): Promise<void> {
  await deps.db.transaction().execute((trx) => withdrawWithin(trx, deps, whose))
}

/**
 * The same as part of a larger act.
 *
 * @returns false for a signature that is neither pending nor confirmed; nothing is changed then.
 */
export async function withdrawWithin(
  trx: Transaction,
  { clock, config }: Pick<Deps, 'clock' | 'config'>,
  { petitionId, signatureId }: WithdrawnSignature,
): Promise<boolean> {
  await lockCount(trx, petitionId)
  const signature = await trx
    .selectFrom('signatures')
    .select(['state', 'emailFingerprint', 'slot', 'confirmedAt', 'textVersion', 'territory', 'strength'])
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .where('state', 'in', ['pending', 'confirmed'])
    .forUpdate()
    .executeTakeFirst()
  if (!signature) return false
  const at = clock.now()
  if (signature.state === 'confirmed')
    await strikeFromDossiers(trx, { petitionId, signatureIds: [signatureId], act: 'strike', at })

  await trx
    .updateTable('signatures')
    .set({
      state: 'withdrawn',
      withdrawnAt: at,
      confirmedAt: null,
      strength: null,
      ...ERASED,
    })
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .execute()
  if (signature.slot === 1) await leaveFirstPlace(trx, { petitionId, signatureId, ...signature })
  if (signature.state !== 'confirmed') return true

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
    .set({ confirmed: sql`confirmed - 1`, updatedAt: at })
    .where('petitionId', '=', petitionId)
    .execute()
  return true
}

/**
 * Whoever shares the address takes the first place; the withdrawn signature waits in the second for its owner to come
 * back. Who signs asks for the first place first, and must find there a person and not a gap beside that person.
 */
async function leaveFirstPlace(
  trx: Transaction,
  whose: WithdrawnSignature & { emailFingerprint: Buffer },
): Promise<void> {
  const { petitionId, signatureId, emailFingerprint } = whose
  const other = await trx
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petitionId)
    .where('emailFingerprint', '=', emailFingerprint)
    .where('slot', '=', 2)
    .where('state', '!=', 'withdrawn')
    .forUpdate()
    .executeTakeFirst()
  if (!other) return
  const set = (values: { emailFingerprint: Buffer; slot?: number }) =>
    trx
      .updateTable('signatures')
      .set(values)
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
  // The table itself gives the first place to who is left.
  await set({ emailFingerprint: randomBytes(16) })
  await set({ emailFingerprint, slot: 2 })
}

/** The same lock, first, as confirming takes: a signature cannot be counted and uncounted at once. */
export async function lockCount(trx: Transaction, petitionId: number): Promise<void> {
  await trx
    .selectFrom('petitionCounts')
    .select('petitionId')
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .execute()
}
