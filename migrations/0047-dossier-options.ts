import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table dossiers
      -- What the time-stamping authority answered for the manifest; it holds a hash and no more.
      add column timestamp bytea,
      -- One was asked for, and none came.
      add column timestamp_missed boolean not null default false,
      -- Also a list for each territory, in a folder of its own.
      add column by_territory boolean not null default false`.execute(db)
  await sql`
    -- What its campaigner wants of the dossiers that are frozen at delivery.
    alter table petitions add column deliver_by_territory boolean not null default false`.execute(db)
}
