import { type Kysely, sql } from 'kysely'

/** Both tables are unlogged: what they hold is over within hours, no log of the server's keeps it, and a crash empties them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Vessels that empty at a steady rate, shared by all processes: what was asked too often lately. A row that has
    -- emptied means nothing and is swept.
    create unlogged table limit_levels (
      -- What is counted and for whom, as an HMAC under a key of the installation: no network, no address.
      key bytea primary key,
      level float8 not null,
      -- Since the level was at "high", until it is below "low".
      raised boolean not null,
      at timestamptz not null,
      -- What leaves in a second. These come with every pour, so that a rule is changed in one place, the code.
      leak float8 not null,
      ceiling float8 not null,
      high float8 not null,
      low float8 not null,
      poured float8 not null
    ) with (fillfactor = 50)`.execute(db)

  await sql`
    -- When mails left for an address in the last hour. The address is an HMAC under a key that nothing else is
    -- made with, so that no row here can be laid beside a petition's.
    create unlogged table mail_brakes (
      address bytea primary key,
      sent timestamptz[] not null,
      -- How many of those that were asked for the last time may leave.
      granted int not null
    ) with (fillfactor = 50)`.execute(db)
}
