import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Of each petition with a confirmed signature: how far its log is written.
    create table logs (
      petition_id bigint primary key references petitions (id),
      -- The two trees: a leaf for each signature that was ever counted, and a line for each that stopped counting.
      size bigint not null default 0,
      root bytea not null,
      removals_size bigint not null default 0,
      removals_root bytea not null,
      -- Leaves whose last line, if any, does not take them out.
      counted bigint not null default 0,
      -- The highest signatures.number that was looked at.
      last_number int not null default 0,
      -- Of its last signed head.
      head_number int not null default 0,
      head_size bigint not null default 0,
      head_removals_size bigint not null default 0,
      head_at timestamptz,
      -- When it was last compared with the signatures.
      checked_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    -- Hashes of a tree: tile n of level l holds, in order, the hashes of up to 256 complete subtrees of 256^l leaves.
    create table log_tiles (
      petition_id bigint not null references logs (petition_id),
      tree text not null check (tree in ('leaves', 'removals')),
      level smallint not null,
      tile int not null,
      hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
      primary key (petition_id, tree, level, tile)
    )`.execute(db)
  // Hashes do not compress; trying costs time.
  await sql`alter table log_tiles alter column hashes set storage external`.execute(db)

  await sql`
    -- What links a person to a leaf, and what opens the leaf; both go when what names the person goes.
    create table log_leaves (
      petition_id bigint not null references logs (petition_id),
      signature_id bigint not null,
      leaf bigint not null,
      -- 32 random bytes, sealed with the petition's key.
      salt bytea not null,
      text_version int not null,
      day date not null,
      strength smallint not null,
      primary key (petition_id, signature_id)
    )`.execute(db)

  await sql`
    -- Public: which leaves stopped counting, and which count again. The second tree's leaves are made of these.
    create table log_removals (
      petition_id bigint not null references logs (petition_id),
      line bigint not null,
      leaf bigint not null,
      kind text not null check (kind in ('withdrawn', 'quarantined', 'removed', 'restored')),
      day date not null,
      primary key (petition_id, line)
    )`.execute(db)
  await sql`create index log_removals_of_leaf on log_removals (petition_id, leaf, line)`.execute(db)

  await sql`
    -- Public, and kept for ever: what the installation signed.
    create table log_heads (
      petition_id bigint not null references logs (petition_id),
      number int not null,
      size bigint not null,
      root bytea not null,
      removals_size bigint not null,
      removals_root bytea not null,
      counted bigint not null,
      signed_at timestamptz not null,
      key_id text not null,
      signature bytea not null,
      primary key (petition_id, number)
    )`.execute(db)

  await sql`
    -- What happened to signatures that had a number, for the writer; a row goes when it is written into the log.
    create table log_events (
      id bigint generated always as identity primary key,
      petition_id bigint not null,
      signature_id bigint not null,
      -- The leaf it had, when that was known.
      leaf bigint,
      state text not null
    )`.execute(db)
  await sql`create index log_events_of_petition on log_events (petition_id, id)`.execute(db)

  // By the database, so that no act can forget it: neither one of today nor one that is written later. The first
  // confirmation gives the number and does not come here: the writer finds it by its number.
  await sql`
    create function note_log_event() returns trigger language plpgsql as $$
    declare found_leaf bigint;
    begin
      if new.sealed is null then
        delete from log_leaves where petition_id = new.petition_id and signature_id = new.id
        returning leaf into found_leaf;
      else
        select leaf into found_leaf from log_leaves
        where petition_id = new.petition_id and signature_id = new.id;
      end if;
      if old.state <> new.state and new.state <> 'pending' then
        insert into log_events (petition_id, signature_id, leaf, state)
        values (new.petition_id, new.id, found_leaf, new.state);
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger note_log_event after update of state, sealed on signatures for each row
    when (old.number is not null and (old.state <> new.state or (old.sealed is not null and new.sealed is null)))
    execute function note_log_event()`.execute(db)

  await sql`
    create function keep_log() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name;
    end $$`.execute(db)
  for (const table of ['log_removals', 'log_heads'])
    await sql`
      create trigger keep_log before update or delete on ${sql.table(table)} for each row
      execute function keep_log()`.execute(db)
  await sql`create trigger keep_tiles before delete on log_tiles for each row execute function keep_log()`.execute(
    db,
  )
  await sql`
    create trigger grow_tiles before update on log_tiles for each row
    when (substr(new.hashes, 1, length(old.hashes)) <> old.hashes
      or (new.petition_id, new.tree, new.level, new.tile) <> (old.petition_id, old.tree, old.level, old.tile))
    execute function keep_log()`.execute(db)

  await sql`
    create index signatures_numbered on signatures (petition_id, number) where number is not null`.execute(db)
}
