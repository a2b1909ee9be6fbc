/** The transparency page's figures for programs: JSON and CSV say the same as the page. */

import { stringify } from 'csv-stringify/sync'
import type { Transparency } from './queries.js'

const hours = (value: number | null) => value && Math.round(value * 10) / 10

function toOpenData({
  petitions,
  signatures,
  refusals,
  hidings,
  replies,
  medianHours,
  reports,
  quarantines,
}: Transparency) {
  return {
    petitions,
    signatures,
    refusals,
    hidings,
    checks: quarantines,
    answers: replies,
    petitions_median_hours: hours(medianHours),
    reports: {
      received: reports.received,
      waiting: reports.waiting,
      by_category: reports.byCategory,
      by_decision: reports.decisions.map(({ state, count }) => ({ decision: state, count })),
      by_automated_means: 0,
      median_hours: hours(reports.medianHours),
    },
  }
}

export function writeTransparencyJson(figures: Transparency): string {
  return JSON.stringify({ data: toOpenData(figures) })
}

/** One figure a line; hours are empty before the first decision. */
export function writeTransparencyCsv(figures: Transparency): string {
  const { reports, answers, ...data } = toOpenData(figures)
  const rows: [figure: string, of: string, value: number | null][] = [
    ...data.petitions.map(({ state, count }) => row('petitions', state, count)),
    ...data.signatures.map(({ state, count }) => row('signatures', state, count)),
    ...data.refusals.map(({ reason, count }) => row('refusals', reason, count)),
    ...data.hidings.map(({ reason, count }) => row('hidings', reason, count)),
    ...data.checks.map(({ act, reason, count }) => row(`signatures_${act}`, reason, count)),
    row('answers', 'published', answers.published),
    row('answers', 'acknowledged', answers.acknowledged),
    row('petitions_median_hours', '', data.petitions_median_hours),
    row('reports', 'received', reports.received),
    row('reports', 'waiting', reports.waiting),
    ...reports.by_category.map(({ category, count }) => row('reports_by_category', category, count)),
    ...reports.by_decision.map(({ decision, count }) => row('reports_by_decision', decision, count)),
    row('reports_by_automated_means', '', reports.by_automated_means),
    row('reports_median_hours', '', reports.median_hours),
  ]
  return stringify(rows, {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    columns: ['figure', 'of', 'value'],
  })
}

function row(figure: string, of: string, value: number | null): [string, string, number | null] {
  return [figure, of, value]
}
