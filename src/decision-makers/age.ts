/** Encryption to a recipient's own key, in the format of age (https://age-encryption.org/v1). */

import { Readable } from 'node:stream'
import { Encrypter } from 'age-encryption'

/** The keys of ordinary files have 62 characters, those that withstand a quantum computer some 2,000. */
export const LONGEST_AGE_KEY = 4_000

export type AgeKeyFault = 'missing' | 'secret' | 'several' | 'other' | 'wrong'

/**
 * Reads what was pasted: the key alone, or the file or the answer of `age-keygen` that it stands in.
 *
 * A secret key is refused whatever stands beside it: it was shown to somebody who must not have it.
 */
export function readAgeKey(typed: string): { key: string } | { fault: AgeKeyFault } {
  const text = typed.trim()
  if (text === '') return { fault: 'missing' }
  if (/AGE-SECRET-KEY|AGE-PLUGIN|PRIVATE KEY/i.test(text)) return { fault: 'secret' }
  const found = new Set(text.toLowerCase().match(/\bage1[0-9a-z]+/g))
  if (found.size > 1) return { fault: 'several' }
  const [key] = found
  if (!key) return { fault: 'other' }
  try {
    new Encrypter().addRecipient(key)
    return { key }
  } catch {
    // A letter was lost or changed, which the key's own checksum shows; or a plug-in would be needed that is not here.
    return { fault: 'wrong' }
  }
}

/**
 * What can be read by whoever has the secret half alone, 64 kB at a time.
 *
 * A reader who goes away ends the reading of `clear`.
 */
export async function encryptTo(key: string, clear: Readable): Promise<Readable> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(key)
  const encrypted = await encrypter.encrypt(Readable.toWeb(clear) as ReadableStream<Uint8Array>)
  return Readable.fromWeb(encrypted as Parameters<typeof Readable.fromWeb>[0])
}
