/** Who signed by hand: what is sealed of them. */

import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

export interface PaperPerson {
  name: string
  locality: string
}

export function sealPerson(keys: Keys, petitionId: number, { name, locality }: PaperPerson): Buffer {
  return seal(keys.sealing, placeOf(petitionId), JSON.stringify([name, locality]))
}

/** @returns undefined once the line was taken back. */
export function unsealPerson(keys: Keys, petitionId: number, sealed: Buffer | null): PaperPerson | undefined {
  if (!sealed) return undefined
  const [name, locality] = JSON.parse(unseal(keys.sealing, placeOf(petitionId), sealed)) as [string, string]
  return { name, locality }
}

function placeOf(petitionId: number): string {
  return `paper_signatures.sealed ${petitionId}`
}
