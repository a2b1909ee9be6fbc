import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What is numbered of a petition's paper. Whoever numbers something holds this row until the commit, so that numbers
    -- come in the order of commits: everything up to a number is there, or never will be.
    create table paper_counts (
      petition_id bigint primary key references petitions (id),
      sheets int not null default 0,
      -- Lines that were ever counted, and those taken back.
      numbered int not null default 0,
      reversed int not null default 0
    )`.execute(db)

  await sql`
    create table paper_sheets (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id),
      number int not null,
      text_version int not null,
      locale text not null check (locale in ('fr', 'en')),
      state text not null default 'issued' check (state in ('issued', 'differing', 'counted')),
      issued_at timestamptz not null,
      counted_at timestamptz,
      unique (petition_id, number)
    )`.execute(db)

  await sql`
    -- Who reads sheets for the campaigner, and the campaigner as soon as they read one; name and address are sealed with
    -- the petition's key, and go when the person ends it.
    create table paper_keyers (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id),
      is_campaigner boolean not null default false,
      email_fingerprint bytea,
      sealed bytea,
      locale text not null check (locale in ('fr', 'en')),
      invited_at timestamptz not null,
      ended_at timestamptz,
      unique (petition_id, email_fingerprint)
    )`.execute(db)
  await sql`create unique index paper_keyers_campaigner on paper_keyers (petition_id) where is_campaigner`.execute(
    db,
  )

  await sql`
    create table paper_scans (
      sheet_id bigint primary key references paper_sheets (id) on delete cascade,
      parts int not null,
      added_at timestamptz not null
    )`.execute(db)
  await sql`
    create table paper_scan_parts (
      sheet_id bigint not null references paper_scans (sheet_id) on delete cascade,
      part int not null,
      bytes bytea not null,
      primary key (sheet_id, part)
    )`.execute(db)
  // Sealed bytes do not compress; trying costs time.
  await sql`alter table paper_scan_parts alter column bytes set storage external`.execute(db)

  await sql`
    -- What each of two people read; emptied when the sheet is counted.
    create table paper_keyings (
      sheet_id bigint not null references paper_sheets (id) on delete cascade,
      keyer_id bigint not null references paper_keyers (id),
      slot smallint not null check (slot in (1, 2)),
      sealed bytea,
      keyed_at timestamptz not null,
      primary key (sheet_id, keyer_id),
      unique (sheet_id, slot)
    )`.execute(db)

  await sql`
    create table paper_signatures (
      petition_id bigint not null references petitions (id),
      number int not null,
      sheet_id bigint not null references paper_sheets (id),
      line smallint not null,
      text_version int not null,
      strength smallint not null default 0 check (strength in (0, 3)),
      -- Name and locality; null once the line is taken back, or the petition's key destroyed.
      sealed bytea,
      -- Finds the same name with the same postcode.
      fingerprint bytea,
      postcode text not null default '',
      signed_on date,
      -- An earlier line that reads the same.
      same_as int,
      counted_at timestamptz not null,
      check_note text,
      checked_by bigint references accounts (id),
      checked_at timestamptz,
      primary key (petition_id, number),
      unique (sheet_id, line)
    )`.execute(db)
  await sql`
    create index paper_signatures_alike on paper_signatures (petition_id, fingerprint)
    where fingerprint is not null`.execute(db)

  await sql`
    -- Public: which lines were taken back, and why. A line is taken back once, and never deleted.
    create table paper_reversals (
      petition_id bigint not null references petitions (id),
      number int not null,
      signature_number int not null,
      reason text not null check (reason in ('withdrawn', 'duplicate', 'misread', 'invalid')),
      by_desk boolean not null,
      account_id bigint references accounts (id),
      reversed_at timestamptz not null,
      primary key (petition_id, number),
      unique (petition_id, signature_number),
      foreign key (petition_id, signature_number) references paper_signatures (petition_id, number)
    )`.execute(db)

  await sql`
    create table paper_tallies (
      petition_id bigint not null references petitions (id),
      text_version int not null,
      strength smallint not null,
      counted int not null,
      primary key (petition_id, text_version, strength)
    )`.execute(db)

  await sql`
    create trigger keep_reversals before update or delete on paper_reversals for each row
    execute function keep_log()`.execute(db)
  await sql`
    create trigger keep_lines before delete on paper_signatures for each row execute function keep_log()`.execute(
    db,
  )
}
