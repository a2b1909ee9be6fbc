import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table petitions
      -- Whose rule for petitions applies; src/places/rules.ts knows it. Null: nobody's.
      add column institution text,
      -- The commune, département or region by its INSEE code, with what the page says of it.
      add column institution_code text,
      add column institution_name text,
      add column institution_population int,
      -- Of a commune: its postcodes, and how many other communes share one of them.
      add column institution_postcodes text[] not null default '{}',
      add column institution_shared int not null default 0,
      -- The same petition on the institution's own site, where only signatures made there count.
      add column official_url text`.execute(db)
}
