import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table signatures
      -- Rules that look at each signature alone and found it wanting; null until looked at, and once erased.
      add column marks text[],
      -- HMAC of the address with its digits taken out: user001@, user002@ … share it.
      add column stem_fingerprint bytea,
      -- By which quarantine it was last set aside.
      add column quarantine_id bigint,
      -- When its owner, set aside or removed, asked for another look.
      add column objected_at timestamptz`.execute(db)
  await sql`
    create index signatures_quarantine on signatures (petition_id, quarantine_id, id)
    where quarantine_id is not null`.execute(db)

  await sql`
    -- How far each petition's signatures were looked at.
    create table detections (
      petition_id bigint primary key references petitions (id) on delete cascade,
      last_signature_id bigint not null default 0,
      looked_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    -- What a rule found: a group of signatures that a moderator should look at.
    create table alerts (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      rule text not null,
      -- The keyed fingerprint that the group shares; empty for rules that look at each signature alone.
      group_key bytea not null default '',
      state text not null default 'open' check (state in ('open', 'closed')),
      -- Signatures of the group, of how many in the same time; and how many would be usual for this petition.
      found int not null,
      seen int not null,
      usual real not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      raised_at timestamptz not null,
      updated_at timestamptz not null,
      closed_at timestamptz,
      closed_by bigint references accounts (id),
      note text,
      check ((state = 'closed') = (closed_at is not null))
    )`.execute(db)
  // The same suspicion is one line at the desk, however often it is found again.
  await sql`create unique index alerts_open on alerts (petition_id, rule, group_key) where state = 'open'`.execute(
    db,
  )
  await sql`create index alerts_waiting on alerts (raised_at) where state = 'open'`.execute(db)
  await sql`create index alerts_petition on alerts (petition_id, rule, group_key, id desc)`.execute(db)

  await sql`
    -- Names that a moderator looks for. They are sealed, so a worker has to open each; what it finds is kept by id.
    create table name_searches (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      account_id bigint references accounts (id),
      -- It may hold a name: sealed with the petition's key, and erased when the walk is done.
      pattern_sealed bytea,
      state text not null default 'due' check (state in ('due', 'done')),
      up_to_id bigint not null,
      last_signature_id bigint not null default 0,
      found int not null default 0,
      created_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db)
  await sql`create index name_searches_due on name_searches (id) where state = 'due'`.execute(db)
  await sql`
    create table name_matches (
      search_id bigint not null references name_searches (id) on delete cascade,
      petition_id bigint not null,
      signature_id bigint not null,
      primary key (search_id, petition_id, signature_id)
    )`.execute(db)

  await sql`
    -- Signatures that a moderator set aside together.
    create table quarantines (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      alert_id bigint references alerts (id) on delete set null,
      -- What led to them, for the public log; null when a moderator chose them without an alert.
      rule text,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index quarantines_petition on quarantines (petition_id, id)`.execute(db)

  await sql`
    -- What was done with them: the work, with how far it is, and the public line, whose numbers grow with it.
    create table quarantine_acts (
      id bigint generated always as identity primary key,
      quarantine_id bigint not null references quarantines (id) on delete cascade,
      petition_id bigint not null references petitions (id) on delete cascade,
      act text not null check (act in ('set-aside', 'restored', 'removed')),
      reason text not null,
      -- For colleagues.
      note text not null default '',
      -- Fingerprints, times and choices: nothing that names anybody.
      condition jsonb not null default '{}',
      account_id bigint references accounts (id),
      -- How many it was said to be about when it was decided.
      expected int not null,
      up_to_id bigint not null,
      last_signature_id bigint not null default 0,
      -- Of those it has touched: how many counted or count again, and how many were never confirmed.
      counted int not null default 0,
      uncounted int not null default 0,
      state text not null default 'due' check (state in ('due', 'done')),
      decided_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db)
  // Of two moderators who decide at once, one does.
  await sql`create unique index quarantine_acts_due on quarantine_acts (quarantine_id) where state = 'due'`.execute(
    db,
  )
  await sql`create index quarantine_acts_petition on quarantine_acts (petition_id, id desc)`.execute(db)
}
