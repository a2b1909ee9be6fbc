import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index signatures_second on signatures (petition_id, email_fingerprint) where slot = 2`.execute(db)

  // Signing asks for the first place, and its index then decides whose it is. So the second is never held alone: when
  // the first leaves its address (expired, erased, moved), who is left takes its place, and its count of mails.
  await sql`
    create function take_first_place() returns trigger language plpgsql as $$
    begin
      update signatures set slot = 1, mails_asked = greatest(mails_asked, old.mails_asked)
      where petition_id = old.petition_id and email_fingerprint = old.email_fingerprint and slot = 2;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger signatures_first_left after update of email_fingerprint on signatures
    for each row when (old.slot = 1 and old.email_fingerprint is distinct from new.email_fingerprint)
    execute function take_first_place()`.execute(db)
}
