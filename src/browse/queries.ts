/**
 * Finding petitions: every word is looked for exactly (any accents, any beginning) or, failing that, as what it may
 * have been meant to be (see spelling.ts), and all words must be found.
 */

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import { type ListedPetition, selectListed } from '../petitions/listing.js'
import { SHORTEST_MISSPELT } from '../petitions/publish.js'
import { type Cursor, type Search, SHOWN_STATES } from './search.js'
import { type Meant, meantBy } from './spelling.js'

export interface Found {
  petitions: ListedPetition[]
  /** Where the list goes on, for programs. */
  next: Cursor | undefined
}

type Condition = RawBuilder<SqlBool>

/** How alike a word and a part of the title must be; pg_trgm's 0.6 misses "biblioteka" and "hopitall". */
const ALIKE = '0.5'

export async function listFound(
  db: Database,
  search: Search,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Found> {
  const meant = await meantBy(db, search.words)
  const { expression, key = expression, direction } = orderOf(search, meant)
  const rows = await withAlikeness(db, search, (trx) => {
    let query = selectListed(trx)
      .select(sql<number>`(${key})::bigint`.as('sortedBy'))
      .where((eb) => eb.and(conditionsOf(search, meant)))
      .orderBy(expression, direction)
      .orderBy('petition.id', 'desc')
      .limit(limit + 1)
    if (search.after && search.sort === 'relevance') query = query.offset(search.after.value)
    else if (search.after) query = query.where(comesAfter(search.after, key, direction))
    else query = query.offset(offset)
    return query.execute()
  })
  const petitions = rows.slice(0, limit)
  const last = petitions.at(-1)
  if (rows.length <= limit || !last) return { petitions, next: undefined }
  // A score is made anew for each question and cannot be compared across pages; a position can.
  const value = search.sort === 'relevance' ? (search.after?.value ?? offset) + limit : last.sortedBy
  return { petitions, next: { value, id: last.id } }
}

export async function countFound(db: Database, search: Search): Promise<number> {
  const meant = await meantBy(db, search.words)
  const { found } = await withAlikeness(db, search, (trx) =>
    trx
      .selectFrom('petitions as petition')
      .select((eb) => eb.fn.countAll<number>().as('found'))
      .where((eb) => eb.and(conditionsOf(search, meant)))
      .executeTakeFirstOrThrow(),
  )
  return found
}

/** The threshold of `<%` is a setting of the session; here of one transaction, so that the index can still be used. */
async function withAlikeness<T>(
  db: Database,
  search: Search,
  act: (trx: Database | Transaction) => Promise<T>,
): Promise<T> {
  if (search.words.length === 0 && !search.near) return act(db)
  return db.transaction().execute(async (trx) => {
    await sql`set local pg_trgm.word_similarity_threshold = ${sql.raw(ALIKE)}`.execute(trx)
    return act(trx)
  })
}

function conditionsOf(search: Search, meant: Meant): Condition[] {
  const states = SHOWN_STATES[search.state]
  const conditions: Condition[] = [sql`petition.state = any(${sql.val([...states])})`]
  if (search.topic) conditions.push(sql`petition.topic = ${search.topic}`)
  if (search.near) conditions.push(isNear(search.near))
  if (search.q && search.words.length === 0) conditions.push(sql`false`)
  for (const word of search.words) conditions.push(holds(word, meant))
  if (search.sort === 'closing') conditions.push(sql`petition.closes_on is not null`)
  return conditions
}

function holds(word: string, meant: Meant): Condition {
  const ways: Condition[] = [sql`petition.search @@ ${beginningWith(word)}`]
  const other = anyOf(meant.get(word))
  if (other) ways.push(sql`petition.search @@ ${other}`)
  if ([...word].length >= SHORTEST_MISSPELT) ways.push(sql`plain_text(${word}) <% petition.search_words`)
  return sql`(${sql.join(ways, sql` or `)})`
}

/** Any of these whole words, as a tsquery; they are the vocabulary's own, but are quoted all the same. */
function anyOf(words: string[] | undefined): RawBuilder<unknown> | undefined {
  if (!words || words.length === 0) return undefined
  const quoted = words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`)
  return sql`to_tsquery('simple', ${quoted.join(' | ')})`
}

/**
 * A quoted word of a tsquery. Removing accents can leave an apostrophe behind (ŉ), so it is done before quoting; what
 * has no letter left matches nothing.
 */
function beginningWith(word: string): RawBuilder<unknown> {
  const quoted = sql`'''' || replace(replace(plain_text(${word}), '\\', '\\\\'), '''', '''''') || ''''`
  return [...word].length < 3
    ? sql`to_tsquery('simple', ${quoted})`
    : sql`to_tsquery('simple', ${quoted} || ':*')`
}

/**
 * Near: asked where this postcode lies, or in a place named like this. A petition of a whole country is near nobody
 * in particular.
 */
function isNear({ typed, postcode }: { typed: string; postcode: string | undefined }): Condition {
  const inPlace = sql<SqlBool>`(petition.place_name is not null
    and plain_text(${typed}) <% petition.search_words
    and plain_text(${typed}) <% plain_text(petition.place_name))`
  if (!postcode) return inPlace
  return sql`(exists (
    select from unnest(petition.postcodes) as beginning
    where starts_with(${postcode}, beginning) or starts_with(beginning, ${postcode})) or ${inPlace})`
}

interface Order {
  expression: RawBuilder<unknown>
  /** The same order as a whole number, where the expression is none. */
  key?: RawBuilder<number>
  direction: 'asc' | 'desc'
}

function orderOf(search: Search, meant: Meant): Order {
  switch (search.sort) {
    case 'recent':
      return {
        expression: sql`petition.opened_at`,
        key: sql`extract(epoch from petition.opened_at) * 1000000`,
        direction: 'desc',
      }
    case 'signatures':
      return { expression: sql`coalesce(count.confirmed, 0)`, direction: 'desc' }
    case 'closing':
      return { expression: sql`petition.closes_on - date '1970-01-01'`, direction: 'asc' }
    case 'relevance':
      return { expression: scoreOf(search.words, meant), direction: 'desc' }
  }
}

/** Words found as they were typed come before words found nearly, and a title before a text. */
function scoreOf(words: string[], meant: Meant): RawBuilder<number> {
  if (words.length === 0) return sql`0::float8`
  const exact = sql.join(
    words.map((word) => sql`(petition.search @@ ${beginningWith(word)})::int`),
    sql` + `,
  )
  const alike = sql.join(
    words.map((word) => {
      const other = anyOf(meant.get(word))
      const near = sql`word_similarity(plain_text(${word}), petition.search_words)`
      return other ? sql`greatest(${near}, (petition.search @@ ${other})::int * 0.9)` : near
    }),
    sql` + `,
  )
  const rank = sql`ts_rank(petition.search, ${sql.join(
    words.map((word) => beginningWith(word)),
    sql` || `,
  )})`
  return sql`(1000000 * ((${exact}) * 2 + (${alike}) + ${rank}))`
}

function comesAfter(cursor: Cursor, key: RawBuilder<unknown>, direction: 'asc' | 'desc'): Condition {
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  return sql`((${key})::bigint ${beyond} ${cursor.value}::bigint
    or ((${key})::bigint = ${cursor.value}::bigint and petition.id < ${cursor.id}::bigint))`
}
