/**
 * The keys of the installation and of each petition, unwrapped and kept in memory while they are used.
 *
 * Every petition has 32 random bytes of its own, wrapped by SECRET_KEY; what seals, finds and links its signers is
 * derived from them, and dies with them.
 */

import { randomBytes } from 'node:crypto'
import type { Database } from '../database/connect.js'
import { deriveKey, seal, unseal } from './sealing.js'

export interface Keys {
  /** For `seal` and `unseal`. */
  readonly sealing: Buffer
  /** For fingerprints that find equal addresses without telling them. */
  readonly fingerprints: Buffer
  /** For the links that mails carry. */
  readonly links: Buffer
}

/**
 * Keys of the installation: campaigners' and moderators' addresses and sign-in links; remembered devices; reports; who
 * asked for the page of all their signatures; addresses that mails come back from, and the marks of mails that tell; what
 * limits count by; whom the mail brake holds back; proofs against robots;
 * appeals against what moderators decide.
 */
export type SitePurpose =
  | 'accounts'
  | 'devices'
  | 'reports'
  | 'my-signatures'
  | 'bounces'
  | 'limits'
  | 'mail-brake'
  | 'robots'
  | 'appeals'

/** Bound into what is wrapped: a key that was moved to another row does not open. */
export type WrappedPlace = `petition ${number}` | `site ${string}`

/** So long may a process go on reading a petition whose key another one destroyed. */
const KEPT_MS = 60_000

/** Enough for every petition that is signed at the same time on one machine. */
const KEPT_PETITIONS = 5_000

export class Keyring {
  readonly #wrapping: Buffer
  /** What also opens; the first that does is taken. */
  readonly #opening: Buffer[]
  readonly #petitions = new Map<number, { keys: Keys; until: number }>()
  readonly #site = new Map<SitePurpose, Keys>()

  /** While SECRET_KEY is rotated, `previous` opens what is not wrapped anew yet; it wraps nothing. */
  constructor(secretKey: Buffer, previous?: Buffer) {
    this.#wrapping = deriveKey(secretKey, 'wrapping')
    this.#opening = [this.#wrapping, ...(previous ? [deriveKey(previous, 'wrapping')] : [])]
  }

  /** Makes a petition's key in the transaction that makes the petition. */
  async addPetitionKey(db: Database, petitionId: number): Promise<Keys> {
    const secret = randomBytes(32)
    const wrapped = this.#wrap(`petition ${petitionId}`, secret)
    await db.insertInto('petitionKeys').values({ petitionId, wrapped }).execute()
    return keysOf(secret)
  }

  /** The petition's keys when they are in memory already: spares the hot path a turn of the event loop. */
  kept(petitionId: number): Keys | undefined {
    const kept = this.#petitions.get(petitionId)
    return kept && kept.until > performance.now() ? kept.keys : undefined
  }

  /** For who has just destroyed a petition's key: other processes find out within a minute. */
  forget(petitionId: number): void {
    this.#petitions.delete(petitionId)
  }

  /** @returns undefined for a petition that does not exist, or whose key was destroyed. */
  async findPetitionKeys(db: Database, petitionId: number): Promise<Keys | undefined> {
    const kept = this.kept(petitionId)
    if (kept) return kept
    this.forget(petitionId)
    const row = await db
      .selectFrom('petitionKeys')
      .select('wrapped')
      .where('petitionId', '=', petitionId)
      .executeTakeFirst()
    if (!row) return undefined
    const keys = keysOf(this.#unwrap(`petition ${petitionId}`, row.wrapped))
    if (this.#petitions.size >= KEPT_PETITIONS) this.#petitions.delete(this.#petitions.keys().next().value!)
    this.#petitions.set(petitionId, { keys, until: performance.now() + KEPT_MS })
    return keys
  }

  /** For a walk through all petitions: what it unwraps is not kept, or it would push out the keys that are in use. */
  unwrapPetitionKeys({ petitionId, wrapped }: { petitionId: number; wrapped: Buffer }): Keys {
    return this.kept(petitionId) ?? keysOf(this.#unwrap(`petition ${petitionId}`, wrapped))
  }

  /** @throws when the petition's key was destroyed. */
  async getPetitionKeys(db: Database, petitionId: number): Promise<Keys> {
    const keys = await this.findPetitionKeys(db, petitionId)
    if (!keys) throw new Error(`Petition ${petitionId} has no key any more`)
    return keys
  }

  /** The installation's keys for one purpose, made on first use; of two processes that make them, one wins. */
  async getSiteKeys(db: Database, purpose: SitePurpose): Promise<Keys> {
    const kept = this.#site.get(purpose)
    if (kept) return kept
    const wrapped = this.#wrap(`site ${purpose}`, randomBytes(32))
    await db
      .insertInto('siteKeys')
      .values({ purpose, wrapped })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const row = await db
      .selectFrom('siteKeys')
      .select('wrapped')
      .where('purpose', '=', purpose)
      .executeTakeFirstOrThrow()
    const keys = keysOf(this.#unwrap(`site ${purpose}`, row.wrapped))
    this.#site.set(purpose, keys)
    return keys
  }

  /** For 32 bytes of the installation that are no `Keys`; whoever keeps them does so in `siteKeys`. */
  wrapSite(purpose: `dossier-signing ${string}`, secret: Buffer): Buffer {
    return this.#wrap(`site ${purpose}`, secret)
  }

  unwrapSite(purpose: `dossier-signing ${string}`, wrapped: Buffer): Buffer {
    return this.#unwrap(`site ${purpose}`, wrapped)
  }

  /**
   * What was wrapped for a place, wrapped by SECRET_KEY: the same bytes when they are so already.
   *
   * @throws when neither key opens it.
   */
  rewrap(place: WrappedPlace, wrapped: Buffer): Buffer {
    if (opens(this.#wrapping, place, wrapped)) return wrapped
    return this.#wrap(place, this.#unwrap(place, wrapped))
  }

  #wrap(place: WrappedPlace, secret: Buffer): Buffer {
    return seal(this.#wrapping, place, secret.toString('base64'))
  }

  #unwrap(place: WrappedPlace, wrapped: Buffer): Buffer {
    const key = this.#opening.find((one) => opens(one, place, wrapped)) ?? this.#wrapping
    return Buffer.from(unseal(key, place, wrapped), 'base64')
  }
}

function opens(key: Buffer, place: WrappedPlace, wrapped: Buffer): boolean {
  try {
    unseal(key, place, wrapped)
    return true
  } catch {
    return false
  }
}

function keysOf(secret: Buffer): Keys {
  return {
    sealing: deriveKey(secret, 'sealing'),
    fingerprints: deriveKey(secret, 'fingerprints'),
    links: deriveKey(secret, 'links'),
  }
}
