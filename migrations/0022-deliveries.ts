import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A petition is handed over to each decision-maker once: the unique index decides between two presses.
    create table deliveries (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      decision_maker_id bigint not null unique references decision_makers (id) on delete cascade,
      -- The dossier of that moment; null until it can be ordered, and once the petition's key is destroyed.
      dossier_id bigint references dossiers (id) on delete set null,
      cause text not null check (cause in ('campaigner', 'threshold', 'closing')),
      delivered_at timestamptz not null,
      -- Their first act on the page since.
      seen_at timestamptz,
      acknowledged_at timestamptz,
      -- When the recipient said that they need the download no more, and when its files are destroyed.
      download_ended_at timestamptz,
      destroy_at timestamptz,
      check ((download_ended_at is null) = (destroy_at is null)),
      check (download_ended_at is null or acknowledged_at is not null)
    )`.execute(db)
  await sql`create index deliveries_petition on deliveries (petition_id)`.execute(db)
  await sql`create index deliveries_dossier on deliveries (dossier_id)`.execute(db)
  await sql`create index deliveries_destroy on deliveries (destroy_at) where destroy_at is not null`.execute(
    db,
  )

  await sql`
    alter table petitions
      -- 'hand': when the campaigner says so; 'threshold': at 'deliver_at' signatures, or when it closes before.
      add column deliver_when text not null default 'hand' check (deliver_when in ('hand', 'threshold', 'closing')),
      add column deliver_at int check (deliver_at > 0),
      add check (deliver_when <> 'threshold' or deliver_at is not null)`.execute(db)

  // The names and sums of its files stay, so that a receipt can still be compared with a copy.
  await sql`alter table dossiers add column destroyed_at timestamptz`.execute(db)

  await sql`alter table decision_makers drop constraint decision_makers_rhythm_check`.execute(db)
  await sql`
    alter table decision_makers add constraint decision_makers_rhythm_check
      check (rhythm in ('threshold', 'weekly', 'monthly', 'closing', 'delivery', 'none'))`.execute(db)
}
