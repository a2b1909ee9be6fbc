import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table dossiers
      -- The moment whose signatures it holds, and the log as it was then: 'frozen_at' is null while rows are gathered.
      add column begun_at timestamptz,
      add column frozen_at timestamptz,
      add column last_number int not null default 0,
      add column log_size bigint not null default 0,
      add column log_root bytea,
      add column removals_size bigint not null default 0,
      add column removals_root bytea,
      -- What the rows add up to; no name is in it.
      add column figures jsonb,
      -- The file that is being written.
      add column file text`.execute(db)

  await sql`
    -- The files that are finished: a worker that dies begins with the first that is missing.
    create table dossier_files (
      dossier_id bigint not null references dossiers (id) on delete cascade,
      file text not null,
      place int not null,
      bytes bigint not null,
      sha256 bytea not null,
      primary key (dossier_id, file)
    )`.execute(db)
  // Those made before have no sums to be checked by; their reader orders another with one button.
  await sql`delete from dossier_parts`.execute(db)
  await sql`update dossiers set state = 'failed', failure = 'made-before-archives' where state = 'ready'`.execute(
    db,
  )
}
