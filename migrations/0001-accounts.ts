import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists unaccent`.execute(db)
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create extension if not exists fuzzystrmatch`.execute(db)

  await sql`
    -- Data keys of the installation (accounts, links, remembered devices), wrapped by SECRET_KEY.
    create table site_keys (
      purpose text primary key,
      wrapped bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    -- Campaigners and moderators. The address is sealed; the fingerprint finds it.
    create table accounts (
      id bigint generated always as identity primary key,
      email_fingerprint bytea not null unique,
      email_sealed bytea not null,
      name text,
      role text not null default 'campaigner' check (role in ('campaigner', 'moderator')),
      locale text not null default 'fr',
      created_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    -- A link works once and until it expires. The token is derived from the id; nothing to steal here.
    create table sign_in_links (
      id uuid primary key default gen_random_uuid(),
      account_id bigint not null references accounts (id) on delete cascade,
      purpose text not null default 'sign-in',
      return_to text,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create index sign_in_links_account on sign_in_links (account_id, created_at)`.execute(db)

  await sql`
    create table sessions (
      token_hash bytea primary key,
      account_id bigint not null references accounts (id) on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index sessions_account on sessions (account_id)`.execute(db)
}
