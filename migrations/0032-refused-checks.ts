import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Whoever signed and wants no mail for a sample check of this petition. They may be drawn: leaving them out would let
  // nobody draw again. They are not written to.
  await sql`alter table signatures add column refuses_checks boolean not null default false`.execute(db)
}
