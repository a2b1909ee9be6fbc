import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Lines on paper have numbers of their own.
  await sql`
    alter table strikes add column list text not null default 'online' check (list in ('online', 'paper'))`.execute(
    db,
  )
}
