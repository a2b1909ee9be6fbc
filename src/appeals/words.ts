/** What is said in an appeal, and who is said to answer it. */

import type { Appeal } from '../database/tables.js'
import type { MessageKey } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

/** Why somebody contests a decision: sealed, for it may say anything about anyone. */
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

/** Another than who decided, unless there is nobody else: who appeals is told so before they write. */
export function whoAnswers(t: (key: MessageKey) => string, isAlone: boolean): string {
  return t(isAlone ? 'appeals.who.alone' : 'appeals.who.other')
}
