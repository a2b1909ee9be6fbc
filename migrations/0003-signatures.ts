import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Keys begin with petition_id, so that the table can be partitioned or spread without a changed query.
    create table signatures (
      petition_id bigint not null references petitions (id),
      id bigint generated always as identity,
      state text not null default 'pending' check (state in
        ('pending', 'confirmed', 'withdrawn', 'quarantined', 'removed', 'expired')),
      -- HMAC of the canonical address under this petition's key: one person, one signature.
      email_fingerprint bytea not null,
      -- Email and name, sealed with this petition's key; null once erased.
      sealed bytea,
      domain_fingerprint bytea,
      network_fingerprint bytea,
      text_version int not null,
      locale text not null,
      country text not null,
      postcode text not null default '',
      -- Where figures count it: FR-69, or a country.
      territory text not null,
      inside boolean not null default false,
      -- L0 to L4 of the product's scale; set when confirmed.
      strength smallint,
      -- What the signer chose to show.
      shown_name text,
      comment text,
      updates boolean not null default false,
      -- How many confirmation mails were asked for; five at most, ever.
      mails_asked smallint not null default 0,
      -- The n-th to confirm; set once.
      number int,
      signed_at timestamptz not null default now(),
      confirmed_at timestamptz,
      withdrawn_at timestamptz,
      unique (petition_id, email_fingerprint)
    )`.execute(db)
  await sql`create index signatures_pending on signatures (signed_at) where state = 'pending'`.execute(db)
  await sql`
    create index signatures_voices on signatures (petition_id, confirmed_at desc)
    where state = 'confirmed' and comment is not null`.execute(db)

  // Last, because of indexes that seem equally good PostgreSQL takes the newest; in an empty table all do. A plan that
  // is made then, and kept, must look a signature up by its key and not among all of its petition.
  await sql`alter table signatures add primary key (petition_id, id)`.execute(db)

  await sql`
    create table tallies (
      petition_id bigint not null references petitions (id),
      text_version int not null,
      day date not null,
      territory text not null,
      strength smallint not null,
      confirmed int not null,
      primary key (petition_id, day, territory, strength, text_version)
    )`.execute(db)

  await sql`
    -- The public number, narrow and apart so that a hot petition rewrites 40 bytes and no index.
    create table petition_counts (
      petition_id bigint primary key references petitions (id) on delete cascade,
      confirmed int not null default 0,
      -- How many numbers were given out: never goes down, so no two people share one.
      numbered int not null default 0,
      next_milestone int not null default 10,
      updated_at timestamptz not null default now(),
      -- When it was last compared with the rows.
      recounted_at timestamptz not null default now()
    ) with (fillfactor = 50)`.execute(db)

  await sql`
    create table milestones (
      petition_id bigint not null references petitions (id) on delete cascade,
      threshold int not null,
      is_goal boolean not null default false,
      reached_at timestamptz not null default now(),
      primary key (petition_id, threshold)
    )`.execute(db)
}
