/** Writing into the register: a promise, what became of it, and a moderator's doubt. */

import type { OutcomeParty, OutcomeSaid } from '../database/tables.js'
import { addPromise } from '../decision-makers/promise.js'
import type { Deps } from '../deps.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { dayOf } from '../petitions/days.js'
import { lockOutcome } from './queries.js'

type Saying = Pick<Deps, 'db' | 'clock' | 'config'>

/** A second click, or a page sent again after a lost connection, comes within the hour. */
const SAME_AGAIN_MS = 3_600_000

/** More than a petition can have of promises: who writes on and on is stopped here. */
export const MOST_PROMISES = 50

export interface ReportedPromise {
  decisionMakerId: number
  promise: string
  promisedOn: string
  dueOn: string
  source: string
}

/**
 * Adds a promise that was made elsewhere, with where it can be read.
 *
 * @returns 'unknown' for a decision-maker of another petition. The same words again are one line.
 */
export async function reportPromise(
  { db, clock }: Saying,
  petition: { id: number },
  { by, moderator }: { by: 'campaigner' | 'moderator'; moderator?: Moderator },
  promise: ReportedPromise,
): Promise<'added' | 'added-before' | 'unknown' | 'too-many'> {
  const addedAt = clock.now()
  return db.transaction().execute(async (trx) => {
    // Locked, so that a second click finds the first one's line.
    const maker = await trx
      .selectFrom('decisionMakers')
      .select('id')
      .where('id', '=', promise.decisionMakerId)
      .where('petitionId', '=', petition.id)
      .forUpdate()
      .executeTakeFirst()
    if (!maker) return 'unknown'
    const known = await trx
      .selectFrom('outcomes')
      .select(['promise', 'dueOn', 'decisionMakerId'])
      .where('petitionId', '=', petition.id)
      .execute()
    const isSame = known.some(
      (one) =>
        one.promise === promise.promise &&
        one.dueOn === promise.dueOn &&
        one.decisionMakerId === promise.decisionMakerId,
    )
    if (isSame) return 'added-before'
    if (known.length >= MOST_PROMISES) return 'too-many'
    await addPromise(trx, { petitionId: petition.id, ...promise, addedBy: by, addedAt })
    if (moderator)
      await recordAct(trx, { act: 'promise-added', moderator, petitionId: petition.id, at: addedAt })
    return 'added'
  })
}

/**
 * Adds what somebody says became of a promise. Lines are never changed: who learns more says it again.
 *
 * @returns 'unknown' for a promise of another petition, or (of a decision-maker) of another decision-maker.
 */
export async function sayOutcome(
  { db, clock }: Saying,
  { id, petitionId, decisionMakerId }: { id: number; petitionId: number; decisionMakerId?: number },
  { by, moderator }: { by: OutcomeParty; moderator?: Moderator },
  { said, note }: { said: OutcomeSaid; note: string },
): Promise<'said' | 'said-before' | 'unknown'> {
  const saidAt = clock.now()
  return db.transaction().execute(async (trx) => {
    const outcome = await lockOutcome(trx, { id, petitionId })
    if (!outcome) return 'unknown'
    if (decisionMakerId !== undefined && outcome.decisionMakerId !== decisionMakerId) return 'unknown'
    const last = await trx
      .selectFrom('outcomeAnswers')
      .select(['said', 'note', 'saidAt'])
      .where('outcomeId', '=', id)
      .where('saidBy', '=', by)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const isSame = last?.said === said && last.note === note
    if (isSame && saidAt.getTime() - last.saidAt.getTime() < SAME_AGAIN_MS) return 'said-before'
    await trx.insertInto('outcomeAnswers').values({ outcomeId: id, saidBy: by, said, note, saidAt }).execute()
    if (moderator) await recordAct(trx, { act: 'outcome-said', moderator, petitionId, note, at: saidAt })
    return 'said'
  })
}

/** Marks an answer, or the promise itself, as doubtful, with the reason beside it; once. */
export async function dispute(
  { db, clock }: Saying,
  { id, petitionId, answerId }: { id: number; petitionId: number; answerId: number | undefined },
  moderator: Moderator,
  note: string,
): Promise<'disputed' | 'unknown'> {
  const at = clock.now()
  return db.transaction().execute(async (trx) => {
    if (!(await lockOutcome(trx, { id, petitionId }))) return 'unknown'
    const values = { disputedAt: at, disputedNote: note }
    const found =
      answerId === undefined
        ? await trx
            .updateTable('outcomes')
            .set(values)
            .where('id', '=', id)
            .where('disputedAt', 'is', null)
            .returning('id')
            .executeTakeFirst()
        : await trx
            .updateTable('outcomeAnswers')
            .set(values)
            .where('id', '=', answerId)
            .where('outcomeId', '=', id)
            .where('disputedAt', 'is', null)
            .returning('id')
            .executeTakeFirst()
    if (!found) return 'unknown'
    await recordAct(trx, { act: 'outcome-disputed', moderator, petitionId, note, at })
    return 'disputed'
  })
}

export function todayOf({ clock, config }: Pick<Deps, 'clock' | 'config'>): string {
  return dayOf(clock.now(), config.timeZone)
}
