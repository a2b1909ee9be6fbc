/** What every decision about a report does: one after the other, written down on the reports, and told to who reported. */

import type { Transaction } from '../database/connect.js'
import type { Report, ReportState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { lockPetition } from '../moderation/decide-petition.js'
import type { Moderator } from '../moderation/record.js'
import { toldAt } from '../moderation/tell-later.js'

export type Deciding = Pick<Deps, 'db' | 'jobs' | 'clock' | 'keyring' | 'config'>

/** `gone`: what was reported does not stand there any more, so only keeping is left to decide. */
export type Outcome = 'decided' | 'already-decided' | 'gone'

export interface Decision {
  state: Exclude<ReportState, 'received'>
  reason?: string
  note: string
  at: Date
  /** The line of the log. */
  entryId: number
  /** Of a report that is manifestly unfounded, and whose sender is warned. */
  unfounded?: { reporterFingerprint: Buffer; afterWarning: boolean } | undefined
}

/** Runs an act on a report that still waits, alone; makes its mails leave after the commit. */
export async function decideOnce(
  { db, jobs }: Deciding,
  report: Report,
  act: (trx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await db.transaction().execute(async (trx) => {
    // First, and by all: two reports about one thing are decided one after the other, whichever rows they touch.
    await lockPetition(trx, report.petitionId)
    return (await isWaiting(trx, report)) ? act(trx) : 'already-decided'
  })
  if (outcome === 'decided') jobs.wakeLater('milestone-mails')
  return outcome
}

async function isWaiting(trx: Transaction, { id }: Pick<Report, 'id'>): Promise<boolean> {
  const waiting = await trx
    .selectFrom('reports')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return waiting !== undefined
}

/**
 * Writes the decision down and makes due the mails to those who reported. What is restricted is restricted for every
 * report about it that still waits; keeping decides about one report alone, for the next may say more.
 */
export async function closeReports(
  deps: Pick<Deps, 'config' | 'clock'>,
  trx: Transaction,
  report: Report,
  moderator: Moderator,
  { state, reason, note, at, entryId, unfounded }: Decision,
): Promise<void> {
  const closed = await trx
    .updateTable('reports')
    .set({
      state,
      decidedAt: at,
      decidedBy: moderator.id,
      decisionReason: reason ?? null,
      decisionNote: note,
      entryId,
      ...(unfounded ? { unfounded: true, ...unfounded } : {}),
    })
    .where('state', '=', 'received')
    .where(({ and, or, eb }) =>
      state === 'kept'
        ? eb('id', '=', report.id)
        : or([
            eb('id', '=', report.id),
            and([
              eb('petitionId', '=', report.petitionId),
              eb('kind', '=', report.kind),
              eb('signatureId', 'is not distinct from', report.signatureId),
              eb('updateId', 'is not distinct from', report.updateId),
              eb('pictureId', 'is not distinct from', report.pictureId),
            ]),
          ]),
    )
    .returning(['id', 'petitionId', 'locale', 'contactSealed'])
    .execute()
  await addMails(
    trx,
    closed
      .filter(({ contactSealed }) => contactSealed !== null)
      .map(({ id, petitionId, locale }) => ({
        queue: 'milestone-mails' as const,
        kind: 'report-decided',
        petitionId,
        params: { report: id, entry: entryId },
        locale,
        dueAt: toldAt(deps),
      })),
  )
}

/** A decision that was taken back, or reversed: its reports wait again. */
export async function reopenReports(trx: Transaction, entryId: number): Promise<void> {
  await trx
    .updateTable('reports')
    .set({
      state: 'received',
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
      decisionNote: null,
      entryId: null,
      unfounded: false,
      reporterFingerprint: null,
      afterWarning: false,
      reversedAt: null,
    })
    .where('entryId', '=', entryId)
    .execute()
}
