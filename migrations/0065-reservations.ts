import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // What the comment of a signature says: a reason, or that its signer does not agree with everything.
  await sql`alter table signatures add column reservation boolean not null default false`.execute(db)
}
