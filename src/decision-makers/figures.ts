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

interface Tally {
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
  return figuresOf(tallies)
}

/**
 * The same, counted from the signatures themselves: for a dossier, whose figures and list must be of one moment.
 * A long petition is read through once.
 */
export async function countFigures(trx: Transaction, petitionId: number, timeZone: string): Promise<Figures> {
  const week = mondayOf(sql`(confirmed_at at time zone ${sql.lit(timeZone)})::date`)
  const strength = sql<number>`coalesce(strength, 1)`
  const tallies = await trx
    .selectFrom('signatures')
    .select(({ fn }) => [
      week.as('week'),
      'territory',
      strength.as('strength'),
      'inside',
      fn.countAll<number>().as('confirmed'),
    ])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .groupBy([week, 'territory', strength, 'inside'])
    .execute()
  return figuresOf(tallies)
}

function mondayOf(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`date_trunc('week', ${day}::timestamp)::date`
}

function figuresOf(tallies: Tally[]): Figures {
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
