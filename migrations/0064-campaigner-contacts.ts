import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // How the campaigner is reached, for those who receive the petition; sealed with the petition's key, and gone with it.
  await sql`alter table petitions add column campaigner_contact_sealed bytea`.execute(db)
}
