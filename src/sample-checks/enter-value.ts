import type { Deps } from '../deps.js'
import { addDays, dayOf } from '../petitions/days.js'
import { LAPSES_AFTER_DAYS } from './rules.js'

export type ValueOutcome = 'drawing' | 'too-early' | 'not-waiting'

/**
 * Enters the value that was announced, once and for good; the worker then draws.
 *
 * Not before the day after its date: on the day itself it may not be public yet. How it is written does not let
 * anybody choose who is drawn, since the secret half of the seed is unknown to whoever writes it.
 */
export async function enterValue(
  { db, clock, config, jobs }: Deps,
  petitionId: number,
  { number, value, source }: { number: number; value: string; source: string },
): Promise<ValueOutcome> {
  const now = clock.now()
  const today = dayOf(now, config.timeZone)
  const check = await db
    .selectFrom('sampleChecks')
    .select(['id', 'valueOn'])
    .where('petitionId', '=', petitionId)
    .where('number', '=', number)
    .where('state', '=', 'committed')
    .executeTakeFirst()
  if (!check || lapsesOn(check.valueOn) < today) return 'not-waiting'
  if (today <= check.valueOn) return 'too-early'
  const { numUpdatedRows } = await db
    .updateTable('sampleChecks')
    .set({ state: 'valued', value, valueSource: source, valuedAt: now })
    .where('id', '=', check.id)
    .where('state', '=', 'committed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'not-waiting'
  jobs.wakeLater('upkeep')
  return 'drawing'
}

/** The last day on which a value is taken. */
export function lapsesOn(valueOn: string): string {
  return addDays(valueOn, LAPSES_AFTER_DAYS)
}
