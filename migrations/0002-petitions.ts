import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // unaccent() is only "stable" because its dictionary could change; ours does not, so an index may rely on it.
  await sql`
    create function plain_text(text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, $1))`.execute(db)

  // PostgreSQL's parser reads "H.R.499" as a host and "7-14" as two numbers, one negative: whoever searches types
  // words. Only ASCII and typographic marks are taken out, by name, so that no locale decides what a letter is.
  await sql`
    create function plain_words(text) returns text
    language sql immutable parallel safe strict
    return btrim(regexp_replace(plain_text($1), '[][\x21-\x2f\x3a-\x40\x5c\x5e-\x60\x7b-\x7e’‘“”«»–—…·]+', ' ', 'g'))`.execute(
    db,
  )

  await sql`
    create table petitions (
      id bigint generated always as identity primary key,
      slug text not null unique,
      state text not null default 'draft' check (state in
        ('draft', 'submitted', 'open', 'closed', 'rejected', 'hidden', 'victory', 'retired')),
      -- The language of the text.
      locale text not null check (locale in ('fr', 'en')),
      text_version int not null default 1,
      title text not null,
      -- One sentence: what exactly the decision-maker is asked to do.
      ask text not null default '',
      body text not null default '',
      topic text,
      place_name text,
      -- ISO 3166-1 alpha-2; null asks the whole world.
      country text,
      -- Beginnings of postcodes that lie inside the territory; empty: the whole country.
      postcodes text[] not null default '{}',
      goal int not null default 100 check (goal between 10 and 100000000),
      closes_on date,
      account_id bigint references accounts (id),
      campaigner_name text,
      -- Until the address is confirmed the draft belongs to who holds its link; sealed with the petition's key.
      campaigner_email_sealed bytea,
      -- Whether the campaigner wants mails about milestones and replies.
      campaigner_mails boolean not null default true,
      picture_id bigint,
      poster_seed int not null default 0,
      created_at timestamptz not null default now(),
      edited_at timestamptz not null default now(),
      submitted_at timestamptz,
      opened_at timestamptz,
      closed_at timestamptz,
      closing_statement text,
      rejected_at timestamptz,
      hidden_at timestamptz,
      -- The state a hidden petition goes back to.
      hidden_from text,
      moderation_reason text,
      moderation_note text,
      search tsvector generated always as (
        setweight(to_tsvector('simple', plain_words(title)), 'A') ||
        setweight(to_tsvector('simple', plain_words(ask || ' ' || coalesce(place_name, ''))), 'B') ||
        setweight(to_tsvector('simple', plain_words(left(body, 20000))), 'C')
      ) stored,
      search_words text generated always as (
        plain_words(title || ' ' || ask || ' ' || coalesce(place_name, ''))
      ) stored
    )`.execute(db)
  await sql`create index petitions_search on petitions using gin (search)`.execute(db)
  await sql`create index petitions_search_words on petitions using gin (search_words gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index petitions_state_opened on petitions (state, opened_at desc, id desc)`.execute(db)
  await sql`create index petitions_account on petitions (account_id)`.execute(db)
  await sql`create index petitions_waiting on petitions (submitted_at) where state = 'submitted'`.execute(db)
  await sql`create index petitions_closing on petitions (closes_on) where state = 'open'`.execute(db)

  await sql`
    -- Words of published titles, asks and places: what a misspelt question may have meant.
    create table search_words (word text primary key)`.execute(db)
  await sql`create index search_words_length on search_words (length(word))`.execute(db)

  await sql`
    -- A petition's data key, wrapped by SECRET_KEY. Destroying the row destroys its signers.
    create table petition_keys (
      petition_id bigint primary key references petitions (id) on delete cascade,
      wrapped bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    -- What was asked, word for word, from the day it opened. A signature names the version it belongs to.
    create table petition_texts (
      petition_id bigint not null references petitions (id) on delete cascade,
      version int not null,
      title text not null,
      ask text not null,
      body text not null,
      sha256 bytea not null,
      published_at timestamptz not null default now(),
      primary key (petition_id, version)
    )`.execute(db)

  await sql`
    create table pictures (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      width int not null,
      height int not null,
      webp bytea not null,
      alt text not null default '',
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`alter table petitions add foreign key (picture_id) references pictures (id) on delete set null`.execute(
    db,
  )

  await sql`
    -- Who can grant what is asked, and how they wish to hear of it.
    create table decision_makers (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      name text not null,
      role text not null default '',
      organisation text not null default '',
      -- Institutional address, sealed with the petition's key.
      email_sealed bytea,
      email_fingerprint bytea,
      locale text not null default 'fr',
      state text not null default 'active' check (state in ('active', 'not-me', 'objected')),
      state_note text,
      state_at timestamptz,
      rhythm text not null default 'threshold' check (rhythm in ('threshold', 'weekly', 'monthly', 'closing', 'none')),
      told_confirmed int not null default 0,
      told_at timestamptz,
      opened_at timestamptz,
      acknowledged_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index decision_makers_petition on decision_makers (petition_id)`.execute(db)

  await sql`
    create table audit_entries (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      -- Null: the service itself acted.
      account_id bigint references accounts (id),
      petition_id bigint references petitions (id) on delete cascade,
      reply_id bigint,
      act text not null,
      reason text,
      note text
    )`.execute(db)
  await sql`create index audit_entries_petition on audit_entries (petition_id, id)`.execute(db)

  await sql`
    create table updates (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      kind text not null default 'news' check (kind in ('news', 'closing')),
      title text not null,
      body text not null,
      published_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index updates_petition on updates (petition_id, published_at desc)`.execute(db)

  await sql`
    create table replies (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      decision_maker_id bigint not null references decision_makers (id),
      body text not null,
      signed_by text not null default '',
      state text not null default 'submitted' check (state in ('submitted', 'published', 'refused')),
      submitted_at timestamptz not null default now(),
      decided_at timestamptz,
      decision_note text
    )`.execute(db)
  await sql`create index replies_petition on replies (petition_id, state)`.execute(db)
  await sql`create index replies_waiting on replies (submitted_at) where state = 'submitted'`.execute(db)
}
