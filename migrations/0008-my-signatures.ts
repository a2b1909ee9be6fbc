import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Who asked, by mail, to see or to move what their address has signed. The address is sealed with a key of the
    -- installation; the row goes when its hour is over. The token is derived from the id.
    create table my_signatures_requests (
      id uuid primary key default gen_random_uuid(),
      purpose text not null check (purpose in ('open', 'change-address')),
      sealed bytea not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create index my_signatures_requests_expiry on my_signatures_requests (expires_at)`.execute(db)

  // The mails of one signature are shown to its owner, and erased with it.
  await sql`
    create index mails_signature on mails (petition_id, signature_id) where signature_id is not null`.execute(
    db,
  )
}
