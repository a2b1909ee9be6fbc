import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table alerts
      -- What closed it, when that was no look that found nothing wrong.
      add column quarantine_id bigint references quarantines (id) on delete set null,
      -- How many of its signatures were left where they are, knowingly; the rest of them was set aside.
      add column left_as_is int`.execute(db)
  await sql`
    update alerts set quarantine_id = quarantines.id from quarantines
    where quarantines.alert_id = alerts.id and alerts.state = 'closed'`.execute(db)
}
