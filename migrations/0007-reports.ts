import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Notices that something here should not stand (EU Digital Services Act, Article 16), and what became of them.
    create table reports (
      id bigint generated always as identity primary key,
      -- What the person is given: 60 random bits, the key to the page that tells what became of it.
      number text not null unique,
      petition_id bigint not null references petitions (id) on delete cascade,
      kind text not null check (kind in ('petition', 'reason', 'update')),
      signature_id bigint,
      update_id bigint references updates (id) on delete cascade,
      category text not null,
      -- What they wrote (explanation, law), and their name and address, sealed with the site's key; null once erased.
      words_sealed bytea,
      contact_sealed bytea,
      -- HMAC of all that was sent: a form that is posted twice is one report. Null once erased.
      fingerprint bytea unique,
      locale text not null,
      state text not null default 'received' check (state in
        ('received', 'kept', 'reason-removed', 'update-removed', 'petition-hidden')),
      received_at timestamptz not null default now(),
      decided_at timestamptz,
      decided_by bigint references accounts (id),
      -- On what ground something was restricted.
      decision_reason text,
      decision_note text,
      -- The words of a reason that was removed, sealed with its petition's key, for as long as one may contest.
      removed_sealed bytea,
      check ((kind = 'reason') = (signature_id is not null)),
      check ((kind = 'update') = (update_id is not null)),
      check ((state = 'received') = (decided_at is null))
    )`.execute(db)
  await sql`create index reports_waiting on reports (received_at) where state = 'received'`.execute(db)
  await sql`create index reports_petition on reports (petition_id, id)`.execute(db)
  await sql`create index reports_decided on reports (decided_at) where words_sealed is not null`.execute(db)

  // Shown no more, and never mailed again; its words stay for who contests.
  await sql`alter table updates add column removed_at timestamptz`.execute(db)
  await sql`alter table audit_entries add column report_id bigint`.execute(db)
}
