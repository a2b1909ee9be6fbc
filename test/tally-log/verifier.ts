/** Shares nothing with the service: the algorithms of RFC 9162, section 2.1, as its text tells them to a verifier. */

import { createHash } from 'node:crypto'

const sha256 = (...parts: Buffer[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
export const leafHashOf = (entry: Buffer) => sha256(Buffer.of(0x00), entry)
const nodeHashOf = (left: Buffer, right: Buffer) => sha256(Buffer.of(0x01), left, right)

/** 2.1.1: the hash of a list of leaf hashes. */
export function rootOfList(hashes: Buffer[]): Buffer {
  if (hashes.length === 0) return sha256()
  if (hashes.length === 1) return hashes[0]!
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHashOf(rootOfList(hashes.slice(0, k)), rootOfList(hashes.slice(k)))
}

/** 2.1.3.2 */
export function verifyInclusion(claim: {
  leaf: number
  size: number
  hash: Buffer
  proof: Buffer[]
  root: Buffer
}): boolean {
  if (claim.leaf >= claim.size) return false
  let fn = claim.leaf
  let sn = claim.size - 1
  let r = claim.hash
  for (const p of claim.proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHashOf(p, r)
      if (fn % 2 === 0)
        do {
          fn = Math.floor(fn / 2)
          sn = Math.floor(sn / 2)
        } while (fn % 2 === 0 && fn !== 0)
    } else {
      r = nodeHashOf(r, p)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 && r.equals(claim.root)
}

/** 2.1.4.2 */
export function verifyConsistency(claim: {
  before: number
  size: number
  beforeRoot: Buffer
  root: Buffer
  proof: Buffer[]
}): boolean {
  const { before: first, size: second, beforeRoot, root } = claim
  if (first === second) return claim.proof.length === 0 && beforeRoot.equals(root)
  if (first === 0 || first > second || claim.proof.length === 0) return false
  const path = [...claim.proof]
  if (Number.isInteger(Math.log2(first))) path.unshift(beforeRoot)
  let fn = first - 1
  let sn = second - 1
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  let fr = path[0]!
  let sr = path[0]!
  for (const c of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHashOf(c, fr)
      sr = nodeHashOf(c, sr)
      if (fn % 2 === 0)
        do {
          fn = Math.floor(fn / 2)
          sn = Math.floor(sn / 2)
        } while (fn % 2 === 0 && fn !== 0)
    } else {
      sr = nodeHashOf(sr, c)
    }
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return fr.equals(beforeRoot) && sr.equals(root) && sn === 0
}
