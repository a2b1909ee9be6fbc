/** What is sealed of a report: who sent it, what they wrote, and the words that were removed because of it. */

import type { Report } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

export interface Contact {
  name: string
  /** Empty when none was given. */
  email: string
}

export interface Words {
  explanation: string
  law: string
  /** Which sentence, which place in the picture; empty when that was not said. */
  where: string
}

type Numbered = Pick<Report, 'number'>

export function sealContact(keys: Keys, { number }: Numbered, { name, email }: Contact): Buffer {
  return seal(keys.sealing, `reports.contact ${number}`, JSON.stringify([name, email]))
}

/** @returns undefined when none was given, or once it was erased. */
export function unsealContact(
  keys: Keys,
  { number, contactSealed }: Pick<Report, 'number' | 'contactSealed'>,
): Contact | undefined {
  if (!contactSealed) return undefined
  const [name, email] = JSON.parse(unseal(keys.sealing, `reports.contact ${number}`, contactSealed))
  return { name, email }
}

export function sealWords(keys: Keys, { number }: Numbered, { explanation, law, where }: Words): Buffer {
  return seal(keys.sealing, `reports.words ${number}`, JSON.stringify([explanation, law, where]))
}

/** @returns undefined once they were erased. */
export function unsealWords(
  keys: Keys,
  { number, wordsSealed }: Pick<Report, 'number' | 'wordsSealed'>,
): Words | undefined {
  if (!wordsSealed) return undefined
  // Two alone in those of before the form asked where.
  const [explanation, law, where = ''] = JSON.parse(
    unseal(keys.sealing, `reports.words ${number}`, wordsSealed),
  )
  return { explanation, law, where }
}

/** With the petition's key, as all that a signer wrote for themselves: it dies with the petition's signers. */
export function sealRemoved(petitionKeys: Keys, { number }: Numbered, words: string): Buffer {
  return seal(petitionKeys.sealing, `reports.removed ${number}`, words)
}

export function unsealRemoved(
  petitionKeys: Keys,
  { number, removedSealed }: Pick<Report, 'number' | 'removedSealed'>,
): string | undefined {
  return removedSealed ? unseal(petitionKeys.sealing, `reports.removed ${number}`, removedSealed) : undefined
}
