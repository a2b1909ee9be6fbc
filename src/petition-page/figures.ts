/** A petition's figures: by day as a drawing with its table, by territory without pointing at anyone. */

import { addDays } from '../petitions/days.js'

export interface Day {
  day: string
  confirmed: number
}

export interface Territory {
  territory: string
  confirmed: number
}

/** With fewer, a place and a day could be one known person: statistical offices draw this line at 3 to 10. */
export const FEWEST_NAMED = 5

/** The places that may be named, and how many signatures come from all the others together. */
export function nameable<Place extends Pick<Territory, 'confirmed'>>(
  territories: Place[],
  most = Number.POSITIVE_INFINITY,
) {
  const named = territories.filter(({ confirmed }) => confirmed >= FEWEST_NAMED).slice(0, most)
  const total = territories.reduce((sum, { confirmed }) => sum + confirmed, 0)
  return { named, elsewhere: total - named.reduce((sum, { confirmed }) => sum + confirmed, 0) }
}

export type Span = 'day' | 'week' | 'month'

export interface Period {
  from: string
  confirmed: number
  /** All until the end of the period. */
  total: number
}

/** A table of more rows than this is not read on a phone; the periods then grow. */
const MOST_PERIODS = 45

/** Every period from the first day to the last, also those without a signature. */
export function periodsOf(days: Day[], first: string, last: string): { span: Span; periods: Period[] } {
  const length = daysBetween(first, last) + 1
  const span: Span = length <= MOST_PERIODS ? 'day' : length <= MOST_PERIODS * 7 ? 'week' : 'month'
  const counts = new Map(days.map(({ day, confirmed }) => [day, confirmed]))
  const periods: Period[] = []
  let total = 0
  for (let from = first; from <= last; from = after(from, span)) {
    let confirmed = 0
    const end = after(from, span)
    for (let day = from; day < end && day <= last; day = addDays(day, 1)) confirmed += counts.get(day) ?? 0
    total += confirmed
    periods.push({ from, confirmed, total })
  }
  return { span, periods }
}

function after(day: string, span: Span): string {
  if (span !== 'month') return addDays(day, span === 'day' ? 1 : 7)
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

function daysBetween(first: string, last: string): number {
  return Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
}

/** Of the drawing, in its own units; `views/components/chart.eta` scales it. */
const WIDTH = 640
const HEIGHT = 160
const HEADROOM = 12

/** The rising line of all signatures, and the area below it, as SVG path data. */
export function drawCurve(periods: Period[]): {
  width: number
  height: number
  line: string
  area: string
  top: number
} {
  const most = Math.max(1, periods.at(-1)?.total ?? 0)
  const points = periods.map(({ total }, index) => {
    const x = periods.length === 1 ? WIDTH : (index / (periods.length - 1)) * WIDTH
    const y = HEIGHT - (total / most) * (HEIGHT - HEADROOM)
    return `${Math.round(x)} ${Math.round(y)}`
  })
  const line = `M${points.join('L')}`
  return {
    width: WIDTH,
    height: HEIGHT,
    line,
    area: `M0 ${HEIGHT}L${points.join('L')}L${WIDTH} ${HEIGHT}Z`,
    top: HEADROOM,
  }
}
