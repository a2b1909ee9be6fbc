import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What the campaigner read on the institution's own site, where only signatures made there count. The last row is
    -- shown with its day; the earlier ones stay, so that a figure which was published can be found again.
    create table official_counts (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      signatures int not null check (signatures >= 0),
      counted_on date not null,
      entered_at timestamptz not null
    )`.execute(db)
  await sql`create index official_counts_of_petition on official_counts (petition_id, id desc)`.execute(db)
}
