import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- News sent to many: walked by signature id, and where it stands is written with what it did.
    create table mailings (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      kind text not null,
      update_id bigint references updates (id) on delete cascade,
      reply_id bigint references replies (id) on delete cascade,
      state text not null default 'due' check (state in ('due', 'paused', 'done')),
      last_signature_id bigint not null default 0,
      queued int not null default 0,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(db)
  await sql`create index mailings_due on mailings (id) where state = 'due'`.execute(db)

  await sql`
    -- Every mail that must leave, as a row committed with the act that caused it. No address, no name, no token:
    -- who it goes to is found, unsealed and derived when it leaves.
    create table mails (
      id bigint generated always as identity primary key,
      queue text not null,
      kind text not null,
      petition_id bigint,
      signature_id bigint,
      account_id bigint,
      decision_maker_id bigint,
      mailing_id bigint,
      params jsonb not null default '{}',
      locale text not null default 'fr',
      state text not null default 'due' check (state in ('due', 'sent', 'failed', 'dropped')),
      attempts smallint not null default 0,
      due_at timestamptz not null default now(),
      asked_at timestamptz not null default now(),
      done_at timestamptz,
      -- The mail server's code only: its sentence may repeat the address.
      failure text
    )`.execute(db)
  await sql`create index mails_due on mails (queue, due_at, id) where state = 'due'`.execute(db)
  await sql`create index mails_decision_maker on mails (decision_maker_id, kind) where decision_maker_id is not null`.execute(
    db,
  )
  await sql`create unique index mails_mailing on mails (mailing_id, signature_id) where mailing_id is not null`.execute(
    db,
  )

  await sql`
    create table dossiers (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      -- Whose it is: the brief names them and leads to their private page.
      decision_maker_id bigint not null references decision_makers (id) on delete cascade,
      state text not null default 'due' check (state in ('due', 'ready', 'failed')),
      locale text not null default 'fr',
      confirmed int not null default 0,
      written int not null default 0,
      failure text,
      requested_at timestamptz not null default now(),
      ready_at timestamptz
    )`.execute(db)
  await sql`create index dossiers_decision_maker on dossiers (decision_maker_id, id desc)`.execute(db)
  await sql`create index dossiers_petition on dossiers (petition_id, id desc)`.execute(db)
  // One at a time, however often its button is pressed.
  await sql`create unique index dossiers_due on dossiers (decision_maker_id) where state = 'due'`.execute(db)

  await sql`
    -- A dossier's files in pieces, so that neither writer nor reader holds a whole one.
    create table dossier_parts (
      dossier_id bigint not null references dossiers (id) on delete cascade,
      file text not null,
      part int not null,
      bytes bytea not null,
      primary key (dossier_id, file, part)
    )`.execute(db)
}
