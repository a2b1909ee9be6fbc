/** Who signed: what is sealed of them, and how it is found again. */

import type { Signature } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

export interface Signer {
  name: string
  email: string
}

export function sealSigner(keys: Keys, petitionId: number, { name, email }: Signer): Buffer {
  return seal(keys.sealing, placeOf(petitionId), JSON.stringify([name, email]))
}

/** @returns undefined once the signer was erased. */
export function unsealSigner(
  keys: Keys,
  signature: Pick<Signature, 'petitionId' | 'sealed'>,
): Signer | undefined {
  if (!signature.sealed) return undefined
  const [name, email] = JSON.parse(unseal(keys.sealing, placeOf(signature.petitionId), signature.sealed)) as [
    string,
    string,
  ]
  return { name, email }
}

function placeOf(petitionId: number): string {
  return `signatures.sealed ${petitionId}`
}
