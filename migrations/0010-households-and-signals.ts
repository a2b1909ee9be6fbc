import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table signatures
      -- Two people of one household may share an address: the unique key decides who has which of its two places.
      add column slot smallint not null default 1 check (slot in (1, 2)),
      -- HMAC of the name as it is the same person's, whatever the case, accents and order it was typed in. Null in a row
      -- that is older than this column, and in an erased one.
      add column name_fingerprint bytea,
      -- HMACs that show many signatures from one place or program: of the IPv4 /24 or IPv6 /48, and of the User-Agent.
      add column wide_network_fingerprint bytea,
      add column agent_fingerprint bytea,
      -- How long the form was open; null when nobody knows.
      add column fill_seconds smallint,
      -- When a mail to the address came back for good.
      add column bounced_at timestamptz`.execute(db)
  await sql`
    alter table signatures
      drop constraint signatures_petition_id_email_fingerprint_key,
      add unique (petition_id, email_fingerprint, slot)`.execute(db)
  // Last again, as when the table was made: of indexes that seem equally good PostgreSQL takes the newest.
  await sql`alter table signatures drop constraint signatures_pkey, add primary key (petition_id, id)`.execute(
    db,
  )
}
