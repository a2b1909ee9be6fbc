/** Correcting the name (GDPR Art. 16), wherever it is kept. */

import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { fingerprintOfName } from '../signatures/fingerprints.js'
import { sealSigner, unsealSigner } from '../signatures/signer.js'
import { walkSignatures } from './walk.js'

/**
 * Seals the new name in every pending and confirmed signature; where the name is shown, the new one is. Asking again
 * goes on where a process was stopped, and changes nothing else.
 *
 * @returns how many signatures bear the new name.
 */
export async function correctName(deps: Deps, canonical: string, name: string): Promise<number> {
  let corrected = 0
  for await (const { found } of walkSignatures(deps, canonical))
    for (const { keys, signature } of found) {
      const { petitionId, id, sealed, state } = signature
      const signer = state === 'pending' || state === 'confirmed' ? unsealSigner(keys, signature) : undefined
      if (!signer) continue
      const { numUpdatedRows } = await deps.db
        .updateTable('signatures')
        .set({
          sealed: sealSigner(keys, petitionId, { ...signer, name }),
          nameFingerprint: fingerprintOfName(keys, name),
          shownName: sql<string | null>`case when shown_name is null then null else ${name} end`,
        })
        .where('petitionId', '=', petitionId)
        .where('id', '=', id)
        // Withdrawn, erased or moved by another request meanwhile: what it sealed is not undone.
        .where('sealed', '=', sealed)
        .executeTakeFirst()
      corrected += Number(numUpdatedRows)
    }
  return corrected
}
