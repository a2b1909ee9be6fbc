/** The figures of a year, and how a program reads them. */

import { stringify } from 'csv-stringify/sync'

export const FIGURES = [
  'notices',
  'notices_decided',
  'notices_median_hours',
  'restrictions',
  'restrictions_by_origin',
  'restrictions_by_basis',
  'authority_orders',
  'automated_decisions',
  'publications',
  'publications_median_hours',
  'appeals',
  'appeals_decided',
  'appeals_decided_alone',
  'appeals_median_hours',
  'decisions_taken_back',
  'notices_unfounded',
  'suspensions',
  'disputes',
  'disputes_median_days',
  'disputes_carried_out',
  'confirmations_monthly',
  'reporter_suspensions',
  'signatures_removed',
] as const

export interface Transparent {
  figure: (typeof FIGURES)[number]
  /** What is counted, as codes that a slash parts; empty for a figure that has no parts. */
  of: string
  /** Null before the first decision. */
  value: number | null
}

export function writeYearJson(year: number, figures: Transparent[]): string {
  return JSON.stringify({ data: { year, figures } })
}

export function writeYearCsv(year: number, figures: Transparent[]): string {
  return stringify(
    figures.map((figure) => ({ year, ...figure })),
    {
      header: true,
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      columns: ['year', 'figure', 'of', 'value'],
    },
  )
}
