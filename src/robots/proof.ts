/**
 * A proof of work, as ALTCHA's: a second or two of arithmetic for a telephone, and far too many of them for who wants to
 * sign ten thousand times. Made and checked here; nobody else is asked.
 */

import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Keys } from '../keys/keyring.js'
import type { Measure } from '../web/limits/store.js'
import type { Site } from '../web/site.js'

/** Iterations of one try: about five milliseconds on a cheap telephone. */
const COST = 5_000
/** Of so many tries in turn one is right. Four workers need a second for the middle of it. */
const TRIES = { fewest: 200, most: 1_000 }
/** Long enough to write a comment in; the page works it out anew after fifteen minutes. */
const VALID_MS = 20 * 60_000
/** A payload of ALTCHA's has 600 letters. */
const LONGEST = 2_000

/** Each proof is taken once: it is remembered for as long as it is valid. */
const USED: Measure = { name: 'proof-used', leak: 1_000 / VALID_MS, ceiling: 2, high: 9, low: 0 }

type Proving = Pick<Site, 'db' | 'keyring' | 'clock' | 'levels'>

export async function makeChallenge({ db, keyring, clock }: Proving, petitionId: number): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(TRIES.most, TRIES.fewest),
    deriveKey,
    data: { petition: petitionId, until: clock.now().getTime() + VALID_MS },
    ...secretsOf(await keyring.getSiteKeys(db, 'robots')),
  })
}

/** Whether `proof`, base64 of ALTCHA's payload, answers a challenge of this petition that is still open and was never used. */
export async function isProof(site: Proving, petitionId: number, proof: string): Promise<boolean> {
  const { challenge, solution } = readPayload(proof) ?? {}
  if (!challenge || !solution) return false
  try {
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      ...secretsOf(await site.keyring.getSiteKeys(site.db, 'robots')),
    })
    if (!verified) return false
  } catch {
    // What is no challenge of ours may have any shape.
    return false
  }
  const { petition, until } = challenge.parameters.data ?? {}
  if (petition !== petitionId || Number(until) < site.clock.now().getTime()) return false
  return (await site.levels.pourAndHear(USED, challenge.parameters.nonce, 1)) <= 1
}

function readPayload(proof: string): Partial<Payload> | undefined {
  if (proof.length > LONGEST) return undefined
  try {
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))
    const isWhole =
      typeof payload?.challenge?.parameters === 'object' && payload.challenge.parameters !== null
    return isWhole ? payload : undefined
  } catch {
    return undefined
  }
}

function secretsOf(keys: Keys) {
  return {
    hmacSignatureSecret: keys.links.toString('hex'),
    hmacKeySignatureSecret: keys.fingerprints.toString('hex'),
  }
}
