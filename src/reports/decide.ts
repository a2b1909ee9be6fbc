/** What a moderator decides about a report, once: of two who decide at the same moment the other hears of it. */

import type { Transaction } from '../database/connect.js'
import type { Report } from '../database/tables.js'
import { addMails } from '../mail/outbox.js'
import { hidePetitionWithin } from '../moderation/decide-petition.js'
import type { Why } from '../moderation/read-restriction.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { toldAt } from '../moderation/tell-later.js'
import type { HidingReason } from '../petitions/moderation-reasons.js'
import { closeReports, type Deciding, decideOnce, type Outcome } from './close.js'
import { TAKE_AWAY } from './take-away.js'
import { fingerprintReporter, wasWarnedBefore } from './unfounded.js'

/**
 * Leaves what was reported as it is; the sentence is for whoever reported it. `isUnfounded` warns them as well: who gave no
 * address cannot be warned, and is not.
 */
export async function keepReported(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { note, isUnfounded = false }: { note: string; isUnfounded?: boolean },
): Promise<Outcome> {
  const keys = await deps.keyring.getSiteKeys(deps.db, 'reports')
  const reporterFingerprint = isUnfounded ? fingerprintReporter(keys, report) : undefined
  return decideOnce(deps, report, async (trx) => {
    const at = deps.clock.now()
    const { petitionId, id: reportId } = report
    const entryId = await recordAct(trx, { act: 'report-kept', moderator, petitionId, reportId, note, at })
    const unfounded = reporterFingerprint && {
      reporterFingerprint,
      afterWarning: await wasWarnedBefore(trx, reporterFingerprint, report),
    }
    await closeReports(deps, trx, report, moderator, { state: 'kept', note, at, entryId, unfounded })
    return 'decided'
  })
}

/**
 * Takes the reported reason, update or picture away, or the whole petition out of sight as from its own page at the
 * desk, and tells its author why.
 */
export function restrictReported(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  why: Why<HidingReason>,
): Promise<Outcome> {
  return decideOnce(deps, report, async (trx) => {
    const { id: reportId, petitionId, kind } = report
    const at = deps.clock.now()
    const dated = { ...why, at }
    const entryId =
      kind === 'petition'
        ? await hidePetitionWithin(deps, trx, { id: petitionId }, moderator, { ...dated, reportId })
        : await takeAway(deps, trx, { ...report, kind }, moderator, dated)
    if (entryId === undefined) return 'gone'
    const state = kind === 'petition' ? 'petition-hidden' : (`${kind}-removed` as const)
    await closeReports(deps, trx, report, moderator, { state, ...dated, entryId })
    return 'decided'
  })
}

/** @returns the entry of the log; undefined when it does not stand there any more. */
async function takeAway(
  deps: Deciding,
  trx: Transaction,
  report: Report & { kind: keyof typeof TAKE_AWAY },
  moderator: Moderator,
  why: Why<HidingReason> & { at: Date },
): Promise<number | undefined> {
  const { id: reportId, kind, petitionId, pictureId } = report
  const taken = await TAKE_AWAY[kind](deps, trx, report)
  if (!taken) return undefined

  const act = `${kind}-removed` as const
  const entry = await recordAct(trx, { act, moderator, petitionId, reportId, pictureId, ...why })
  if (taken.author)
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: act,
        petitionId,
        params: { report: reportId, entry },
        dueAt: toldAt(deps),
        ...taken.author,
      },
    ])
  return entry
}
