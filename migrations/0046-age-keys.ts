import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table decision_makers
      -- A public key of age: what they download with names in it is encrypted to it.
      add column age_key text check (age_key ~ '^age1[0-9a-z]+$'),
      add column age_key_at timestamptz`.execute(db)
}
