/** The tree against the published vectors, and against a verifier written from the text of RFC 9162 alone. */

import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import {
  appendLeaves,
  consistencyProof,
  growingTiles,
  hashLeaf,
  inclusionProof,
  type ReadTiles,
  rootOf,
  type Tile,
} from '../../src/tally-log/merkle.js'
import { rootOfList, verifyConsistency, verifyInclusion } from './verifier.js'

/** The tiles of one tree in memory. */
class Tiles {
  readonly #tiles = new Map<string, Tile>()
  size = 0

  read: ReadTiles = async (places) =>
    places.flatMap(({ level, tile }) => this.#tiles.get(`${level} ${tile}`) ?? [])

  async append(leaves: Buffer[]): Promise<void> {
    const changed = appendLeaves(this.size, await this.read(growingTiles(this.size)), leaves)
    for (const tile of changed) {
      const key = `${tile.level} ${tile.tile}`
      const before = this.#tiles.get(key)?.hashes ?? Buffer.alloc(0)
      if (!tile.hashes.subarray(0, before.length).equals(before)) throw new Error('A tile was rewritten')
      this.#tiles.set(key, tile)
    }
    this.size += leaves.length
  }
}

/** Of the Certificate Transparency code base: leaves, the root of the first n, and proofs. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const INCLUSION = [
  {
    leaf: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    leaf: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
]
const CONSISTENCY = [
  {
    from: 2,
    to: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
]

const hex = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('hex'))

t.test('the published vectors of Certificate Transparency', async (t) => {
  const tiles = new Tiles()

  await tiles.append(ENTRIES.map((entry) => hashLeaf(Buffer.from(entry, 'hex'))))

  for (const [size, root] of ROOTS.entries())
    t.equal((await rootOf(tiles.read, size)).toString('hex'), root, `the root of ${size}`)
  for (const { leaf, size, proof } of INCLUSION)
    t.strictSame(hex(await inclusionProof(tiles.read, leaf, size)), proof)
  for (const { from, to, proof } of CONSISTENCY)
    t.strictSame(hex(await consistencyProof(tiles.read, from, to)), proof)
})

t.test('every proof of every small tree holds, and none holds for another leaf, root or size', async (t) => {
  const leaves = Array.from({ length: 70 }, () => randomBytes(32))
  const tiles = new Tiles()
  for (const leaf of leaves) await tiles.append([leaf])
  const roots = await Promise.all(leaves.map((_, index) => rootOf(tiles.read, index + 1)))
  const wrong = randomBytes(32)

  let held = 0
  for (let size = 1; size <= leaves.length; size++) {
    const root = roots[size - 1]!
    t.ok(root.equals(rootOfList(leaves.slice(0, size))), `the root of ${size}`)
    for (let leaf = 0; leaf < size; leaf++) {
      const proof = await inclusionProof(tiles.read, leaf, size)
      const claim = { leaf, size, hash: leaves[leaf]!, proof, root }
      if (
        verifyInclusion(claim) &&
        !verifyInclusion({ ...claim, hash: wrong }) &&
        !verifyInclusion({ ...claim, root: wrong }) &&
        !verifyInclusion({ ...claim, proof: [...proof, wrong] }) &&
        (leaf === 0 || !verifyInclusion({ ...claim, leaf: leaf - 1 }))
      )
        held++
      else t.fail(`leaf ${leaf} of ${size}`)
    }
    for (let before = 1; before <= size; before++) {
      const proof = await consistencyProof(tiles.read, before, size)
      const claim = { before, size, beforeRoot: roots[before - 1]!, root, proof }
      if (
        verifyConsistency(claim) &&
        !verifyConsistency({ ...claim, beforeRoot: wrong }) &&
        !verifyConsistency({ ...claim, root: wrong })
      )
        held++
      else t.fail(`${before} of ${size}`)
    }
  }
  t.equal(held, 70 * 71)
})

t.test('in whatever batches it grew, a large tree has the same root, and its proofs hold', async () => {
  const seed = createHash('sha256').update('leaves').digest()
  const leafAt = (index: number) => createHash('sha256').update(seed).update(String(index)).digest()

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 700 }), fc.constant(256)), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 5, maxLength: 5 }),
      async (batches, picks) => {
        const tiles = new Tiles()
        const leaves: Buffer[] = []
        for (const batch of batches) {
          const more = Array.from({ length: batch }, (_, index) => leafAt(leaves.length + index))
          await tiles.append(more)
          leaves.push(...more)
        }
        for (const [first, second] of picks) {
          const size = 1 + (first % leaves.length)
          const place = second % size
          const root = await rootOf(tiles.read, size)
          if (!root.equals(rootOfList(leaves.slice(0, size)))) return false
          const proof = await inclusionProof(tiles.read, place, size)
          if (!verifyInclusion({ leaf: place, size, hash: leaves[place]!, proof, root })) return false
          const consistency = await consistencyProof(tiles.read, place + 1, size)
          const beforeRoot = await rootOf(tiles.read, place + 1)
          if (!verifyConsistency({ before: place + 1, size, beforeRoot, root, proof: consistency }))
            return false
        }
        return true
      },
    ),
    { numRuns: 40 },
  )
})

t.test('a tree of 70,000 leaves is three levels of tiles, and a proof reads five at most', async (t) => {
  const tiles = new Tiles()
  const leaves = Array.from({ length: 70_000 }, (_, index) => hashLeaf(Buffer.from(String(index))))
  await tiles.append(leaves)
  let most = 0
  const counting: ReadTiles = (places) => {
    most = Math.max(most, places.length)
    return tiles.read(places)
  }
  const root = await rootOf(tiles.read, leaves.length)

  for (const leaf of [0, 255, 256, 65_535, 65_536, 69_999]) {
    const proof = await inclusionProof(counting, leaf, leaves.length)
    t.ok(verifyInclusion({ leaf, size: leaves.length, hash: leaves[leaf]!, proof, root }), `leaf ${leaf}`)
    t.ok(proof.length <= 17)
  }
  t.ok(most <= 5, `${most} tiles`)
  t.ok(root.equals(rootOfList(leaves)))
})

t.test('a tree that lacks a tile says so, and proves nothing', async (t) => {
  const none: ReadTiles = async () => []

  await t.rejects(rootOf(none, 3), /lacks hashes/)
  t.throws(() => appendLeaves(3, [], [randomBytes(32)]), /lacks hashes/)
})
