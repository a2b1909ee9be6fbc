import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Links stay derived: this number is part of what they are derived from, so that another number is another link.
  const link = sql`
      add column link_number int not null default 0,
      -- Null: not handed out yet.
      add column link_until timestamptz,
      -- Until when the link of the number before works beside it; null when it was ended at once.
      add column old_link_until timestamptz,
      -- When they last did something on their page, and the last time of the visit before that one.
      add column visit_at timestamptz,
      add column visit_before_at timestamptz`
  await sql`alter table decision_makers ${link}`.execute(db)
  await sql`update decision_makers set link_until = now() + interval '12 months' where told_at is not null`.execute(
    db,
  )

  await sql`
    -- Colleagues whom a decision-maker lets read with them. The name stays for the log of who read what; the address
    -- goes when they are taken off.
    create table delegates (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      decision_maker_id bigint not null references decision_makers (id) on delete cascade,
      name_sealed bytea not null,
      email_sealed bytea,
      email_fingerprint bytea,
      locale text not null check (locale in ('fr', 'en')),
      added_at timestamptz not null,
      ended_at timestamptz,
      bounced_at timestamptz,
      check (ended_at is null or (email_sealed is null and email_fingerprint is null))
    )`.execute(db)
  await sql`alter table delegates ${link}`.execute(db)
  await sql`
    create unique index delegates_address on delegates (decision_maker_id, email_fingerprint)
    where ended_at is null`.execute(db)
  await sql`create index delegates_petition on delegates (petition_id)`.execute(db)

  await sql`
    alter table reader_codes
      -- Whose code it is, when not the decision-maker's own.
      add column delegate_id bigint references delegates (id) on delete cascade`.execute(db)
  await sql`
    alter table downloads
      add column delegate_id bigint references delegates (id) on delete set null`.execute(db)
  await sql`create index downloads_delegate on downloads (delegate_id) where delegate_id is not null`.execute(
    db,
  )
  // Beside the log, since the receipt repeats it for ever, also when delegates are long forgotten.
  await sql`
    alter table deliveries add column is_acknowledged_by_delegate boolean not null default false`.execute(db)

  await sql`
    -- What was done on a private page, and by whom, for those who share it.
    create table reader_acts (
      id bigint generated always as identity primary key,
      decision_maker_id bigint not null references decision_makers (id) on delete cascade,
      delegate_id bigint references delegates (id) on delete set null,
      act text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index reader_acts_maker on reader_acts (decision_maker_id, id)`.execute(db)
  await sql`create index reader_acts_delegate on reader_acts (delegate_id) where delegate_id is not null`.execute(
    db,
  )

  // Where a log stood at a moment.
  await sql`create index log_heads_signed on log_heads (petition_id, signed_at)`.execute(db)
}
