/** From draft to open: what must exist before a first signature can belong to a text. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Petition } from '../database/tables.js'

/** Shorter words are too like too many others to guess what was meant. */
export const SHORTEST_MISSPELT = 4
/** levenshtein() refuses beyond 255 bytes; no honest word is near that. */
export const LONGEST_WORD = 40

type SignedText = { title: string; ask: string; body: string }

/** The words that are signed, each preceded by its length in bytes, so that no two texts are the same bytes. */
export function hashedText({ title, ask, body }: SignedText): Buffer {
  return Buffer.from([title, ask, body].map((part) => `${Buffer.byteLength(part)}:${part}`).join(''))
}

/** SHA-256 of `hashedText`. */
export function hashText(text: SignedText): Buffer {
  return createHash('sha256').update(hashedText(text)).digest()
}

/**
 * Freezes the text as a version, starts the count, and lets a misspelt search find the words, in the transaction that
 * opens the petition.
 */
export async function freezeText(trx: Transaction, petition: Petition, at: Date): Promise<void> {
  const { id: petitionId, textVersion: version, title, ask, body } = petition
  await trx
    .insertInto('petitionTexts')
    .values({ petitionId, version, title, ask, body, sha256: hashText(petition), publishedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('petitionCounts')
    .values({ petitionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`
    insert into search_words (word)
    select distinct word from regexp_split_to_table(plain_words(${`${title} ${ask} ${petition.placeName ?? ''}`}), '\\s+') word
    where length(word) between ${SHORTEST_MISSPELT} and ${LONGEST_WORD}
    order by word
    on conflict do nothing`.execute(trx)
}
