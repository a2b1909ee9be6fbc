/**
 * Finding what one address signed, though nothing writes down who signed what: each petition has a key of its own, so
 * the address is fingerprinted anew for every petition there is, and the fingerprints are looked for.
 */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Petition, Signature } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { canonicalName } from '../signatures/fingerprints.js'
import { unsealSigner } from '../signatures/signer.js'

/** Some 30 ms of keys and fingerprints, during which this process answers nobody. */
const BATCH = 250

export interface FoundSignature {
  keys: Keys
  signature: Signature
  petition: Pick<Petition, 'id' | 'slug' | 'state' | 'title' | 'locale'>
}

export interface WalkFrom {
  /** The petitions below this id, newest first; without it, all. */
  before?: number | undefined
  /** A name: of two people who share the address, what this one signed. */
  whose?: string | undefined
}

/** The keys of every petition that was ever open, the newest first, a batch at a time. */
export async function* walkKeys(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  before = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<{ keys: Map<number, Keys>; walkedTo: number }> {
  for (let from = before; ; ) {
    const rows = await db
      .selectFrom('petitionKeys')
      // Only what was open once can be signed.
      .innerJoin('petitionCounts', 'petitionCounts.petitionId', 'petitionKeys.petitionId')
      .select(['petitionKeys.petitionId', 'petitionKeys.wrapped'])
      .where('petitionKeys.petitionId', '<', from)
      .orderBy('petitionKeys.petitionId', 'desc')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    const keys = new Map(rows.map((row) => [row.petitionId, keyring.unwrapPetitionKeys(row)]))
    from = rows.at(-1)!.petitionId
    yield { keys, walkedTo: from }
    if (rows.length < BATCH) return
  }
}

export interface WalkStep {
  found: FoundSignature[]
  walkedTo: number
  /** Of the address, in each petition of the step, whether or not it signed there. */
  fingerprints: ReadonlyMap<number, Buffer>
}

/** Signatures in every state but expired, whose fingerprint is gone; a step for each batch of petitions. */
export async function* walkSignatures(
  deps: Pick<Deps, 'db' | 'keyring'>,
  canonical: string,
  { before, whose }: WalkFrom = {},
): AsyncGenerator<WalkStep> {
  for await (const { keys, walkedTo } of walkKeys(deps, before)) {
    const fingerprints = fingerprintsOf(keys, canonical)
    yield { found: ofPerson(await findAmong(deps.db, keys, fingerprints), whose), walkedTo, fingerprints }
  }
}

function ofPerson(found: FoundSignature[], whose: string | undefined): FoundSignature[] {
  if (whose === undefined) return found
  const name = canonicalName(whose)
  return found.filter(({ keys, signature }) => {
    const signer = unsealSigner(keys, signature)
    return signer !== undefined && canonicalName(signer.name) === name
  })
}

function fingerprintsOf(keys: ReadonlyMap<number, Keys>, canonical: string): Map<number, Buffer> {
  return new Map([...keys].map(([id, { fingerprints }]) => [id, fingerprint(fingerprints, canonical)]))
}

async function findAmong(
  db: Database,
  keys: ReadonlyMap<number, Keys>,
  fingerprints: ReadonlyMap<number, Buffer>,
): Promise<FoundSignature[]> {
  const signatures = await db
    .selectFrom('signatures')
    .selectAll()
    .where(
      sql<boolean>`(petition_id, email_fingerprint) in (
        select * from unnest(${[...fingerprints.keys()]}::bigint[], ${[...fingerprints.values()]}::bytea[]))`,
    )
    .where('state', '!=', 'expired')
    .orderBy('petitionId', 'desc')
    .orderBy('slot')
    .execute()
  if (signatures.length === 0) return []
  const petitions = await db
    .selectFrom('petitions')
    .select(['id', 'slug', 'state', 'title', 'locale'])
    .where('id', 'in', [...new Set(signatures.map(({ petitionId }) => petitionId))])
    .execute()
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  return signatures.map((signature) => ({
    keys: keys.get(signature.petitionId)!,
    signature,
    petition: byId.get(signature.petitionId)!,
  }))
}

/** Of one petition alone: whose form names a signature can touch only what this address signed there. */
export async function findOwnSignature(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  canonical: string,
  { petitionId, signatureId }: { petitionId: number; signatureId: number },
): Promise<FoundSignature | undefined> {
  const keys = await keyring.findPetitionKeys(db, petitionId)
  if (!keys) return undefined
  const only = new Map([[petitionId, keys]])
  const found = await findAmong(db, only, fingerprintsOf(only, canonical))
  return found.find(({ signature }) => signature.id === signatureId)
}

/** What a page shows before it has a second one. */
const PAGE = 20
/** About half a second of work (0.11 ms for each, measured): a page looks no further back in one go. */
const MOST_PETITIONS = 5_000

export interface SignaturePage {
  found: FoundSignature[]
  /** Where the next page goes on, when there may be more. */
  next: number | undefined
}

export async function findSignaturePage(
  deps: Pick<Deps, 'db' | 'keyring'>,
  canonical: string,
  from: WalkFrom,
): Promise<SignaturePage> {
  const all: FoundSignature[] = []
  let steps = 0
  for await (const { found, walkedTo } of walkSignatures(deps, canonical, from)) {
    all.push(...found)
    steps += 1
    if (all.length > PAGE + 1) {
      // The next page begins below a petition: the two who share an address stay on one.
      const isSplit = all[PAGE]!.petition.id === all[PAGE - 1]!.petition.id
      const page = all.slice(0, isSplit ? PAGE + 1 : PAGE)
      return { found: page, next: page.at(-1)!.petition.id }
    }
    if (steps * BATCH >= MOST_PETITIONS) return { found: all, next: walkedTo }
  }
  return { found: all, next: undefined }
}
