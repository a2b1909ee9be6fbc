/** The institutional address of a decision-maker, and who reads with them, sealed with the petition's key. */

import type { DecisionMaker, Delegate } from '../database/tables.js'
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

export function sealDelegate(
  keys: Keys,
  petitionId: number,
  { name, email }: { name: string; email: string },
): Pick<Delegate, 'nameSealed'> & { emailSealed: Buffer } {
  return {
    nameSealed: seal(keys.sealing, `delegates.name ${petitionId}`, name),
    emailSealed: seal(keys.sealing, `delegates.email ${petitionId}`, email),
  }
}

export function unsealDelegateName(
  keys: Keys,
  { petitionId, nameSealed }: Pick<Delegate, 'petitionId' | 'nameSealed'>,
): string {
  return unseal(keys.sealing, `delegates.name ${petitionId}`, nameSealed)
}

/** @returns undefined once they were taken off. */
export function unsealDelegateAddress(
  keys: Keys,
  { petitionId, emailSealed }: Pick<Delegate, 'petitionId' | 'emailSealed'>,
): string | undefined {
  return emailSealed ? unseal(keys.sealing, `delegates.email ${petitionId}`, emailSealed) : undefined
}
