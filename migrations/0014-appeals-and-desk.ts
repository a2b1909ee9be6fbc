import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A restriction looked at again, by another moderator than the first (EU Digital Services Act, Article 20).
    create table appeals (
      id bigint generated always as identity primary key,
      -- The line of the log that restricted something: each can be appealed once.
      entry_id bigint not null unique references audit_entries (id),
      -- Null when an account is restricted.
      petition_id bigint references petitions (id) on delete cascade,
      -- Why its author disagrees, sealed with the site's key; null once erased.
      words_sealed bytea,
      locale text not null,
      state text not null default 'received' check (state in ('received', 'upheld', 'reversed')),
      received_at timestamptz not null default now(),
      -- Who decided first.
      first_by bigint references accounts (id),
      decided_at timestamptz,
      decided_by bigint references accounts (id),
      -- Nobody else could decide: the one moderator of a small association decided twice, and says so.
      decided_alone boolean not null default false,
      decision_note text,
      check ((state = 'received') = (decided_at is null)),
      check (decided_alone or decided_by is null or first_by is null or decided_by <> first_by)
    )`.execute(db)
  await sql`create index appeals_waiting on appeals (received_at) where state = 'received'`.execute(db)

  await sql`
    -- An account that may not launch petitions for a stated time.
    create table account_limits (
      id bigint generated always as identity primary key,
      account_id bigint not null references accounts (id) on delete cascade,
      reason text not null,
      note text not null,
      from_at timestamptz not null default now(),
      until_at timestamptz not null,
      lifted_at timestamptz
    )`.execute(db)
  await sql`create index account_limits_account on account_limits (account_id, until_at)`.execute(db)

  await sql`
    -- Who is at something, and until when that is believed: a word to colleagues, which keeps nobody out.
    create table desk_locks (
      thing text not null check (thing in ('petition', 'reply', 'report', 'appeal')),
      thing_id bigint not null,
      account_id bigint not null references accounts (id) on delete cascade,
      taken_at timestamptz not null default now(),
      expires_at timestamptz not null,
      primary key (thing, thing_id)
    )`.execute(db)

  // What an entry is about beside its petition, and what became of it.
  await sql`
    alter table audit_entries
      add column appeal_id bigint,
      add column picture_id bigint,
      add column limit_id bigint,
      -- The entry that this one takes back, and when this one was taken back itself.
      add column undoes_id bigint,
      add column undone_at timestamptz`.execute(db)
  await sql`create index audit_entries_act on audit_entries (act, id)`.execute(db)

  await sql`alter table reports drop constraint reports_kind_check`.execute(db)
  await sql`alter table reports drop constraint reports_state_check`.execute(db)
  await sql`
    alter table reports
      add column picture_id bigint,
      -- The line of the log that decided it: one act may decide several reports.
      add column entry_id bigint,
      add constraint reports_kind_check check (kind in ('petition', 'reason', 'update', 'picture')),
      add constraint reports_state_check check (state in
        ('received', 'kept', 'reason-removed', 'update-removed', 'petition-hidden', 'picture-removed')),
      add constraint reports_picture_check check ((kind = 'picture') = (picture_id is not null))`.execute(db)
  await sql`create index reports_entry on reports (entry_id) where entry_id is not null`.execute(db)

  // Shown no more, and kept for who contests.
  await sql`alter table pictures add column removed_at timestamptz`.execute(db)

  // Whether a moderator hears by mail that something waits, and when they last did.
  await sql`
    alter table accounts
      add column desk_mails boolean not null default true,
      add column desk_told_at timestamptz`.execute(db)
}
