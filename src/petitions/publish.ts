/** From draft to open: what must exist before a first signature can belong to a text. */

import { createHash } from 'node:crypto'
import type { Transaction } from '../database/connect.js'
import type { Petition } from '../database/tables.js'

/** SHA-256 over the words that are signed, each preceded by its length, so that no two texts share a hash. */
export function hashText(text: { title: string; ask: string; body: string }): Buffer {
  const hash = createHash('sha256')
  for (const part of [text.title, text.ask, text.body])
    hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest()
}

/** Freezes the text as a version and starts the count, in the transaction that opens the petition. */
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
}
