/** What a moderator decides about a report, once: of two who decide at the same moment the other hears of it. */

import type { Report } from '../database/tables.js'
import { addMails } from '../mail/outbox.js'
import { hidePetitionWithin } from '../moderation/decide-petition.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { toldAt } from '../moderation/tell-later.js'
import type { HidingReason } from '../petitions/moderation-reasons.js'
import type { Ground } from './categories.js'
import { closeReports, type Deciding, decideOnce, type Outcome } from './close.js'
import { TAKE_AWAY } from './take-away.js'

/** Leaves what was reported as it is; the sentence is for whoever reported it. */
export function keepReported(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { note }: { note: string },
): Promise<Outcome> {
  return decideOnce(deps, report, async (trx) => {
    const at = deps.clock.now()
    const { petitionId, id: reportId } = report
    const entryId = await recordAct(trx, { act: 'report-kept', moderator, petitionId, reportId, note, at })
    await closeReports(deps, trx, report, moderator, { state: 'kept', note, at, entryId })
    return 'decided'
  })
}

/** Takes the reported reason, update or picture away, and tells its author why. */
export function removeReported(
  deps: Deciding,
  report: Report & { kind: keyof typeof TAKE_AWAY },
  moderator: Moderator,
  { reason, note }: { reason: Ground; note: string },
): Promise<Outcome> {
  return decideOnce(deps, report, async (trx) => {
    const { id: reportId, kind, petitionId, pictureId } = report
    const taken = await TAKE_AWAY[kind](deps, trx, report)
    if (!taken) return 'gone'

    const at = deps.clock.now()
    const state = `${kind}-removed` as const
    const about = { petitionId, reportId, pictureId }
    const entryId = await recordAct(trx, { act: state, moderator, ...about, reason, note, at })
    await closeReports(deps, trx, report, moderator, { state, reason, note, at, entryId })
    const params = { report: reportId, entry: entryId }
    const dueAt = toldAt(deps)
    if (taken.author)
      await addMails(trx, [
        { queue: 'milestone-mails', kind: state, petitionId, params, dueAt, ...taken.author },
      ])
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
  return decideOnce(deps, report, async (trx) => {
    const at = deps.clock.now()
    const why = { reason, note, at, reportId: report.id }
    const entryId = await hidePetitionWithin(deps, trx, { id: report.petitionId }, moderator, why)
    if (entryId === undefined) return 'gone'
    const state = 'petition-hidden'
    await closeReports(deps, trx, report, moderator, { state, reason, note, at, entryId })
    return 'decided'
  })
}
