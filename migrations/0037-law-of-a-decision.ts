import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The article of a law, or the order of a court or an authority, that a decision stands on. Null where the rules of
    -- the site alone are its ground, and for what was decided before it was asked for.
    alter table audit_entries add column law text check (length(law) between 1 and 200)
  `.execute(db)
}
