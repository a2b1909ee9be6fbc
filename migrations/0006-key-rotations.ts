import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How far a rotation of SECRET_KEY is; empty when none is under way.
    create table key_rotations (
      -- A digest that names the new key and tells nothing of it.
      new_key bytea primary key,
      last_petition_id bigint not null default 0,
      rewrapped int not null default 0,
      started_at timestamptz not null default now()
    )`.execute(db)
}
