/**
 * Disputes about decisions of this site that were brought before certified bodies out of court (EU Digital Services Act,
 * Article 21). The bodies decide elsewhere and by letter, so administrators enter them; the yearly report counts them.
 */

import type { Database } from '../database/connect.js'
import type { Dispute, DisputeOutcome } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Moderator, recordAct } from '../moderation/record.js'

export const DISPUTE_OUTCOMES: readonly DisputeOutcome[] = ['site', 'person', 'withdrawn']

type Keeping = Pick<Deps, 'db' | 'clock'>

/** Those that wait first, then the latest. */
export function listDisputes(db: Database): Promise<Dispute[]> {
  return db
    .selectFrom('disputes')
    .selectAll()
    .orderBy((eb) => eb('outcome', 'is not', null))
    .orderBy('submittedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function addDispute(
  { db, clock }: Keeping,
  moderator: Moderator,
  dispute: Pick<Dispute, 'body' | 'about' | 'submittedOn'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('disputes').values(dispute).execute()
    const note = `${dispute.body}: ${dispute.about}`
    await recordAct(trx, { act: 'dispute-added', moderator, note, at: clock.now() })
  })
}

export type Ended = { outcome: DisputeOutcome; decidedOn: string; carriedOut: boolean }

/**
 * Writes down how one ended, or mends what was written. Whether the site did as was decided means nothing of a dispute
 * that was withdrawn.
 */
export async function endDispute(
  { db, clock }: Keeping,
  moderator: Moderator,
  id: number,
  { carriedOut, ...ended }: Ended,
): Promise<'ended' | 'unknown' | 'before-it-began'> {
  return db.transaction().execute(async (trx) => {
    const dispute = await trx
      .selectFrom('disputes')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!dispute) return 'unknown'
    if (ended.decidedOn < dispute.submittedOn) return 'before-it-began'
    await trx
      .updateTable('disputes')
      .set({ ...ended, carriedOut: ended.outcome === 'withdrawn' ? null : carriedOut })
      .where('id', '=', id)
      .execute()
    const note = `${dispute.body}: ${dispute.about}`
    await recordAct(trx, {
      act: 'dispute-ended',
      moderator,
      reason: ended.outcome,
      note,
      at: clock.now(),
    })
    return 'ended'
  })
}
