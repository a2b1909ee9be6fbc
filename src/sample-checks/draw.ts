/** Which leaves are drawn: a pure reckoning, as docs/sample-checks.md promises it; nothing here may ever change. */

import { createHash } from 'node:crypto'

export const SECRET_BYTES = 32

export interface Seed {
  /** Of the leaves' tree, at the head that was committed to. */
  root: Buffer
  secret: Buffer
  value: string
}

/**
 * Draws `wanted` leaves of the first `size`, without those of `isOut`, each with the same chance.
 *
 * The n-th candidate is the first eight bytes of SHA-256(root ‖ secret ‖ value ‖ n), modulo `size`; numbers at the top
 * of the range, which would favour low leaves, are passed over, as are leaves that are out or drawn already.
 *
 * @returns them in the order in which they were drawn. There must be as many.
 */
export function drawLeaves(
  { root, secret, value }: Seed,
  { size, wanted, isOut }: { size: number; wanted: number; isOut: ReadonlySet<number> },
): number[] {
  if (wanted > size - isOut.size) throw new Error('There are fewer leaves than are to be drawn')
  const start = createHash('sha256').update(root).update(secret).update(value, 'utf8')
  const range = 2n ** 64n
  const fair = range - (range % BigInt(size))
  const counter = Buffer.alloc(8)
  const drawn = new Set<number>()
  for (let n = 0n; drawn.size < wanted; n += 1n) {
    counter.writeBigUInt64BE(n)
    const candidate = start.copy().update(counter).digest().readBigUInt64BE(0)
    if (candidate >= fair) continue
    const leaf = Number(candidate % BigInt(size))
    if (!isOut.has(leaf)) drawn.add(leaf)
  }
  return [...drawn]
}
