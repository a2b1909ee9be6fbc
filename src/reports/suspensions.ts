/**
 * Addresses whose reports wait before anyone reads them, after manifestly unfounded ones and a warning (EU Digital
 * Services Act, Article 23(2)).
 *
 * What such an address sends is neither refused nor thrown away: it is taken with the usual page and read when the time
 * is over. A refusal would tell whoever typed the address that it is suspended, and the address of a form was not
 * checked. Its owner is told by mail alone.
 */

import type { Database, Transaction } from '../database/connect.js'
import type { ReporterSuspension } from '../database/tables.js'

/** The sexual abuse of children is looked into whoever tells of it. */
const NEVER_HELD: readonly string[] = ['child-abuse']

export function mayBeHeld(category: string): boolean {
  return !NEVER_HELD.includes(category)
}

/** The suspension of an address that is in force, if there is one. */
export async function findSuspension(
  db: Database | Transaction,
  reporterFingerprint: Buffer,
  now: Date,
): Promise<ReporterSuspension | undefined> {
  return db
    .selectFrom('reporterSuspensions')
    .selectAll()
    .where('reporterFingerprint', '=', reporterFingerprint)
    .where('liftedAt', 'is', null)
    .where('untilAt', '>', now)
    .orderBy('untilAt', 'desc')
    .executeTakeFirst()
}

/**
 * Ends a suspension before its day; what it held back comes up at once.
 *
 * @returns false when it was lifted before, or has run out.
 */
export async function liftSuspension(trx: Transaction, entryId: number, at: Date): Promise<boolean> {
  const lifted = await trx
    .updateTable('reporterSuspensions')
    .set({ liftedAt: at })
    .where('entryId', '=', entryId)
    .where('liftedAt', 'is', null)
    .where('untilAt', '>', at)
    .returning('id')
    .executeTakeFirst()
  if (!lifted) return false
  await trx
    .updateTable('reports')
    .set({ heldUntil: at })
    .where('heldBy', '=', lifted.id)
    .where('heldUntil', '>', at)
    .execute()
  return true
}
