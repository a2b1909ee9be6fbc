import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Disputes about this site's decisions before certified bodies out of court (EU Digital Services Act, Articles 21
    -- and 24(1)(a)), as administrators enter them. Of no person: a reference says which decision it was.
    create table disputes (
      id bigint generated always as identity primary key,
      body text not null,
      about text not null,
      submitted_on date not null,
      outcome text check (outcome in ('site', 'person', 'withdrawn')),
      decided_on date check (decided_on >= submitted_on),
      carried_out boolean,
      check ((outcome is null) = (decided_on is null)),
      check (carried_out is null or outcome in ('site', 'person'))
    )`.execute(db)
}
