import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Addresses that mails come back from, or whose owner called one unwanted. An HMAC of the address under a key of the
    -- installation: the table names nobody, and says nothing of what an address has signed.
    create table suppressions (
      fingerprint bytea primary key,
      kind text not null check (kind in ('hard', 'soft', 'complaint')),
      -- Of a soft one, the days on which a mail came back.
      count int not null default 1,
      source text not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      -- When one mail was let through again, to see whether the address lives.
      retried_at timestamptz
    )`.execute(db)
  await sql`create index suppressions_age on suppressions (kind, last_at)`.execute(db)

  await sql`
    -- What mail servers and providers told, each thing once. No address: the mail says whom it concerns.
    create table mail_events (
      -- SHA-256 of the source and its own name of the event.
      id bytea primary key,
      kind text not null,
      source text not null,
      mail_id bigint,
      -- SHA-256 of a token that may be used once.
      nonce bytea unique,
      at timestamptz not null
    )`.execute(db)
  await sql`create index mail_events_age on mail_events (at)`.execute(db)

  await sql`
    -- Whom a mail went to: the fingerprint above, sealed, so that equal ones do not look alike. It is what an answer to
    -- the mail is about, whatever the answer itself claims.
    alter table mails add column recipient_sealed bytea`.execute(db)
  await sql`alter table decision_makers add column bounced_at timestamptz`.execute(db)
}
