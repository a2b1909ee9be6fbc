/** Why somebody contests a decision: sealed, for it may say anything about anyone. */

import type { Appeal } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

export function sealWords(keys: Keys, entryId: number, words: string): Buffer {
  return seal(keys.sealing, `appeals.words ${entryId}`, words)
}

/** @returns undefined once they were erased. */
export function unsealWords(
  keys: Keys,
  { entryId, wordsSealed }: Pick<Appeal, 'entryId' | 'wordsSealed'>,
): string | undefined {
  return wordsSealed ? unseal(keys.sealing, `appeals.words ${entryId}`, wordsSealed) : undefined
}
