/** How the mails fare, for the desk and for machines: numbers alone. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { SuppressionKind } from '../database/tables.js'

export const DAYS_SHOWN = 30

export interface MailDay {
  day: string
  sent: number
  /** Came back, for good or for now. */
  bounced: number
  /** The mail was refused, not the address. */
  refused: number
  complained: number
  /** Did not leave, because the address gets none. */
  heldBack: number
}

/** The newest first; days on which nothing happened are left out. */
export async function listMailDays(
  db: Database,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<MailDay[]> {
  const since = sql`${now}::timestamptz - ${DAYS_SHOWN} * interval '1 day'`
  const { rows } = await sql<MailDay>`
    select day::text as day, sum(sent)::int as sent, sum(bounced)::int as bounced, sum(refused)::int as refused,
      sum(complained)::int as complained, sum(held_back)::int as held_back
    from (
      select (done_at at time zone ${timeZone})::date as day, (state = 'sent')::int as sent, 0 as bounced,
        0 as refused, 0 as complained, (failure = 'suppressed')::int as held_back
      from mails
      where state <> 'due' and done_at > ${since} and (state = 'sent' or failure = 'suppressed')
      union all
      select (at at time zone ${timeZone})::date, 0, (kind in ('hard', 'soft'))::int, (kind = 'refused')::int,
        (kind = 'complaint')::int, 0
      from mail_events where at > ${since} and kind in ('hard', 'soft', 'refused', 'complaint')
    ) as counted
    group by day order by day desc`.execute(db)
  return rows
}

/** Addresses that are marked now; of the soft ones also those that get mails still. */
export async function countSuppressions(db: Database): Promise<Record<SuppressionKind, number>> {
  const rows = await db
    .selectFrom('suppressions')
    .select(['kind', sql<number>`count(*)::int`.as('count')])
    .groupBy('kind')
    .execute()
  const counts = { hard: 0, soft: 0, complaint: 0 }
  for (const { kind, count } of rows) counts[kind] = count
  return counts
}
