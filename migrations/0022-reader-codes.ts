import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Codes sent to a decision-maker's own mailbox before files with names are handed out. The code is derived from the
    -- nonce under the petition's key, and stands nowhere: a stolen table opens nothing.
    create table reader_codes (
      id bigint generated always as identity primary key,
      decision_maker_id bigint not null references decision_makers (id) on delete cascade,
      nonce bytea not null,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      tries int not null default 0,
      used_at timestamptz
    )`.execute(db)
  await sql`create index reader_codes_maker on reader_codes (decision_maker_id, id)`.execute(db)
  await sql`create index reader_codes_asked on reader_codes (asked_at)`.execute(db)

  await sql`
    -- Which file was handed out, and when: shown to both sides.
    create table downloads (
      id bigint generated always as identity primary key,
      decision_maker_id bigint not null references decision_makers (id) on delete cascade,
      dossier_id bigint not null references dossiers (id) on delete cascade,
      file text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index downloads_maker on downloads (decision_maker_id, id)`.execute(db)
  await sql`create index downloads_dossier on downloads (dossier_id)`.execute(db)
}
