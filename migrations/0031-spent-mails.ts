import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How many confirmation mails an address was sent before its request expired: five are five for ever, and not in
    -- each fortnight. Kept while the petition can still be signed.
    create table spent_mails (
      petition_id bigint not null references petitions (id),
      -- A hash of the fingerprint that the expired row had: found by who signs with the same address, and by nobody who
      -- looks through the rows.
      address bytea not null,
      mails smallint not null,
      primary key (petition_id, address)
    )`.execute(db)
}
