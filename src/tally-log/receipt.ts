/** A signer's own leaf: what opens it, and the proof that it is in what was signed and published. */

import type { Config } from '../config.js'
import type { Database } from '../database/connect.js'
import type { Petition, RemovalKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { unsealBytes } from '../keys/sealing.js'
import { describeSigningKeys, listSigningKeys } from '../keys/signing.js'
import { hashOfLeaf, type LeafContent, saltPlace } from './entries.js'
import { findHead } from './heads.js'
import { listRemovals, type OpenHead, type OpenRemoval, proveInclusion, toOpenHead } from './read.js'

export interface OwnLeaf extends LeafContent {
  leaf: number
  salt: string
  hash: string
  /** What the public lines say of it, oldest first. */
  removals: OpenRemoval[]
}

/** @returns undefined before the writer came, and once the link was erased. */
export async function findOwnLeaf(
  db: Database,
  keys: Keys,
  { petitionId, signatureId }: { petitionId: number; signatureId: number },
): Promise<OwnLeaf | undefined> {
  const row = await db
    .selectFrom('logLeaves')
    .select(['leaf', 'salt', 'textVersion', 'day', 'strength'])
    .where('petitionId', '=', petitionId)
    .where('signatureId', '=', signatureId)
    .executeTakeFirst()
  if (!row) return undefined
  const { leaf, textVersion, day, strength } = row
  const salt = unsealBytes(keys.sealing, saltPlace(petitionId, leaf), row.salt)
  const content = { signatureId, textVersion, day, strength }
  const removals = await listRemovals(db, { petitionId, from: 0, to: Number.MAX_SAFE_INTEGER, leaf })
  return {
    ...content,
    leaf,
    salt: salt.toString('hex'),
    hash: hashOfLeaf(salt, content).toString('hex'),
    removals,
  }
}

/** @returns undefined while it counts. */
export function takenOutAs({ removals }: OwnLeaf): Exclude<RemovalKind, 'restored'> | undefined {
  const kind = removals.at(-1)?.kind
  return kind === undefined || kind === 'restored' ? undefined : kind
}

/** The newest head that has the leaf. */
export async function findHeadWith(db: Database, petitionId: number, leaf: number) {
  const head = await findHead(db, petitionId)
  return head && head.size > leaf ? head : undefined
}

export interface Receipt {
  what: string
  petition: { title: string; slug: string; url: string }
  signature: { id: number; text_version: number; day: string; strength: string }
  salt: string
  leaf: number
  leaf_hash: string
  removals: OpenRemoval[]
  proof: string[]
  head: OpenHead
  key: { id: string; pem: string } | null
  how_to_check: string[]
}

/** A file that verifies without us. @returns undefined until a signed head has the leaf. */
export async function makeReceipt(
  { db, config }: Pick<Deps, 'db'> & { config: Pick<Config, 'publicUrl'> },
  petition: Pick<Petition, 'id' | 'slug' | 'title'>,
  own: OwnLeaf,
): Promise<Receipt | undefined> {
  const { id: petitionId, slug, title } = petition
  const head = await findHeadWith(db, petitionId, own.leaf)
  if (!head) return undefined
  const { proof } = await proveInclusion(db, { petitionId, tree: 'leaves', leaf: own.leaf, size: head.size })
  const { keys } = describeSigningKeys(await listSigningKeys(db))
  const key = keys.find(({ id }) => id === head.keyId)
  const url = `${config.publicUrl}/petitions/${encodeURIComponent(slug)}`
  return {
    what: `A receipt: leaf ${own.leaf} of the public log of this petition is a signature made by whoever was given this file. It holds no name and no address; whoever reads it can tell which leaf it is about.`,
    petition: { title, slug, url },
    signature: {
      id: own.signatureId,
      text_version: own.textVersion,
      day: own.day,
      strength: `L${own.strength}`,
    },
    salt: own.salt,
    leaf: own.leaf,
    leaf_hash: own.hash,
    removals: own.removals,
    proof,
    head: toOpenHead(slug, head),
    key: key ? { id: key.id, pem: key.pem } : null,
    how_to_check: [
      'All hashes are SHA-256, written in hexadecimal. "||" puts bytes one after the other.',
      '1. leaf_hash = SHA-256(00 || salt || signature.id as 8 bytes, big endian || signature.text_version as 4 bytes, big endian || signature.day as its 10 ASCII characters || the digit of signature.strength as 1 byte).',
      `2. Walk up: fn = ${own.leaf}, sn = ${head.size - 1}, r = leaf_hash. For each p of proof: if fn is odd or equals sn, r = SHA-256(01 || p || r), and while fn is even and not 0 halve fn and sn; otherwise r = SHA-256(01 || r || p). Then halve fn and sn (rounding down). At the end sn must be 0 and r must be head.root (RFC 9162, 2.1.3.2).`,
      '3. head.signed must be the text that the other fields of head make (docs/log.md), and head.signature (base64) must be its Ed25519 signature with key: openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin',
      `4. The key must be one of those at ${config.publicUrl}/.well-known/clameur-keys.json, and the head one of those at ${url}/log/heads. Compare it with a head that somebody else kept: ${url}/log/consistency?from=<size>&to=<size> proves that nothing was rewritten between the two.`,
      `5. The last of removals, if there is any, must say "restored"; ${url}/log/removals?leaf=${own.leaf} shows what was added since.`,
    ],
  }
}
