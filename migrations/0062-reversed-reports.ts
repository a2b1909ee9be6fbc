import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // When the restriction that a report led to was reversed on appeal: what was decided stays written down beside it.
  await sql`
    alter table reports
      add column reversed_at timestamptz,
      add constraint reports_reversed_check check (reversed_at is null or state not in ('received', 'kept'))`.execute(
    db,
  )
}
