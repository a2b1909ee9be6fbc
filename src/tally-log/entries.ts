/** The bytes that are hashed and signed, as docs/log.md promises them; nothing here may ever change. */

import type { LogHead, LogRemoval } from '../database/tables.js'
import { hashLeaf } from './merkle.js'

export const SALT_BYTES = 32

/** What a leaf stands for. Only who knows the salt can tell. */
export interface LeafContent {
  signatureId: number
  textVersion: number
  /** The day it was confirmed, in the installation's time zone: `2026-11-22`. */
  day: string
  /** 0 to 4, as L0 to L4. */
  strength: number
}

/** Salt (32 bytes), signature id (8, big endian), text version (4, big endian), day (10, ASCII), strength (1). */
export function leafEntry(salt: Buffer, { signatureId, textVersion, day, strength }: LeafContent): Buffer {
  const numbers = Buffer.alloc(12)
  numbers.writeBigUInt64BE(BigInt(signatureId), 0)
  numbers.writeUInt32BE(textVersion, 8)
  return Buffer.concat([salt, numbers, Buffer.from(day, 'ascii'), Buffer.of(strength)])
}

/** Where a leaf's salt belongs: sealed bytes that were moved to another leaf do not open. */
export function saltPlace(petitionId: number, leaf: number): string {
  return `petition ${petitionId} leaf ${leaf}`
}

export function hashOfLeaf(salt: Buffer, content: LeafContent): Buffer {
  return hashLeaf(leafEntry(salt, content))
}

/** `17 withdrawn 2026-11-22`: a leaf of the second tree. */
export function removalEntry({ leaf, kind, day }: Pick<LogRemoval, 'leaf' | 'kind' | 'day'>): string {
  return `${leaf} ${kind} ${day}`
}

export function hashOfRemoval(removal: Pick<LogRemoval, 'leaf' | 'kind' | 'day'>): Buffer {
  return hashLeaf(Buffer.from(removalEntry(removal), 'ascii'))
}

export type HeadContent = Omit<LogHead, 'petitionId' | 'number' | 'keyId' | 'signature'>

/** What is signed. The first line keeps it apart from everything else that the same key signs. */
export function headText(slug: string, head: HeadContent): string {
  return `Clameur tally log head, version 1
petition ${slug}
size ${head.size}
root ${head.root.toString('hex')}
removals-size ${head.removalsSize}
removals-root ${head.removalsRoot.toString('hex')}
counted ${head.counted}
time ${head.signedAt.toISOString()}
`
}
