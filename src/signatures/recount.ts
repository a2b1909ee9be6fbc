/** The public number is always recomputable from the rows; every night it is. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { addDays, dayOf } from '../petitions/days.js'

/** The quietest hour, in the site's zone. */
const RECOUNT_HOUR = '04'

export interface Difference {
  petitionId: number
  /** What the public number said, and what the rows say. */
  counted: number
  rows: number
}

/** Recounts each petition once a night, the one that has waited longest first; a killed process goes on where it was. */
export async function recountEveryNight(deps: Deps): Promise<void> {
  const { db, clock, config, log } = deps
  const now = clock.now()
  for (;;) {
    const next = await db
      .selectFrom('petitionCounts')
      .select('petitionId')
      .where(
        'recountedAt',
        '<',
        sql<Date>`${lastNight(now, config.timeZone)}::timestamp at time zone ${config.timeZone}`,
      )
      .orderBy('recountedAt')
      .limit(1)
      .executeTakeFirst()
    if (!next) return
    for (const difference of await recount(deps, next.petitionId))
      log.error(difference, 'a count differed from its signatures and was corrected')
    await db
      .updateTable('petitionCounts')
      .set({ recountedAt: now })
      .where('petitionId', '=', next.petitionId)
      .execute()
  }
}

export function lastNight(now: Date, timeZone: string): string {
  const today = dayOf(now, timeZone)
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now)
  return `${hour >= RECOUNT_HOUR ? today : addDays(today, -1)} ${RECOUNT_HOUR}:00`
}

/**
 * Compares tallies and count with the signatures of one petition or of all, and corrects what differs.
 *
 * Comparing is one statement, so one moment, and locks nothing; only a petition that differs is locked, compared
 * again and corrected.
 */
export async function recount(
  deps: { db: Database; config: Pick<Deps['config'], 'timeZone'>; clock: Deps['clock'] },
  petitionId?: number,
): Promise<Difference[]> {
  const { db, config, clock } = deps
  const found = await compare(db, config.timeZone, petitionId)
  const differences: Difference[] = []
  for (const { petitionId: id } of found) {
    await db.transaction().execute(async (trx) => {
      await trx
        .selectFrom('petitionCounts')
        .select('petitionId')
        .where('petitionId', '=', id)
        .forUpdate()
        .execute()
      const [difference] = await compare(trx, config.timeZone, id)
      if (!difference) return
      await correct(trx, config.timeZone, difference, clock.now())
      differences.push(difference)
    })
  }
  return differences
}

/** What the tallies should be. */
function tallied(timeZone: string, petitionId?: number) {
  return sql`
    select petition_id, text_version, (confirmed_at at time zone ${timeZone})::date as day, territory, strength,
      count(*)::int as confirmed
    from signatures
    where state = 'confirmed' and (${petitionId ?? null}::bigint is null or petition_id = ${petitionId ?? null})
    group by 1, 2, 3, 4, 5`
}

async function compare(
  db: Database | Transaction,
  timeZone: string,
  petitionId?: number,
): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    with counted as (${tallied(timeZone, petitionId)}),
    sums as (select petition_id, sum(confirmed)::int as rows from counted group by 1),
    wrong_tallies as (
      select petition_id from counted full join tallies
        using (petition_id, text_version, day, territory, strength)
      where coalesce(counted.confirmed, 0) <> coalesce(tallies.confirmed, 0)
    )
    select petition_id, petition_counts.confirmed as counted, coalesce(rows, 0) as rows
    from petition_counts left join sums using (petition_id)
    where (${petitionId ?? null}::bigint is null or petition_id = ${petitionId ?? null})
      and (petition_counts.confirmed <> coalesce(rows, 0) or petition_id in (select petition_id from wrong_tallies))
    order by petition_id`.execute(db)
  return rows
}

async function correct(
  trx: Transaction,
  timeZone: string,
  { petitionId, rows }: Difference,
  updatedAt: Date,
): Promise<void> {
  await trx.deleteFrom('tallies').where('petitionId', '=', petitionId).execute()
  await sql`
    insert into tallies (petition_id, text_version, day, territory, strength, confirmed)
    ${tallied(timeZone, petitionId)}`.execute(trx)
  await trx
    .updateTable('petitionCounts')
    .set({ confirmed: rows, updatedAt })
    .where('petitionId', '=', petitionId)
    .execute()
}
