import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Counted signatures of each petition by French postcode, and the commune that it means: written by the log's writer
    -- with the leaf or the line that changes the number, so that both always tell the same.
    create table commune_tallies (
      petition_id bigint not null references petitions (id) on delete cascade,
      postcode text not null,
      -- By its INSEE code and name; empty for a postcode that several communes share, or that none is known to have.
      commune text not null default '',
      commune_name text not null default '',
      confirmed int not null,
      primary key (petition_id, postcode)
    ) with (fillfactor = 70)`.execute(db)

  await sql`
    alter table logs
      -- When the tallies by postcode were last compared with the signatures; null: never yet, and due.
      add column communes_at timestamptz`.execute(db)

  await sql`
    -- The French postcode that the signature had, which whoever withdraws takes back with all else.
    alter table log_events add column postcode text not null default ''`.execute(db)

  await sql`
    create or replace function note_log_event() returns trigger language plpgsql as $$
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
        insert into log_events (petition_id, signature_id, leaf, state, postcode)
        values (new.petition_id, new.id, found_leaf, new.state,
          case when old.country = 'FR' then old.postcode else '' end);
      end if;
      return null;
    end $$`.execute(db)
}
