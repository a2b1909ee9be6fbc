/** The page of periods knows every table that holds something about people: a new one cannot be forgotten. */

import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import t from 'tap'
import { CLOCKS } from '../../src/retention/clocks.js'
import { startSite } from '../support/site.js'

/** Tables about nobody, and why. Who adds a table writes it here, or into src/retention/clocks.ts with its period. */
const ABOUT_NOBODY: Record<string, string> = {
  kysely_migration: 'which changes of the schema were made',
  kysely_migration_lock: 'that they are being made',
  site_keys: 'keys of the installation, wrapped',
  signing_keys: 'their public halves',
  key_rotations: 'how far a rotation of keys is',
  destructions: 'certificates: numbers and a hash',
  petition_texts: 'what was asked, as it was published',
  search_words: 'words of published petitions',
  tallies: 'numbers by day, area and strength',
  commune_tallies: 'numbers by postcode; small ones go with the signers',
  official_counts: 'what institutions count on sites of their own',
  disputes: 'what bodies out of court decided, of no person',
  paused_rules: 'names of rules; who paused them stands in the log',
  petition_counts: 'the public numbers',
  milestones: 'when a number was reached',
  mailings: 'how far a mailing is',
  detections: 'how far the rules have looked',
  quarantines: 'that some signatures were set aside together',
  logs: 'how far the public log is written',
  log_tiles: 'its hashes',
  log_removals: 'which leaves stopped counting; no person is known by a leaf',
  log_heads: 'its signed heads',
  paper_counts: 'how many sheets and lines a petition has',
  paper_sheets: 'sheets that were printed, signed or not',
  paper_tallies: 'numbers by strength',
  paper_log: 'which lines were counted, checked and taken back, by their place on a sheet',
  paper_heads: 'its signed heads',
  outcome_questions: 'when a promise was asked about',
  consent_wordings: 'the sentences that were agreed to, each once',
}

/** Whose "name" is that of a file, whose "words" are the site's, and whose postcode is that of many. */
const NAMES_OF_THINGS = {
  kysely_migration: true,
  consent_wordings: true,
  paper_log: true,
  commune_tallies: true,
}

const LOOKS_PERSONAL =
  /sealed|fingerprint|email|(shown|^|_by)_?name$|address|account_id|^signature_id|words|contact|comment|postcode|recipient|network/

t.test('every table is on the page of periods, or about nobody', async (t) => {
  const { db } = await startSite(t)
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name::text as table, array_agg(column_name::text) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`.execute(db)
  const onPage = new Set<string>(
    Object.values(CLOCKS)
      .flat()
      .map((table) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  )
  t.ok(rows.length > 25, `${rows.length} tables`)
  for (const { table, columns } of rows) {
    t.ok(onPage.has(table) !== table in ABOUT_NOBODY, `${table} is known, and once`)
    if (table in ABOUT_NOBODY)
      t.strictSame(
        columns.filter((column) => LOOKS_PERSONAL.test(column) && !(table in NAMES_OF_THINGS)),
        [],
        `${table} holds nothing that looks like somebody`,
      )
  }
  const tables = new Set(rows.map(({ table }) => table))
  for (const table of [...onPage, ...Object.keys(ABOUT_NOBODY)]) t.ok(tables.has(table), `${table} exists`)
})

t.test('what looks like somebody would be found in a table that is said to be about nobody', async (t) => {
  for (const column of [
    'email',
    'email_sealed',
    'words_sealed',
    'shown_name',
    'name',
    'account_id',
    'fingerprint',
  ])
    t.match(column, LOOKS_PERSONAL)
  for (const column of ['mailing_id', 'wrapped', 'confirmed', 'last_signature_number'])
    t.notMatch(column, LOOKS_PERSONAL)
})

t.test('each of them is told in both languages', async (t) => {
  const site = await startSite(t)
  for (const locale of ['en', 'fr']) {
    const { body } = await site.get(`/retention?lang=${locale}`)
    t.equal([...body.matchAll(/<dt>/g)].length, Object.keys(CLOCKS).length)
    t.notMatch(body, /retention\.clock|undefined|\{/)
  }
})

t.test('the register of processing names every table about people once, in both languages', async (t) => {
  const known = [...new Set<string>(Object.values(CLOCKS).flat())]
  const tables = known.map((table) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  for (const file of ['docs/register-of-processing.md', 'docs/register-of-processing.fr.md']) {
    const lines = readFileSync(file, 'utf8').match(/^- \*\*Tables.+$/gm) ?? []
    const named = lines.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, table]) => table!))
    t.strictSame(named.sort(), [...tables].sort(), file)
  }
})

t.test('the files that the register and the impact assessment point to are there', async (t) => {
  for (const file of ['register-of-processing', 'dpia'].flatMap((name) => [`${name}.md`, `${name}.fr.md`]))
    for (const [, path] of readFileSync(`docs/${file}`, 'utf8').matchAll(/`((?:src|test|views)\/[^`\s]+)`/g))
      t.ok(existsSync(path!), `${file}: ${path}`)
})
