import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The certificate of a destroyed key, and how far erasing what it left unreadable is.
    create table destructions (
      petition_id bigint primary key references petitions (id) on delete cascade,
      -- Of the key as it was kept, wrapped: who has an old copy of the database can tell that it is the same.
      key_sha256 bytea not null,
      -- The public number, which stays.
      confirmed int not null,
      -- Rows that were emptied.
      signatures int not null default 0,
      last_signature_id bigint not null default 0,
      destroyed_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db)
  await sql`create index destructions_due on destructions (petition_id) where finished_at is null`.execute(db)
  await sql`create index mails_done on mails (done_at) where state <> 'due'`.execute(db)
}
