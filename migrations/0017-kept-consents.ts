import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Every sentence that somebody agreed to, word for word. A changed sentence is a row of its own.
    create table consent_wordings (
      id int generated always as identity primary key,
      kind text not null check (kind in ('signing', 'show-name', 'updates', 'campaigner-news')),
      locale text not null,
      sha256 bytea not null,
      words text not null,
      first_used_at timestamptz not null,
      unique (kind, locale, sha256)
    )`.execute(db)
  await sql`
    -- What a signer agreed to, and took back, each time: ids of wordings.
    create table consent_acts (
      petition_id bigint not null,
      signature_id bigint not null,
      id bigint generated always as identity,
      at timestamptz not null,
      text_version int not null,
      given int[] not null default '{}',
      withdrawn int[] not null default '{}',
      primary key (petition_id, signature_id, id)
    )`.execute(db)
  await sql`alter table signatures add column campaigner_news boolean not null default false`.execute(db)

  // Consents are taken back in many places: by a form, by one click in a mail, by a complaint that a provider passes
  // on. What is written down of it names the words that were last agreed to; who signed before any were kept has none.
  await sql`
    create function keep_withdrawn_consents() returns trigger language plpgsql as $$
    begin
      insert into consent_acts (petition_id, signature_id, at, text_version, withdrawn)
      select new.petition_id, new.id, statement_timestamp(), new.text_version, array_agg(given.id)
      from unnest(array[
        case when old.updates and not new.updates then 'updates' end,
        case when old.shown_name is not null and new.shown_name is null then 'show-name' end,
        case when old.campaigner_news and not new.campaigner_news then 'campaigner-news' end
      ]) as ended (kind), lateral (
        select consent_wordings.id
        from consent_acts, unnest(given) as agreed (id), consent_wordings
        where petition_id = new.petition_id and signature_id = new.id
          and consent_wordings.id = agreed.id and consent_wordings.kind = ended.kind
        order by consent_acts.id desc limit 1
      ) as given
      having count(*) > 0;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger signatures_consents_withdrawn
    after update of updates, shown_name, campaigner_news on signatures for each row
    when (new.sealed is not null and (
      (old.updates and not new.updates)
      or (old.shown_name is not null and new.shown_name is null)
      or (old.campaigner_news and not new.campaigner_news)))
    execute function keep_withdrawn_consents()`.execute(db)

  // Withdrawn, expired, erased or destroyed: what somebody agreed to goes with who it was.
  await sql`
    create function erase_consents() returns trigger language plpgsql as $$
    begin
      delete from consent_acts where petition_id = new.petition_id and signature_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger signatures_person_erased after update of sealed on signatures for each row
    when (old.sealed is not null and new.sealed is null) execute function erase_consents()`.execute(db)

  await sql`
    -- A mailing to those who signed other petitions of its campaigner walks through these, one after the other.
    alter table mailings add column last_petition_id bigint not null default 0`.execute(db)
  await sql`
    -- Whom a mailing that walks through several petitions has reached, so that nobody gets it twice: keyed for that
    -- mailing alone, and gone when it is done.
    create table mailing_recipients (
      mailing_id bigint not null references mailings (id) on delete cascade,
      fingerprint bytea not null,
      primary key (mailing_id, fingerprint)
    )`.execute(db)
  await sql`
    create index signatures_campaigner_news on signatures (petition_id, id)
    where campaigner_news and state = 'confirmed'`.execute(db)
  // Last once more: a lookup by key must not prefer the index above, which is newer, in an empty table.
  await sql`alter table signatures drop constraint signatures_pkey, add primary key (petition_id, id)`.execute(
    db,
  )
}
