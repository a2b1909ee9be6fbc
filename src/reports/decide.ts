/** What a moderator decides about a report, once: of two who decide at the same moment the other hears of it. */

import type { Transaction } from '../database/connect.js'
import type { Report, ReportState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { hidePetitionWithin, lockPetition } from '../moderation/decide-petition.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import type { HidingReason } from '../petitions/moderation-reasons.js'
import type { Ground } from './categories.js'
import { sealRemoved } from './reporter.js'

type Deciding = Pick<Deps, 'db' | 'jobs' | 'clock' | 'keyring'>

/** `gone`: what was reported does not stand there any more, so only keeping is left to decide. */
export type Outcome = 'decided' | 'already-decided' | 'gone'

interface Decision {
  state: Exclude<ReportState, 'received'>
  reason?: string
  note: string
  at: Date
}

/** Leaves what was reported as it is; the sentence is for whoever reported it. */
export function keepReported(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { note }: { note: string },
): Promise<Outcome> {
  return decide(deps, report, async (trx) => {
    const at = deps.clock.now()
    const [decided] = await close(trx, report, moderator, { state: 'kept', note, at })
    if (!decided) return 'already-decided'
    const { petitionId, id: reportId } = decided
    await recordAct(trx, { act: 'report-kept', moderator, petitionId, reportId, note, at })
    return 'decided'
  })
}

/** Takes a signer's reason off every page, list and dossier that is made from now on; the signature still counts. */
export function removeReason(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { reason, note }: { reason: Ground; note: string },
): Promise<Outcome> {
  return decide(deps, report, async (trx) => {
    const { petitionId, signatureId } = report
    if (signatureId === null) return 'gone'
    const signature = await trx
      .selectFrom('signatures')
      .select(['comment', 'locale'])
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .where('state', '=', 'confirmed')
      .forUpdate()
      .executeTakeFirst()
    if (!signature?.comment) return (await isOpen(trx, report)) ? 'gone' : 'already-decided'

    const at = deps.clock.now()
    const state = 'reason-removed'
    const decided = await close(trx, report, moderator, { state, reason, note, at })
    if (decided.length === 0) return 'already-decided'
    await trx
      .updateTable('signatures')
      .set({ comment: null })
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
      .execute()
    const keys = await deps.keyring.findPetitionKeys(deps.db, petitionId)
    if (keys)
      await trx
        .updateTable('reports')
        .set({ removedSealed: sealRemoved(keys, report, signature.comment) })
        .where('id', '=', report.id)
        .execute()
    await recordAct(trx, { act: state, moderator, petitionId, reportId: report.id, reason, note, at })
    const { locale } = signature
    const params = { report: report.id }
    await addMails(trx, [{ queue: 'milestone-mails', kind: state, petitionId, signatureId, params, locale }])
    return 'decided'
  })
}

/** Takes an update off the petition's page, and out of the mails that have not left yet. */
export function removeUpdate(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { reason, note }: { reason: Ground; note: string },
): Promise<Outcome> {
  return decide(deps, report, async (trx) => {
    const { petitionId, updateId } = report
    const at = deps.clock.now()
    if (!(await isOpen(trx, report))) return 'already-decided'
    const removed = await trx
      .updateTable('updates')
      .set({ removedAt: at })
      .where('id', '=', updateId)
      .where('removedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!removed) return 'gone'

    const state = 'update-removed'
    await close(trx, report, moderator, { state, reason, note, at })
    await recordAct(trx, { act: state, moderator, petitionId, reportId: report.id, reason, note, at })
    const campaigner = await trx
      .selectFrom('petitions')
      .innerJoin('accounts', 'accounts.id', 'petitions.accountId')
      .select(['accounts.id as accountId', 'accounts.locale'])
      .where('petitions.id', '=', petitionId)
      .executeTakeFirst()
    const params = { report: report.id }
    if (campaigner)
      await addMails(trx, [{ queue: 'milestone-mails', kind: state, petitionId, params, ...campaigner }])
    return 'decided'
  })
}

/** Takes the whole petition out of sight, as from its own page at the desk. */
export function hideReported(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { reason, note }: { reason: HidingReason; note: string },
): Promise<Outcome> {
  return decide(deps, report, async (trx) => {
    if (!(await isOpen(trx, report))) return 'already-decided'
    const at = deps.clock.now()
    const why = { reason, note, at, reportId: report.id }
    if (!(await hidePetitionWithin(trx, { id: report.petitionId }, moderator, why))) return 'gone'
    await close(trx, report, moderator, { state: 'petition-hidden', reason, note, at })
    return 'decided'
  })
}

async function decide(
  { db, jobs }: Deciding,
  report: Report,
  act: (trx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await db.transaction().execute(async (trx) => {
    // First, and by all: two reports about one thing are decided one after the other, whichever rows they touch.
    await lockPetition(trx, report.petitionId)
    return act(trx)
  })
  if (outcome === 'decided') jobs.wakeLater('milestone-mails')
  return outcome
}

async function isOpen(trx: Transaction, { id }: Pick<Report, 'id'>): Promise<boolean> {
  const open = await trx
    .selectFrom('reports')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return open !== undefined
}

/**
 * Writes the decision down and makes due the mails to those who reported. What is restricted is restricted for every
 * report about it that still waits; keeping decides about one report alone, for the next may say more.
 */
async function close(
  trx: Transaction,
  report: Report,
  moderator: Moderator,
  { state, reason, note, at }: Decision,
): Promise<Report[]> {
  const closed = await trx
    .updateTable('reports')
    .set({
      state,
      decidedAt: at,
      decidedBy: moderator.id,
      decisionReason: reason ?? null,
      decisionNote: note,
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
            ]),
          ]),
    )
    .returningAll()
    .execute()
  await addMails(
    trx,
    closed
      .filter(({ contactSealed }) => contactSealed !== null)
      .map(({ id, petitionId, locale }) => ({
        queue: 'milestone-mails' as const,
        kind: 'report-decided',
        petitionId,
        params: { report: id },
        locale,
      })),
  )
  return closed
}
