/** What everyone may read of a log, up to its newest signed head: nothing is shown that was not signed for. */

import type { Database } from '../database/connect.js'
import type { LogHead, LogRemoval, LogTree } from '../database/tables.js'
import { headText } from './entries.js'
import { findHead } from './heads.js'
import { consistencyProof, HASH_BYTES, inclusionProof, rootOf, TILE_HASHES } from './merkle.js'
import { readingTiles } from './tiles.js'

export interface OpenHead {
  number: number
  size: number
  root: string
  removals_size: number
  removals_root: string
  counted: number
  time: string
  key_id: string
  signature: string
  /** The text that the signature is over. */
  signed: string
}

export function toOpenHead(slug: string, head: LogHead): OpenHead {
  return {
    number: head.number,
    size: head.size,
    root: head.root.toString('hex'),
    removals_size: head.removalsSize,
    removals_root: head.removalsRoot.toString('hex'),
    counted: head.counted,
    time: head.signedAt.toISOString(),
    key_id: head.keyId,
    signature: head.signature.toString('base64'),
    signed: headText(slug, head),
  }
}

/** How much of a tree is signed for. */
export async function signedSize(db: Database, petitionId: number, tree: LogTree): Promise<number> {
  const head = await findHead(db, petitionId)
  if (!head) return 0
  return tree === 'leaves' ? head.size : head.removalsSize
}

/** The hashes of leaves from … up to, but not, `to`, one after the other; `to` is not beyond the tree. */
export async function readHashes(
  db: Database,
  { petitionId, tree, from, to }: { petitionId: number; tree: LogTree; from: number; to: number },
): Promise<Buffer> {
  if (from >= to) return Buffer.alloc(0)
  const first = Math.floor(from / TILE_HASHES)
  const tiles = await db
    .selectFrom('logTiles')
    .select('hashes')
    .where('petitionId', '=', petitionId)
    .where('tree', '=', tree)
    .where('level', '=', 0)
    .where('tile', '>=', first)
    .where('tile', '<=', Math.floor((to - 1) / TILE_HASHES))
    .orderBy('tile')
    .execute()
  const start = (from - first * TILE_HASHES) * HASH_BYTES
  return Buffer.concat(tiles.map(({ hashes }) => hashes)).subarray(start, start + (to - from) * HASH_BYTES)
}

export interface OpenProof {
  leaf: number
  size: number
  leaf_hash: string
  proof: string[]
  root: string
}

/** `leaf` is below `size`, and that is not beyond the tree. */
export async function proveInclusion(
  db: Database,
  { petitionId, tree, leaf, size }: { petitionId: number; tree: LogTree; leaf: number; size: number },
): Promise<OpenProof> {
  const read = readingTiles(db, { petitionId, tree })
  const hash = await readHashes(db, { petitionId, tree, from: leaf, to: leaf + 1 })
  const proof = await inclusionProof(read, leaf, size)
  return {
    leaf,
    size,
    leaf_hash: hash.toString('hex'),
    proof: proof.map((one) => one.toString('hex')),
    root: (await rootOf(read, size)).toString('hex'),
  }
}

export interface OpenConsistency {
  from: number
  to: number
  from_root: string
  to_root: string
  proof: string[]
}

/** 0 < from ≤ to, and that is not beyond the tree. */
export async function proveConsistency(
  db: Database,
  { petitionId, tree, from, to }: { petitionId: number; tree: LogTree; from: number; to: number },
): Promise<OpenConsistency> {
  const read = readingTiles(db, { petitionId, tree })
  const proof = await consistencyProof(read, from, to)
  return {
    from,
    to,
    from_root: (await rootOf(read, from)).toString('hex'),
    to_root: (await rootOf(read, to)).toString('hex'),
    proof: proof.map((one) => one.toString('hex')),
  }
}

export type OpenRemoval = Pick<LogRemoval, 'line' | 'leaf' | 'kind' | 'day'>

/** Lines from … up to, but not, `to`, in their order; of one leaf when it is given. */
export function listRemovals(
  db: Database,
  { petitionId, from, to, leaf }: { petitionId: number; from: number; to: number; leaf?: number | undefined },
): Promise<OpenRemoval[]> {
  return db
    .selectFrom('logRemovals')
    .select(['line', 'leaf', 'kind', 'day'])
    .where('petitionId', '=', petitionId)
    .where('line', '>=', from)
    .where('line', '<', to)
    .$if(leaf !== undefined, (query) => query.where('leaf', '=', leaf!))
    .orderBy('line')
    .execute()
}
