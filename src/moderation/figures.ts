/** What the desk did in the last thirty days, from the log of decisions; for those who work there. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import { APPEALABLE, DECISIONS, REPORT_ACTS } from './record.js'

export const FIGURE_DAYS = 30

export interface DeskFigures {
  received: { petitions: number; replies: number; reports: number; appeals: number }
  decided: { act: string; count: number }[]
  /** Hours from what came in to the decision; null before the first. */
  medianHours: { petitions: number | null; reports: number | null; appeals: number | null }
  restrictions: number
  takenBack: number
  reversed: number
}

export async function readDeskFigures(db: Database, since: Date): Promise<DeskFigures> {
  const acts = [...DECISIONS, ...REPORT_ACTS, 'appeal-upheld', 'account-limited']
  const [received, decided, medians, outcomes] = await Promise.all([
    sql<DeskFigures['received']>`
      select (select count(*) from petitions where state <> 'draft' and submitted_at >= ${since}) as petitions,
        (select count(*) from replies where submitted_at >= ${since}) as replies,
        (select count(*) from reports where received_at >= ${since}) as reports,
        (select count(*) from appeals where received_at >= ${since}) as appeals`.execute(db),
    db
      .selectFrom('auditEntries')
      .select(({ fn }) => ['act', fn.countAll<number>().as('count')])
      .where('act', 'in', acts)
      .where('at', '>=', since)
      .groupBy('act')
      .orderBy('count', 'desc')
      .orderBy('act')
      .execute(),
    sql<DeskFigures['medianHours']>`
      select
        (select percentile_cont(0.5) within group (order by extract(epoch from e.at - p.submitted_at)::float / 3600)
          from audit_entries e join petitions p on p.id = e.petition_id
          where e.act in ('petition-published', 'petition-refused') and e.undone_at is null
            and e.at >= p.submitted_at and e.at >= ${since}) as petitions,
        (select percentile_cont(0.5) within group (
            order by extract(epoch from decided_at - received_at)::float / 3600)
          from reports where decided_at >= ${since}) as reports,
        (select percentile_cont(0.5) within group (
            order by extract(epoch from decided_at - received_at)::float / 3600)
          from appeals where decided_at >= ${since}) as appeals`.execute(db),
    sql<{ restrictions: number; takenBack: number; reversed: number }>`
      select count(*) filter (where act = any(${[...APPEALABLE]}) and act <> 'report-kept') as restrictions,
        count(*) filter (where act = 'decision-undone') as "taken_back",
        count(*) filter (where act = 'appeal-reversed') as reversed
      from audit_entries where at >= ${since}`.execute(db),
  ])
  return {
    received: received.rows[0]!,
    decided,
    medianHours: medians.rows[0]!,
    ...outcomes.rows[0]!,
  }
}

/** How many decisions each colleague took: for administrators, who share out the work. */
export async function countByModerator(
  db: Database,
  since: Date,
): Promise<{ name: string | null; count: number }[]> {
  return db
    .selectFrom('auditEntries')
    .innerJoin('accounts', 'accounts.id', 'auditEntries.accountId')
    .select(({ fn }) => ['accounts.name', fn.countAll<number>().as('count')])
    .where('act', 'in', [...DECISIONS, ...REPORT_ACTS, 'appeal-upheld', 'account-limited'])
    .where('at', '>=', since)
    .groupBy(['accounts.id', 'accounts.name'])
    .orderBy('count', 'desc')
    .execute()
}
