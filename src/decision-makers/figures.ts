/** What the confirmed signatures add up to: by strength of verification, by territory, by week. */

import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import { addDays } from '../petitions/days.js'

/** Email confirmed and postcode inside the territory: level L2 of the product's scale. */
const INSIDE = 2

export interface Figures {
  total: number
  /** Strongest last; only the levels that occur. */
  byStrength: { strength: number; confirmed: number }[]
  /** Those whose postcode lies in the petition's territory. */
  inside: number
  /** Most signatures first. */
  byTerritory: { territory: string; confirmed: number }[]
  /** Every week from the first signature to the last, also the empty ones; `week` is its Monday, `total` runs on. */
  byWeek: { week: string; confirmed: number; total: number }[]
}

/** How many of a week, a territory and a strength. */
export interface Tally {
  week: string
  territory: string
  strength: number
  inside: boolean
  confirmed: number
}

/** The figures behind the public number, from the tallies that were added to with it. */
export async function findFigures(db: Database | Transaction, petitionId: number): Promise<Figures> {
  const week = mondayOf(sql`day`)
  const tallies = await db
    .selectFrom('tallies')
    .select(({ fn }) => [
      week.as('week'),
      'territory',
      'strength',
      sql<boolean>`strength = ${INSIDE}`.as('inside'),
      fn.sum<number>('confirmed').as('confirmed'),
    ])
    .where('petitionId', '=', petitionId)
    .groupBy([week, 'territory', 'strength'])
    .execute()
  return addFigures(tallies)
}

function mondayOf(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`date_trunc('week', ${day}::timestamp)::date`
}

export function addFigures(tallies: Tally[]): Figures {
  const strengths = new Map<number, number>()
  const territories = new Map<string, number>()
  const weeks = new Map<string, number>()
  let total = 0
  let inside = 0
  for (const tally of tallies) {
    const confirmed = Number(tally.confirmed)
    total += confirmed
    if (tally.inside) inside += confirmed
    strengths.set(tally.strength, (strengths.get(tally.strength) ?? 0) + confirmed)
    territories.set(tally.territory, (territories.get(tally.territory) ?? 0) + confirmed)
    weeks.set(tally.week, (weeks.get(tally.week) ?? 0) + confirmed)
  }
  return {
    total,
    inside,
    byStrength: [...strengths]
      .filter(([, confirmed]) => confirmed !== 0)
      .map(([strength, confirmed]) => ({ strength, confirmed }))
      .sort((a, b) => a.strength - b.strength),
    byTerritory: [...territories]
      .filter(([, confirmed]) => confirmed !== 0)
      .map(([territory, confirmed]) => ({ territory, confirmed }))
      .sort((a, b) => b.confirmed - a.confirmed || (a.territory < b.territory ? -1 : 1)),
    byWeek: fillWeeks(weeks),
  }
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

function fillWeeks(weeks: Map<string, number>): Figures['byWeek'] {
  const known = [...weeks.keys()].sort()
  const last = known.at(-1)
  const filled: Figures['byWeek'] = []
  let total = 0
  for (
    let week = known[0];
    week !== undefined && last !== undefined && week <= last;
    week = addDays(week, 7)
  ) {
    const confirmed = weeks.get(week) ?? 0
    total += confirmed
    filled.push({ week, confirmed, total })
  }
  return filled
}
