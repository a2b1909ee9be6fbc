/** A moderator's three decisions about signatures. Each is a row that a worker carries out; see `work.ts`. */

import type { Transaction } from '../database/connect.js'
import type { Alert, Quarantine, QuarantineActName } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { closeWithin } from '../detection/alerts.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { type Condition, isEmpty } from './condition.js'
import { countFor, type Numbers } from './queries.js'

export interface Decision {
  condition: Condition
  reason: string
  note: string
  /** The last signature that was counted when the page was shown; all, up to this moment, unless it is given. */
  upToId?: number | undefined
}

/**
 * Sets aside what the moderator was shown: who signed since then is not meant, whatever the condition says of them.
 *
 * @returns the quarantine's id, or `nothing` when no signature is meant any more.
 */
export async function setAside(
  deps: Deps,
  { petitionId, alert }: { petitionId: number; alert: Alert | undefined },
  moderator: Moderator,
  decision: Decision,
): Promise<number | 'nothing'> {
  const { condition, upToId } = decision
  if (isEmpty(condition)) return 'nothing'
  const now = deps.clock.now()
  const id = await deps.db.transaction().execute(async (trx) => {
    const asked = { petitionId, act: 'set-aside', condition, upToId } as const
    const expected = await countFor(trx, deps.config.timeZone, asked)
    if (expected.counted + expected.uncounted === 0) return 'nothing'
    const { id: quarantineId } = await trx
      .insertInto('quarantines')
      .values({
        petitionId,
        alertId: alert?.id ?? null,
        rule: alert?.rule ?? condition.rule ?? null,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addAct(trx, deps, { id: quarantineId, petitionId }, 'set-aside', moderator, decision, expected)
    // Acted upon is looked at. A colleague may have closed it a moment ago; their note stays.
    if (alert) await closeWithin(trx, alert, moderator, { note: '', at: now, quarantineId })
    return quarantineId
  })
  if (id !== 'nothing') deps.jobs.wakeLater('quarantines')
  return id
}

/** `late`: somebody decided since the page was shown, or is being obeyed still. `nothing`: no signature is left. */
export type FurtherOutcome = 'decided' | 'late' | 'nothing'

/**
 * Restores or removes what a quarantine holds, or a part of it.
 *
 * `seen` is the last act that the moderator saw: of two who decide at once the quarantine's row lets one, and what the
 * other decided about is not as they saw it any more.
 */
export async function decideFurther(
  deps: Deps,
  quarantine: Pick<Quarantine, 'id' | 'petitionId'>,
  act: Exclude<QuarantineActName, 'set-aside'>,
  moderator: Moderator,
  { seen, ...decision }: Omit<Decision, 'upToId'> & { seen: number },
): Promise<FurtherOutcome> {
  const { id, petitionId } = quarantine
  const { condition } = decision
  const outcome = await deps.db.transaction().execute(async (trx): Promise<FurtherOutcome> => {
    await trx.selectFrom('quarantines').select('id').where('id', '=', id).forUpdate().execute()
    const last = await trx
      .selectFrom('quarantineActs')
      .select(['id', 'state'])
      .where('quarantineId', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    if (last.id !== seen || last.state === 'due') return 'late'
    const left = await countFor(trx, deps.config.timeZone, { petitionId, quarantineId: id, act, condition })
    if (left.counted + left.uncounted === 0) return 'nothing'
    await addAct(trx, deps, quarantine, act, moderator, decision, left)
    return 'decided'
  })
  if (outcome === 'decided') deps.jobs.wakeLater('quarantines')
  return outcome
}

async function addAct(
  trx: Transaction,
  { clock }: Deps,
  { id: quarantineId, petitionId }: Pick<Quarantine, 'id' | 'petitionId'>,
  act: QuarantineActName,
  moderator: Moderator,
  { condition, reason, note }: Decision,
  { counted, uncounted, upToId }: Numbers,
): Promise<void> {
  const at = clock.now()
  await trx
    .insertInto('quarantineActs')
    .values({
      quarantineId,
      petitionId,
      act,
      reason,
      note,
      condition: JSON.stringify(condition),
      accountId: moderator.id,
      expected: counted + uncounted,
      upToId,
      decidedAt: at,
    })
    .execute()
  await recordAct(trx, { act: `signatures-${act}`, moderator, petitionId, note: note || undefined, at })
}
