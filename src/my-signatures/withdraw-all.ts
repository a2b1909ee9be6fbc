import type { Deps } from '../deps.js'
import { withdrawSignature, withdrawWithin } from '../signatures/withdraw.js'
import { findOwnSignature, walkSignatures } from './walk.js'

/** Withdraws every pending and confirmed signature, each for itself: asking again goes on where a process was stopped. */
export async function withdrawAll(deps: Deps, canonical: string): Promise<number> {
  let withdrawn = 0
  for await (const { found } of walkSignatures(deps, canonical))
    for (const { signature } of found) {
      const whose = { petitionId: signature.petitionId, signatureId: signature.id }
      if (await deps.db.transaction().execute((trx) => withdrawWithin(trx, deps, whose))) withdrawn += 1
    }
  return withdrawn
}

/** Withdraws what this address signed of one petition; does nothing where it signed nothing. */
export async function withdrawOne(deps: Deps, canonical: string, petitionId: number): Promise<void> {
  const own = await findOwnSignature(deps, canonical, petitionId)
  if (own) await withdrawSignature(deps, { petitionId, signatureId: own.signature.id })
}
