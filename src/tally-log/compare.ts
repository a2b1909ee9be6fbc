/** The log's number is the public number; every night it is compared, as the tallies are. */

import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { lastNight } from '../signatures/recount.js'

/**
 * Compares each log once a night with its petition's signatures. What differs is noted as if it had just happened, so
 * that the writer puts it right in public, by appending; a log is never corrected in silence.
 *
 * A petition whose signers were destroyed is left alone: what linked them to their leaves is destroyed too.
 */
export async function compareLogsEveryNight(deps: Deps): Promise<void> {
  const { db, clock, config, log } = deps
  const now = clock.now()
  for (;;) {
    const next = await db
      .selectFrom('logs')
      .select('petitionId')
      .where(
        'checkedAt',
        '<',
        sql<Date>`${lastNight(now, config.timeZone)}::timestamp at time zone ${config.timeZone}`,
      )
      .orderBy('checkedAt')
      .limit(1)
      .executeTakeFirst()
    if (!next) return
    const missed = await noteMissed(deps, next.petitionId)
    if (missed > 0) {
      log.error(
        { petitionId: next.petitionId, missed },
        'a log differed from its signatures and is continued',
      )
      deps.jobs.wakeLater('log')
    }
    await db.updateTable('logs').set({ checkedAt: now }).where('petitionId', '=', next.petitionId).execute()
  }
}

/** @returns how many signatures the log told wrongly, without those that the writer has yet to come to. */
export async function noteMissed({ db }: Pick<Deps, 'db'>, petitionId: number): Promise<number> {
  const { rows } = await sql<{ missed: number }>`
    with last_lines as (
      select distinct on (leaf) leaf, kind from log_removals
      where petition_id = ${petitionId} order by leaf, line desc
    ), wrong as (
      select signatures.id, signatures.state, log_leaves.leaf,
        case when country = 'FR' then postcode else '' end as postcode
      from signatures
      left join log_leaves on log_leaves.petition_id = signatures.petition_id and log_leaves.signature_id = signatures.id
      left join last_lines using (leaf)
      where signatures.petition_id = ${petitionId} and signatures.sealed is not null
        and number <= (select last_number from logs where petition_id = ${petitionId})
        and signatures.state <> 'pending'
        and (signatures.state = 'confirmed')
          <> (log_leaves.leaf is not null and coalesce(last_lines.kind, 'restored') = 'restored')
        and not exists (
          select from log_events
          where log_events.petition_id = signatures.petition_id and log_events.signature_id = signatures.id)
        and exists (select from petition_keys where petition_id = ${petitionId})
    ), noted as (
      insert into log_events (petition_id, signature_id, leaf, state, postcode)
      select ${petitionId}, id, leaf, state, postcode from wrong returning 1
    )
    select count(*)::int as missed from noted`.execute(db)
  return rows[0]!.missed
}
