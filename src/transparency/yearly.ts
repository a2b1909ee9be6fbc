/**
 * A year of moderation in figures (EU Digital Services Act, Articles 15 and 24), counted from the rows of the reports, of
 * the log of decisions and of the appeals. Page, JSON and CSV show the same.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Transparent } from './figures.js'

/** Decisions that restrict somebody; what was taken back within minutes restricted nobody. */
const RESTRICTIONS = [
  'petition-refused',
  'petition-hidden',
  'reply-refused',
  'reason-removed',
  'update-removed',
  'picture-removed',
  'account-limited',
]

/** @param today of the site's time zone: months that are not over have no average yet. */
export async function readYear(
  db: Database,
  year: number,
  { timeZone, today }: { timeZone: string; today: string },
): Promise<Transparent[]> {
  const isIn = (moment: string) => sql<boolean>`
    ${sql.ref(moment)} >= make_timestamptz(${year}, 1, 1, 0, 0, 0, ${timeZone})
    and ${sql.ref(moment)} < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, ${timeZone})`
  const count = async (figure: Transparent['figure'], query: RawBuilder<{ of: string; value: number }>) =>
    (await query.execute(db)).rows.map(({ of, value }) => ({ figure, of, value: Number(value) }))
  const median = async (figure: Transparent['figure'], query: RawBuilder<{ value: number | null }>) => {
    const hours = (await query.execute(db)).rows[0]?.value ?? null
    return [{ figure, of: '', value: hours === null ? null : Math.round(hours * 10) / 10 }]
  }
  const ofYear = (day: string) => sql<boolean>`
    ${sql.ref(day)} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`
  const restricted = sql`act = any(${RESTRICTIONS}) and undone_at is null`
  const figures = await Promise.all([
    count(
      'notices',
      sql`select kind || '/' || category as of, count(*) as value from reports
        where ${isIn('received_at')} group by 1 order by 2 desc, 1`,
    ),
    count(
      'notices_decided',
      sql`select state as of, count(*) as value from reports
        where ${isIn('decided_at')} group by 1 order by 2 desc, 1`,
    ),
    median(
      'notices_median_hours',
      sql`select percentile_cont(0.5) within group (
          order by extract(epoch from decided_at - received_at)::float / 3600) as value
        from reports where ${isIn('decided_at')}`,
    ),
    count(
      'restrictions',
      sql`select act || '/' || coalesce(reason, '') as of, count(*) as value from audit_entries
        where ${restricted} and ${isIn('at')} group by 1 order by 2 desc, 1`,
    ),
    count(
      'restrictions_by_origin',
      sql`select case when report_id is null then 'own-initiative' else 'notice' end as of, count(*) as value
        from audit_entries where ${restricted} and ${isIn('at')} group by 1 order by 1 desc`,
    ),
    count(
      'restrictions_by_basis',
      sql`select case when law is null then 'rules' else 'law' end as of, count(*) as value
        from audit_entries where ${restricted} and ${isIn('at')} group by 1 order by 1`,
    ),
    count(
      'authority_orders',
      sql`select act as of, count(*) as value from audit_entries
        where ${restricted} and reason = 'legal-order' and ${isIn('at')} group by 1 order by 2 desc, 1`,
    ),
    count('automated_decisions', sql`select '' as of, 0 as value`),
    count(
      'publications',
      sql`select '' as of, count(*) as value from audit_entries
        where act = 'petition-published' and undone_at is null and ${isIn('at')}`,
    ),
    median(
      'publications_median_hours',
      sql`select percentile_cont(0.5) within group (
          order by extract(epoch from e.at - p.submitted_at)::float / 3600) as value
        from audit_entries e join petitions p on p.id = e.petition_id
        where e.act in ('petition-published', 'petition-refused') and e.undone_at is null
          and e.at >= p.submitted_at and ${isIn('e.at')}`,
    ),
    count(
      'appeals',
      sql`select e.act as of, count(*) as value from appeals a join audit_entries e on e.id = a.entry_id
        where ${isIn('a.received_at')} group by 1 order by 2 desc, 1`,
    ),
    count(
      'appeals_decided',
      sql`select state as of, count(*) as value from appeals
        where ${isIn('decided_at')} group by 1 order by 1`,
    ),
    count(
      'appeals_decided_alone',
      sql`select '' as of, count(*) as value from appeals where decided_alone and ${isIn('decided_at')}`,
    ),
    median(
      'appeals_median_hours',
      sql`select percentile_cont(0.5) within group (
          order by extract(epoch from decided_at - received_at)::float / 3600) as value
        from appeals where ${isIn('decided_at')}`,
    ),
    count(
      'decisions_taken_back',
      sql`select '' as of, count(*) as value from audit_entries
        where act = 'decision-undone' and ${isIn('at')}`,
    ),
    count(
      'notices_unfounded',
      sql`select '' as of, count(*) as value from reports where unfounded and ${isIn('decided_at')}`,
    ),
    count(
      'reporter_suspensions',
      sql`select '' as of, count(*) as value from audit_entries
        where act = 'reporter-suspended' and undone_at is null and ${isIn('at')}`,
    ),
    count(
      'suspensions',
      sql`select reason as of, count(*) as value from account_limits
        where ${isIn('from_at')} group by 1 order by 2 desc, 1`,
    ),
    count(
      'disputes',
      sql`select coalesce(outcome, 'pending') as of, count(*) as value from disputes
        where ${ofYear('submitted_on')} group by 1 order by 2 desc, 1`,
    ),
    median(
      'disputes_median_days',
      sql`select percentile_cont(0.5) within group (order by decided_on - submitted_on) as value
        from disputes where ${ofYear('decided_on')}`,
    ),
    count(
      'disputes_carried_out',
      sql`select case when carried_out then 'yes' else 'no' end as of, count(*) as value from disputes
        where carried_out is not null and ${ofYear('decided_on')} group by 1 order by 1 desc`,
    ),
    // Of each half of the year, as Article 24(2) asks, over its months that are over.
    count(
      'confirmations_monthly',
      sql`select half as of, round(coalesce(sum(confirmed), 0) / months) as value
        from (
          select *, least(6, (extract(year from age(${today}::date, since)) * 12
            + extract(month from age(${today}::date, since)))::int) as months
          from (values ('first-half', make_date(${year}, 1, 1)), ('second-half', make_date(${year}, 7, 1)))
            as halves (half, since)
        ) as begun
        left join tallies on day >= since and day < since + make_interval(months => months)
        where months > 0 group by half, months order by half`,
    ),
    count(
      'signatures_removed',
      sql`select reason as of, sum(counted) as value from quarantine_acts
        where act = 'removed' and ${isIn('decided_at')} group by 1 order by 2 desc, 1`,
    ),
  ])
  return figures.flat()
}

/** The first year in which anything was reported or decided; this one when nothing was yet. */
export async function findFirstYear(db: Database, timeZone: string, now: number): Promise<number> {
  const { rows } = await sql<{ year: number | null }>`
    select extract(year from min(at) at time zone ${timeZone})::int as year from (
      select min(at) as at from audit_entries
      union all select min(received_at) from reports
    ) first`.execute(db)
  return Math.min(rows[0]?.year ?? now, now)
}
