import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Their files held names in clear. From here on parts are sealed with the petition's key; a reader orders anew.
  await sql`delete from dossiers`.execute(db)
}
