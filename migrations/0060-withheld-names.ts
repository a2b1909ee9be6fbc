import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Counts like any other; the recipient's list has it without its name.
  await sql`alter table signatures add column name_withheld boolean not null default false`.execute(db)

  await sql`
    alter table consent_wordings drop constraint consent_wordings_kind_check,
      add constraint consent_wordings_kind_check
        check (kind in ('signing', 'show-name', 'updates', 'campaigner-news', 'withhold-name'))`.execute(db)
  // As before, with one kind more: whoever lets their name be given after all takes back that they had it withheld.
  await sql`
    create or replace function keep_withdrawn_consents() returns trigger language plpgsql as $$
    begin
      insert into consent_acts (petition_id, signature_id, at, text_version, withdrawn)
      select new.petition_id, new.id, statement_timestamp(), new.text_version, array_agg(given.id)
      from unnest(array[
        case when old.updates and not new.updates then 'updates' end,
        case when old.shown_name is not null and new.shown_name is null then 'show-name' end,
        case when old.campaigner_news and not new.campaigner_news then 'campaigner-news' end,
        case when old.name_withheld and not new.name_withheld then 'withhold-name' end
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
  await sql`drop trigger signatures_consents_withdrawn on signatures`.execute(db)
  await sql`
    create trigger signatures_consents_withdrawn
    after update of updates, shown_name, campaigner_news, name_withheld on signatures for each row
    when (new.sealed is not null and (
      (old.updates and not new.updates)
      or (old.shown_name is not null and new.shown_name is null)
      or (old.campaigner_news and not new.campaigner_news)
      or (old.name_withheld and not new.name_withheld)))
    execute function keep_withdrawn_consents()`.execute(db)
}
