/** Correcting the name (GDPR Art. 16), wherever it is kept. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { fingerprintOfName } from '../signatures/fingerprints.js'
import { sealSigner, unsealSigner } from '../signatures/signer.js'
import { strikeFromDossiers } from '../signatures/strikes.js'
import { type FoundSignature, walkSignatures } from './walk.js'

/**
 * Seals the new name in every pending and confirmed signature (of one person, when `whose` names one of two who share
 * the address); where the name is shown, the new one is. Asking again goes on where a process was stopped, and changes
 * nothing else.
 *
 * Left as it is: a signature beside one that bears the new name already, since one person is one signature; and, as
 * long as nobody says whose name is corrected, the two of a petition that two people signed.
 *
 * @returns how many signatures bear the new name.
 */
export async function correctName(
  deps: Deps,
  canonical: string,
  name: string,
  whose?: string,
): Promise<number> {
  const at = deps.clock.now()
  let corrected = 0
  for await (const { found } of walkSignatures(deps, canonical, { whose }))
    for (const one of found)
      if (await deps.db.transaction().execute((trx) => correctOne(trx, one, { name, whose, at })))
        corrected += 1
  return corrected
}

async function correctOne(
  trx: Transaction,
  { keys, signature }: FoundSignature,
  { name, whose, at }: { name: string; whose: string | undefined; at: Date },
): Promise<boolean> {
  const { petitionId, id, sealed, emailFingerprint, state } = signature
  const signer = state === 'pending' || state === 'confirmed' ? unsealSigner(keys, signature) : undefined
  if (!signer) return false
  const nameFingerprint = fingerprintOfName(keys, name)
  // In the order in which signing takes them: whoever signs with this address at the same moment waits.
  const rows = await trx
    .selectFrom('signatures')
    .select(['id', 'nameFingerprint', 'sealed'])
    .where('petitionId', '=', petitionId)
    .where('emailFingerprint', '=', emailFingerprint)
    .orderBy('slot')
    .forUpdate()
    .execute()
  const other = rows.find((row) => row.id !== id && row.sealed !== null)
  if (other && (whose === undefined || other.nameFingerprint?.equals(nameFingerprint))) return false
  const { numUpdatedRows } = await trx
    .updateTable('signatures')
    .set({
      sealed: sealSigner(keys, petitionId, { ...signer, name }),
      nameFingerprint,
      shownName: sql<string | null>`case when shown_name is null then null else ${name} end`,
    })
    .where('petitionId', '=', petitionId)
    .where('id', '=', id)
    // Withdrawn, erased or moved by another request meanwhile: what it sealed is not undone.
    .where('sealed', '=', sealed)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (state === 'confirmed' && signer.name !== name)
    await strikeFromDossiers(trx, { petitionId, signatureIds: [id], act: 'correct', at })
  return true
}
