/** The hash tree of RFC 9162 (2.1), over tiles of 256 hashes; knows nothing of databases. */

import { hash } from 'node:crypto'

export const HASH_BYTES = 32
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0))

/** Levels of the tree in one tile. */
const TILE_LEVELS = 8
export const TILE_HASHES = 2 ** TILE_LEVELS

/** A complete subtree: `index` counts those of 2^`level` leaves from the left. */
interface Subtree {
  level: number
  index: number
}

/** A tile of level l holds the hashes of complete subtrees of 256^l leaves. */
export interface TilePlace {
  level: number
  tile: number
}

export interface Tile extends TilePlace {
  hashes: Buffer
}

/** Reads the tiles of one tree; a tile may hold more than was asked for, since it only grows. */
export type ReadTiles = (places: TilePlace[]) => Promise<Tile[]>

export function hashLeaf(entry: Buffer): Buffer {
  return sha256(Buffer.concat([LEAF_PREFIX, entry]))
}

export function hashNode(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([NODE_PREFIX, left, right]))
}

const LEAF_PREFIX = Buffer.of(0)
const NODE_PREFIX = Buffer.of(1)

function sha256(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** The root of the first `size` leaves. */
export async function rootOf(read: ReadTiles, size: number): Promise<Buffer> {
  if (size === 0) return EMPTY_ROOT
  const [root] = await hashRanges(read, [[0, size]])
  return root!
}

/** The same of a short tree, whose leaves are all at hand: pair by pair, a last one without a partner as it is. */
export function rootOfHashes(leaves: Buffer[]): Buffer {
  let level = leaves
  while (level.length > 1)
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
      const [left, right] = level.slice(2 * index, 2 * index + 2) as [Buffer, Buffer | undefined]
      return right ? hashNode(left, right) : left
    })
  return level[0] ?? EMPTY_ROOT
}

/** RFC 9162, 2.1.3.1: from the leaf to the root. `leaf` counts from 0 and is below `size`. */
export function inclusionProof(read: ReadTiles, leaf: number, size: number): Promise<Buffer[]> {
  const ranges: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (leaf < middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
    }
  }
  return hashRanges(read, ranges.reverse())
}

/** RFC 9162, 2.1.4.1: that the first `before` leaves of a tree of `size` are those of the tree of `before`; 0 < before ≤ size. */
export function consistencyProof(read: ReadTiles, before: number, size: number): Promise<Buffer[]> {
  const ranges: Range[] = []
  let [from, to] = [0, size]
  let isWhole = true
  while (before < to) {
    const middle = from + splitOf(to - from)
    if (before <= middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
      isWhole = false
    }
  }
  // The root of the older tree is known to who asks.
  if (!isWhole) ranges.push([from, to])
  return hashRanges(read, ranges.reverse())
}

/** Leaves from … up to, but not, …; `from` is always where a subtree of that size begins. */
type Range = [from: number, to: number]

/** The largest power of two below. */
function splitOf(size: number): number {
  return 2 ** (31 - Math.clz32(size - 1))
}

/** One hash each; all tiles they need are read at once. */
async function hashRanges(read: ReadTiles, ranges: Range[]): Promise<Buffer[]> {
  const parts = ranges.map(subtreesOf)
  const places = new Map<string, TilePlace>()
  for (const subtree of parts.flat()) {
    const place = tileOf(subtree)
    places.set(keyOf(place), place)
  }
  const tiles = new Map((await read([...places.values()])).map((tile) => [keyOf(tile), tile.hashes]))
  return parts.map((subtrees) =>
    subtrees
      .map((subtree) => hashSubtree(tiles.get(keyOf(tileOf(subtree))), subtree))
      .reduceRight((right, left) => hashNode(left, right)),
  )
}

/** The complete subtrees of a range, largest first. */
function subtreesOf([from, to]: Range): Subtree[] {
  const subtrees: Subtree[] = []
  while (from < to) {
    const level = 31 - Math.clz32(to - from)
    subtrees.push({ level, index: from / 2 ** level })
    from += 2 ** level
  }
  return subtrees
}

function tileOf({ level, index }: Subtree): TilePlace {
  return {
    level: Math.floor(level / TILE_LEVELS),
    tile: Math.floor((index * 2 ** (level % TILE_LEVELS)) / TILE_HASHES),
  }
}

function keyOf({ level, tile }: TilePlace): string {
  return `${level} ${tile}`
}

function hashSubtree(hashes: Buffer | undefined, { level, index }: Subtree): Buffer {
  const count = 2 ** (level % TILE_LEVELS)
  const start = ((index * count) % TILE_HASHES) * HASH_BYTES
  const part = hashes?.subarray(start, start + count * HASH_BYTES)
  if (part?.length !== count * HASH_BYTES) throw new Error('The log lacks hashes that its size promises')
  return foldHashes(part)
}

/** The root of a number of hashes that is a power of two. */
function foldHashes(hashes: Buffer): Buffer {
  let row = hashes
  while (row.length > HASH_BYTES) {
    const above = Buffer.alloc(row.length / 2)
    for (let at = 0; at < above.length; at += HASH_BYTES)
      hashNode(
        row.subarray(2 * at, 2 * at + HASH_BYTES),
        row.subarray(2 * at + HASH_BYTES, 2 * at + 2 * HASH_BYTES),
      ).copy(above, at)
    row = above
  }
  return row
}

/** The tiles that are still growing in a tree of that size: what an append begins with. */
export function growingTiles(size: number): TilePlace[] {
  const places: TilePlace[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_HASHES))
    if (count % TILE_HASHES > 0) places.push({ level, tile: Math.floor(count / TILE_HASHES) })
  return places
}

/**
 * Appends leaves' hashes to a tree of `size`.
 *
 * @returns every tile that changed; as much work as there are leaves, however large the tree is.
 */
export function appendLeaves(size: number, growing: Tile[], leaves: readonly Buffer[]): Tile[] {
  const changed: Tile[] = []
  let added: readonly Buffer[] = leaves
  let count = size
  for (let level = 0; added.length > 0; level++) {
    const above: Buffer[] = []
    let tile = Math.floor(count / TILE_HASHES)
    let kept = growing.find((one) => one.level === level && one.tile === tile)?.hashes ?? Buffer.alloc(0)
    if (kept.length < (count % TILE_HASHES) * HASH_BYTES)
      throw new Error('The log lacks hashes that its size promises')
    kept = kept.subarray(0, (count % TILE_HASHES) * HASH_BYTES)
    for (let at = 0; at < added.length; ) {
      const more = added.slice(at, at + TILE_HASHES - kept.length / HASH_BYTES)
      const hashes = Buffer.concat([kept, ...more])
      changed.push({ level, tile, hashes })
      if (hashes.length === TILE_HASHES * HASH_BYTES) above.push(foldHashes(hashes))
      at += more.length
      tile += 1
      kept = Buffer.alloc(0)
    }
    count = Math.floor(count / TILE_HASHES)
    added = above
  }
  return changed
}

/** Reads from tiles at hand first; for what follows an append. */
export function readingFirst(tiles: Tile[], read: ReadTiles): ReadTiles {
  const atHand = new Map(tiles.map((tile) => [keyOf(tile), tile]))
  return async (places) => {
    const missing = places.filter((place) => !atHand.has(keyOf(place)))
    const found = places.flatMap((place) => atHand.get(keyOf(place)) ?? [])
    return missing.length === 0 ? found : [...found, ...(await read(missing))]
  }
}
