import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.js'

/** Whether a statement of this database (others of the server are other tests' own) waits until somebody's transaction ends. */
export async function isSomebodyWaiting({ db }: { db: Database }): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}
