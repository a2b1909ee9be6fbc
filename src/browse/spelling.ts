/** What a misspelt word may have been meant to be: the words of published petitions within an edit or two. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import { LONGEST_WORD, SHORTEST_MISSPELT } from '../petitions/publish.js'

/** A word as it was typed, and the nearest words that petitions use. */
export type Meant = Map<string, string[]>

/** Enough for "marche" to mean both "marché" and "arche"; more would find everything. */
const MOST_MEANINGS = 6

/** Two letters swapped are two edits, and the commonest slip of all; a word of four letters is too short for two. */
const TWO_EDITS_FROM = 5

/**
 * Looks a question's words up in the vocabulary. A word that begins one of it was typed right and means itself, so it
 * has no entry. The whole vocabulary of about the same length is compared: it grows with the language, not with the
 * petitions, and 50,000 words take a few milliseconds.
 */
export async function meantBy(db: Database, words: string[]): Promise<Meant> {
  const long = words.filter((word) => word.length >= SHORTEST_MISSPELT && word.length <= LONGEST_WORD)
  if (long.length === 0) return new Map()
  const { rows } = await sql<{ typed: string; meant: string[] }>`
    select asked.typed, near.meant
    from (
      select typed, plain_text(typed) as plain from unnest(${long}::text[]) as typed
    ) asked
    cross join lateral (
      select array_agg(word) as meant from (
        select word from search_words
        where length(word) between length(asked.plain) - 2 and length(asked.plain) + 2
          and levenshtein_less_equal(word, asked.plain, 2) <= case when length(asked.plain) < ${TWO_EDITS_FROM} then 1 else 2 end
        order by levenshtein_less_equal(word, asked.plain, 2), word
        limit ${MOST_MEANINGS}
      ) nearest
    ) near
    where near.meant is not null and length(asked.plain) <= ${LONGEST_WORD}
      and not exists (select from search_words where starts_with(word, asked.plain))`.execute(db)
  return new Map(rows.map(({ typed, meant }) => [typed, meant]))
}
