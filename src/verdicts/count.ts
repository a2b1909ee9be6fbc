/** What signers say of a reply, as everybody may read it. */

import type { Database, Transaction } from '../database/connect.js'
import type { Verdict } from '../database/tables.js'

export const VERDICTS: readonly Verdict[] = ['yes', 'partly', 'no']

export type Verdicts = Record<Verdict, number> & { total: number }

/** With fewer, one could guess who answered what, and the share would say little. */
export const FEWEST_SHOWN = 10

/** Of each reply with enough answers. Only those of signatures that count are counted. */
export async function countVerdicts(
  db: Database | Transaction,
  replyIds: number[],
): Promise<Map<number, Verdicts>> {
  if (replyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('replyVerdicts')
    .innerJoin('signatures', (join) =>
      join
        .onRef('signatures.petitionId', '=', 'replyVerdicts.petitionId')
        .onRef('signatures.id', '=', 'replyVerdicts.signatureId'),
    )
    .select(({ fn }) => [
      'replyVerdicts.replyId',
      'replyVerdicts.verdict',
      fn.countAll<number>().as('answers'),
    ])
    .where('replyVerdicts.replyId', 'in', replyIds)
    .where('signatures.state', '=', 'confirmed')
    .groupBy(['replyVerdicts.replyId', 'replyVerdicts.verdict'])
    .execute()
  const counted = new Map<number, Verdicts>()
  for (const { replyId, verdict, answers } of rows) {
    const of = counted.get(replyId) ?? { yes: 0, partly: 0, no: 0, total: 0 }
    of[verdict] += Number(answers)
    of.total += Number(answers)
    counted.set(replyId, of)
  }
  for (const [replyId, { total }] of counted) if (total < FEWEST_SHOWN) counted.delete(replyId)
  return counted
}
