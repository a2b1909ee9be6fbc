import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table replies
      -- What the reply comes to; null: written before there were kinds.
      add column kind text check (kind in ('accept', 'partly', 'refuse', 'not-competent', 'meet')),
      -- Who is competent, or where and when of the day they would meet.
      add column kind_words text not null default '',
      add column meets_on date,
      -- What is promised, and by when. A line of the register from the day on which the reply is published.
      add column promise text,
      add column promised_for date,
      add constraint replies_promise_has_a_day check ((promise is null) = (promised_for is null))`.execute(db)

  await sql`
    -- A PDF that belongs to a reply.
    create table reply_files (
      reply_id bigint primary key references replies (id) on delete cascade,
      bytes bytea not null,
      sha256 bytea not null
    )`.execute(db)
  // Documents are compressed already.
  await sql`alter table reply_files alter column bytes set storage external`.execute(db)

  await sql`
    alter table updates
      -- The reply that these words of the campaigner answer: one answer a reply, and for good.
      add column reply_id bigint unique references replies (id) on delete cascade`.execute(db)

  await sql`
    -- Whether a reply answers a signer; one answer a person.
    create table reply_verdicts (
      reply_id bigint not null references replies (id) on delete cascade,
      petition_id bigint not null,
      signature_id bigint not null,
      verdict text not null check (verdict in ('yes', 'partly', 'no')),
      primary key (reply_id, signature_id),
      foreign key (petition_id, signature_id) references signatures (petition_id, id) on delete cascade
    )`.execute(db)
  await sql`create index reply_verdicts_of_signature on reply_verdicts (petition_id, signature_id)`.execute(
    db,
  )
  // By the database, so that no act can forget it: who takes their signature back takes this back with it.
  await sql`
    create function forget_verdicts() returns trigger language plpgsql as $$
    begin
      delete from reply_verdicts where petition_id = new.petition_id and signature_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger forget_verdicts after update of state on signatures for each row
    when (old.state <> new.state and new.state in ('withdrawn', 'removed', 'expired'))
    execute function forget_verdicts()`.execute(db)

  await sql`
    -- The register: what was promised, by whom and by when.
    create table outcomes (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id) on delete cascade,
      decision_maker_id bigint not null references decision_makers (id),
      reply_id bigint unique references replies (id) on delete cascade,
      promise text not null,
      promised_on date not null,
      due_on date not null,
      -- Where the promise can be read; empty when it stands in the reply.
      source text not null default '',
      added_by text not null check (added_by in ('decision-maker', 'campaigner', 'moderator')),
      added_at timestamptz not null,
      disputed_at timestamptz,
      disputed_note text
    )`.execute(db)
  await sql`create index outcomes_of_petition on outcomes (petition_id, id)`.execute(db)
  await sql`create index outcomes_due on outcomes (due_on)`.execute(db)
  await sql`create index outcomes_promised on outcomes (promised_on)`.execute(db)

  await sql`
    -- What became of a promise, said by those who are asked; the last that is not disputed is how it stands.
    create table outcome_answers (
      id bigint generated always as identity primary key,
      outcome_id bigint not null references outcomes (id) on delete cascade,
      said_by text not null check (said_by in ('decision-maker', 'campaigner', 'moderator')),
      said text not null check (said in ('kept', 'partly', 'not-kept', 'under-way')),
      note text not null,
      said_at timestamptz not null,
      disputed_at timestamptz,
      disputed_note text
    )`.execute(db)
  await sql`create index outcome_answers_of_outcome on outcome_answers (outcome_id, id)`.execute(db)

  await sql`
    -- When a promise was asked about, so that nobody is asked twice.
    create table outcome_questions (
      outcome_id bigint not null references outcomes (id) on delete cascade,
      months smallint not null check (months in (6, 12, 24)),
      asked_at timestamptz not null,
      primary key (outcome_id, months)
    )`.execute(db)
}
