/** Whoever reported hears when the restriction that they brought about is reversed on appeal. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import { addMails } from '../mail/outbox.js'

/**
 * Writes the reversal down on the reports that led to what is reversed, and makes the mails about it due. Who has not yet
 * been sent the decision reads of both in one mail.
 */
export async function reverseReports(trx: Transaction, entryId: number, at: Date): Promise<void> {
  const reversed = await trx
    .updateTable('reports')
    .set({ reversedAt: at })
    .where('entryId', '=', entryId)
    .where('state', 'not in', ['received', 'kept'])
    .returning(['id', 'petitionId', 'locale', 'contactSealed'])
    .execute()
  const named = reversed.filter(({ contactSealed }) => contactSealed !== null)
  if (named.length === 0) return
  const waiting = await trx
    .selectFrom('mails')
    .select(sql<number>`(params->>'report')::bigint`.as('reportId'))
    .where('kind', '=', 'report-decided')
    .where('state', '=', 'due')
    .where(sql<boolean>`(params->>'report')::bigint = any(${named.map(({ id }) => id)})`)
    .execute()
  const untold = new Set(waiting.map(({ reportId }) => Number(reportId)))
  await addMails(
    trx,
    named
      .filter(({ id }) => !untold.has(id))
      .map(({ id, petitionId, locale }) => ({
        queue: 'milestone-mails' as const,
        kind: 'report-reversed',
        petitionId,
        params: { report: id, entry: entryId },
        locale,
      })),
  )
}
