/** Confirmed signatures week by week, as path data: for the page's SVG and for the brief. */

import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Translator } from '../i18n/translate.js'
import type { Figures } from './figures.js'

export interface WeeksChart {
  width: number
  height: number
  area: string
  line: string
  xLabels: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
  yMax: { y: number; label: string }
}

/** Room for the label of the top line. */
const TOP = 20

/** @returns undefined when there is nothing to draw a line between. */
export function drawWeeks(
  weeks: Figures['byWeek'],
  { number, date }: Translator,
  { width = 720, height = 220 } = {},
): WeeksChart | undefined {
  const first = weeks[0]
  const last = weeks.at(-1)
  if (!first || !last || last.total === 0) return undefined

  // It begins at nothing, so that a petition of one week is a slope and not a dot.
  const points = [0, ...weeks.map((week) => week.total)]
  const x = scaleLinear([0, points.length - 1], [0, width])
  const y = scaleLinear([0, last.total], [height, TOP])
  const shown = {
    area: area<number>()
      .x((_, index) => x(index))
      .y0(height)
      .y1(y)
      .digits(1),
    line: line<number>()
      .x((_, index) => x(index))
      .y(y)
      .digits(1),
  }
  return {
    width,
    height,
    area: shown.area(points) ?? '',
    line: shown.line(points) ?? '',
    xLabels: [
      { x: 0, label: date(first.week), anchor: 'start' },
      ...(weeks.length > 1 ? [{ x: width, label: date(last.week), anchor: 'end' as const }] : []),
    ],
    yMax: { y: TOP, label: number(last.total) },
  }
}
