import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table accounts
      drop constraint accounts_role_check,
      add constraint accounts_role_check check (role in ('campaigner', 'reviewer', 'moderator', 'administrator')),
      -- When an administrator took somebody from the desk: being named in MODERATORS does not bring them back.
      add column left_desk_at timestamptz`.execute(db)

  await sql`
    create function keep_an_administrator() returns trigger language plpgsql as $$
    begin
      if old.role = 'administrator' and (tg_op = 'DELETE' or new.role <> 'administrator') then
        -- One after the other: of two who take each other's role at once, each would still see the other's.
        perform pg_advisory_xact_lock(hashtext('administrators'));
        if not exists (select from accounts where role = 'administrator' and id <> old.id) then
          raise exception 'the last administrator stays'
            using errcode = 'check_violation', constraint = 'accounts_keep_an_administrator';
        end if;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger accounts_keep_an_administrator before update of role or delete on accounts
      for each row execute function keep_an_administrator()`.execute(db)

  await sql`
    alter table sessions
      -- By which a session is named on the page that lists them: the token is nobody's to see.
      add column id bigint generated always as identity unique,
      add column last_used_on date,
      -- Family and system, as in 'Firefox/Linux', and nothing finer.
      add column browser text,
      -- When a passkey was last shown in this session.
      add column passkey_at timestamptz`.execute(db)

  await sql`
    -- The second factor of those who have one. Only its public half is here: a stolen dump signs nobody in.
    create table passkeys (
      id bigint generated always as identity primary key,
      account_id bigint not null references accounts (id) on delete cascade,
      credential_id bytea not null unique,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null default '{}',
      -- What its owner calls it.
      name text not null,
      created_at timestamptz not null default now(),
      last_used_on date
    )`.execute(db)
  await sql`create index passkeys_account on passkeys (account_id)`.execute(db)

  await sql`
    -- What an authenticator is asked to sign: deleted when it comes back, so that no answer is good twice.
    create table passkey_challenges (
      challenge bytea primary key,
      session_id bigint not null references sessions (id) on delete cascade,
      purpose text not null check (purpose in ('registration', 'authentication')),
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index passkey_challenges_session on passkey_challenges (session_id)`.execute(db)

  // Whom an act at the desk is about, when it is one of its people.
  await sql`alter table audit_entries add column subject_id bigint references accounts (id)`.execute(db)
  await sql`
    create index audit_entries_subject on audit_entries (subject_id) where subject_id is not null`.execute(db)
}
