import type { Deps } from '../deps.js'
import { withdrawSignature, withdrawWithin } from '../signatures/withdraw.js'
import { findOwnSignature, walkSignatures } from './walk.js'

/** Withdraws every pending and confirmed signature, each for itself: asking again goes on where a process was stopped. */
export async function withdrawAll(deps: Deps, canonical: string, whose?: string): Promise<number> {
  let withdrawn = 0
  for await (const { found } of walkSignatures(deps, canonical, { whose }))
    for (const { signature } of found) {
      const whose = { petitionId: signature.petitionId, signatureId: signature.id }
      if (await deps.db.transaction().execute((trx) => withdrawWithin(trx, deps, whose))) withdrawn += 1
    }
  return withdrawn
}

/** Withdraws one signature of this address; does nothing to anybody else's. */
export async function withdrawOne(
  deps: Deps,
  canonical: string,
  which: { petitionId: number; signatureId: number },
): Promise<void> {
  if (await findOwnSignature(deps, canonical, which)) await withdrawSignature(deps, which)
}
