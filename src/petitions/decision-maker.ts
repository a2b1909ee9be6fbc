/** The institutional address of a decision-maker, sealed with the petition's key. */

import type { DecisionMaker } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint, seal, unseal } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'

/** @throws for what is no address: forms check it before. */
export function sealDecisionMakerAddress(
  keys: Keys,
  petitionId: number,
  email: string,
): { emailSealed: Buffer; emailFingerprint: Buffer } {
  const read = readAddress(email)
  if (!read) throw new Error('A decision-maker needs an address that can be written to')
  return {
    emailSealed: seal(keys.sealing, placeOf(petitionId), read.address),
    emailFingerprint: fingerprint(keys.fingerprints, read.canonical),
  }
}

export function unsealDecisionMakerAddress(
  keys: Keys,
  maker: Pick<DecisionMaker, 'petitionId' | 'emailSealed'>,
): string | undefined {
  return maker.emailSealed ? unseal(keys.sealing, placeOf(maker.petitionId), maker.emailSealed) : undefined
}

function placeOf(petitionId: number): string {
  return `decision_makers.email ${petitionId}`
}
