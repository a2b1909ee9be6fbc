import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Public, and only ever added to: what happened to lines on paper, one entry each, without a name. Written with the
    -- act, by whoever holds the petition's row of paper_counts.
    create table paper_log (
      petition_id bigint not null references petitions (id),
      entry int not null,
      -- As docs/log.md promises it; the tree's leaves are made of these.
      words text not null,
      primary key (petition_id, entry)
    )`.execute(db)
  await sql`
    -- Public, and kept for ever: what the installation signed of it.
    create table paper_heads (
      petition_id bigint not null references petitions (id),
      number int not null,
      size int not null,
      root bytea not null,
      counted int not null,
      signed_at timestamptz not null,
      key_id text not null,
      signature bytea not null,
      primary key (petition_id, number)
    )`.execute(db)
  await sql`alter table paper_counts add column logged int not null default 0`.execute(db)

  // What was counted before there was a log, in an order that explains itself.
  await sql`
    insert into paper_log (petition_id, entry, words)
    select petition_id, row_number() over (partition by petition_id order by kind, number) - 1, words
    from (
      select line.petition_id, 1 as kind, line.number,
        format('counted %s sheet %s row %s version %s %s', line.number, sheet.number, line.line, line.text_version,
          (line.counted_at at time zone 'UTC')::date) as words
      from paper_signatures as line join paper_sheets as sheet on sheet.id = line.sheet_id
      union all
      select petition_id, 2, number, format('checked %s %s', number, (checked_at at time zone 'UTC')::date)
      from paper_signatures where checked_at is not null
      union all
      select petition_id, 3, number,
        format('reversed %s %s %s', signature_number, reason, (reversed_at at time zone 'UTC')::date)
      from paper_reversals
    ) as happened`.execute(db)
  await sql`
    update paper_counts set logged = (
      select count(*) from paper_log where paper_log.petition_id = paper_counts.petition_id)`.execute(db)
  for (const table of ['paper_log', 'paper_heads'])
    await sql`
      create trigger keep_paper before update or delete on ${sql.table(table)} for each row
      execute function keep_log()`.execute(db)
}
