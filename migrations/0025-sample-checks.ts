import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A recipient's check of a random sample. Public but for the sealed secret, which is shown at the end, and kept.
    create table sample_checks (
      id bigint generated always as identity primary key,
      petition_id bigint not null references petitions (id),
      decision_maker_id bigint references decision_makers (id) on delete set null,
      -- The n-th of the petition.
      number int not null,
      state text not null default 'committed'
        check (state in ('committed', 'valued', 'asking', 'closed', 'lapsed')),
      -- The commitment: how many people, from which head of the log, and which later public value decides.
      wanted int not null,
      head_number int not null,
      announced text not null,
      value_on date not null,
      -- 32 random bytes, sealed with the petition's key, and their SHA-256, which is published at once.
      secret_sealed bytea not null,
      secret_sha256 bytea not null,
      committed_at timestamptz not null,
      key_id text not null,
      signature bytea not null,
      -- What the value turned out to be, and where everyone can read it.
      value text,
      value_source text,
      valued_at timestamptz,
      drawn_at timestamptz,
      ends_at timestamptz,
      closed_at timestamptz,
      -- At the end.
      secret bytea,
      -- Totals. 'gone' left between the head and the end without an answer.
      gone int not null default 0,
      unreachable int not null default 0,
      yes int not null default 0,
      no int not null default 0,
      unique (petition_id, number),
      foreign key (petition_id, head_number) references log_heads (petition_id, number)
    )`.execute(db)
  // One at a time, however often the button is pressed.
  await sql`
    create unique index sample_checks_going on sample_checks (petition_id)
    where state in ('committed', 'valued', 'asking')`.execute(db)

  await sql`
    -- Who is asked, and their answer: only while they are.
    create table sample_check_people (
      id bigint generated always as identity primary key,
      sample_check_id bigint not null references sample_checks (id),
      petition_id bigint not null,
      signature_id bigint not null,
      mail_id bigint not null,
      answer text check (answer in ('yes', 'no')),
      unique (petition_id, signature_id, sample_check_id)
    )`.execute(db)
  await sql`create index sample_check_people_of on sample_check_people (sample_check_id)`.execute(db)

  await sql`
    create function keep_sample_check() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (new.petition_id, new.number, new.wanted, new.head_number, new.announced, new.value_on, new.secret_sealed,
            new.secret_sha256, new.committed_at, new.key_id, new.signature)
          <> (old.petition_id, old.number, old.wanted, old.head_number, old.announced, old.value_on, old.secret_sealed,
            old.secret_sha256, old.committed_at, old.key_id, old.signature)
        or (old.value is not null and (new.value, new.value_source, new.valued_at)
            is distinct from (old.value, old.value_source, old.valued_at))
        or (old.state in ('closed', 'lapsed') and (new.state, new.secret, new.gone, new.unreachable, new.yes, new.no)
            is distinct from (old.state, old.secret, old.gone, old.unreachable, old.yes, old.no))
      then
        raise exception 'what a sample check has published is never changed';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger keep_sample_check before update or delete on sample_checks for each row
    execute function keep_sample_check()`.execute(db)

  // By the database, so that no way of leaving can forget it. An answer that was given stays in the totals without its
  // giver: who answers "no" is offered to withdraw, and that must not take the "no" back.
  await sql`
    create function forget_sample_check_person() returns trigger language plpgsql as $$
    declare person record;
    begin
      for person in
        delete from sample_check_people where petition_id = new.petition_id and signature_id = new.id
        returning sample_check_id, answer
      loop
        update sample_checks set
          gone = gone + (person.answer is null)::int,
          yes = yes + (person.answer is not distinct from 'yes')::int,
          no = no + (person.answer is not distinct from 'no')::int
        where id = person.sample_check_id;
      end loop;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger forget_sample_check_person after update of state, sealed on signatures for each row
    when (old.number is not null and ((old.sealed is not null and new.sealed is null)
      or (old.state <> new.state and new.state = 'withdrawn')))
    execute function forget_sample_check_person()`.execute(db)
}
