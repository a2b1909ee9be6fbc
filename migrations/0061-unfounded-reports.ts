import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- An address whose reports wait, for a stated time, before anyone reads them (EU Digital Services Act, Article 23(2)).
    create table reporter_suspensions (
      id bigint generated always as identity primary key,
      -- HMAC of the address with the site's key; null once it is over.
      reporter_fingerprint bytea,
      -- The line of the log, with the reasons; and the report from whose page it was decided.
      entry_id bigint not null unique references audit_entries (id),
      report_id bigint references reports (id) on delete set null,
      from_at timestamptz not null,
      until_at timestamptz not null,
      lifted_at timestamptz
    )`.execute(db)
  await sql`
    create index reporter_suspensions_reporter on reporter_suspensions (reporter_fingerprint)
      where reporter_fingerprint is not null`.execute(db)

  await sql`
    alter table reports
      -- Left as it was, and manifestly unfounded.
      add column unfounded boolean not null default false,
      -- Of those alone, and for a year: the HMAC of who is to be warned.
      add column reporter_fingerprint bytea,
      -- Sent when they had been warned before.
      add column after_warning boolean not null default false,
      -- Not to be read before, and by which suspension.
      add column held_until timestamptz,
      add column held_by bigint references reporter_suspensions (id),
      add constraint reports_unfounded_check check (not unfounded or state = 'kept'),
      add constraint reports_reporter_check check (reporter_fingerprint is null or unfounded)`.execute(db)
  await sql`
    create index reports_reporter on reports (reporter_fingerprint, decided_at)
      where reporter_fingerprint is not null`.execute(db)
  await sql`create index reports_held on reports (held_by) where held_by is not null`.execute(db)
  // Whether who reported has read what was decided.
  await sql`
    create index mails_report_decided on mails (((params->>'report')::bigint))
      where kind = 'report-decided'`.execute(db)
}
