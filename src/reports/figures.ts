/** What the site tells everyone about reports, counted from their rows (EU Digital Services Act, Article 15(1)(b)). */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { ReportState } from '../database/tables.js'

export interface ReportFigures {
  received: number
  waiting: number
  byCategory: { category: string; count: number }[]
  decisions: { state: Exclude<ReportState, 'received'>; count: number }[]
  /** Hours from receipt to decision; null before the first. */
  medianHours: number | null
}

export async function readReportFigures(db: Database): Promise<ReportFigures> {
  const [totals, byCategory, states] = await Promise.all([
    db
      .selectFrom('reports')
      .select(({ fn }) => [
        fn.countAll<number>().as('received'),
        fn.countAll<number>().filterWhere('state', '=', 'received').as('waiting'),
        sql<number | null>`percentile_cont(0.5) within group (
          order by extract(epoch from decided_at - received_at)::float / 3600)`.as('medianHours'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('reports')
      .select(({ fn }) => ['category', fn.countAll<number>().as('count')])
      .groupBy('category')
      .orderBy('count', 'desc')
      .orderBy('category')
      .execute(),
    db
      .selectFrom('reports')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('state', '!=', 'received')
      .groupBy('state')
      .orderBy('count', 'desc')
      .orderBy('state')
      .execute(),
  ])
  return { ...totals, byCategory, decisions: states as ReportFigures['decisions'] }
}
