import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The keys with which the installation signs files, past ones too. The private half is wrapped in site_keys, under
    -- the purpose 'dossier-signing <id>'.
    create table signing_keys (
      -- The thumbprint of the public key (RFC 7638).
      id text primary key,
      -- SubjectPublicKeyInfo, DER.
      public_key bytea not null,
      created_at timestamptz not null,
      retired_at timestamptz
    )`.execute(db)
  await sql`create unique index signing_keys_current on signing_keys ((true)) where retired_at is null`.execute(
    db,
  )

  await sql`
    -- What has to be struck from lists that were handed over already, or corrected there (GDPR, Article 19): the number
    -- alone, so that nothing here leads to a person once their signature is erased.
    create table strikes (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      number int not null,
      act text not null check (act in ('strike', 'correct')),
      at timestamptz not null
    )`.execute(db)
  await sql`create index strikes_petition on strikes (petition_id, id)`.execute(db)

  await sql`
    -- How far a decision-maker was told of them by mail, and how far they said that they did it.
    alter table decision_makers
      add column strikes_told_to bigint not null default 0,
      add column strikes_told_at timestamptz,
      add column strikes_done_to bigint not null default 0,
      add column strikes_done_at timestamptz`.execute(db)
}
