import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Rules against fraud that an administrator has paused: they raise no alert until they are resumed. Why, and by
    -- whom, stands in the log of decisions.
    create table paused_rules (
      rule text primary key,
      paused_at timestamptz not null
    )
  `.execute(db)
}
