/**
 * Marks that a mail carries so that an answer finds it: in its return path, which only mail servers see, and in its
 * Message-ID, which providers repeat. Each is the mail's number and a truncated HMAC, derived and never stored; one
 * does not open the other's door, since a Message-ID may be read by whoever a mail is forwarded to.
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys/keyring.js'

export type MarkPurpose = 'return-path' | 'message-id'

/** 80 bits: it is tried against a server, once for each mail, never at leisure. */
const MAC_BYTES = 10
const MAC_LETTERS = 16

/** Small letters and digits alone: a server may change the case of what stands before the @. */
export function markOf(keys: Keys, purpose: MarkPurpose, mailId: number): string {
  return `${mailId.toString(36)}-${macOf(keys, purpose, mailId)}`
}

/** @returns the mail's id; undefined for what is malformed or forged, after the same time wherever it differs. */
export function readMark(keys: Keys, purpose: MarkPurpose, mark: string): number | undefined {
  const match = /^([0-9a-z]{1,11})-([0-9a-v]{16})$/.exec(mark.toLowerCase())
  if (!match) return undefined
  const mailId = Number.parseInt(match[1]!, 36)
  if (!Number.isSafeInteger(mailId) || mailId.toString(36) !== match[1]) return undefined
  const expected = Buffer.from(macOf(keys, purpose, mailId))
  return timingSafeEqual(Buffer.from(match[2]!), expected) ? mailId : undefined
}

/** RFC 4648's base 32 with the extended hex alphabet, in small letters. */
function macOf(keys: Keys, purpose: MarkPurpose, mailId: number): string {
  const mac = createHmac('sha256', keys.links)
    .update(`${purpose} ${mailId}`)
    .digest('hex')
    .slice(0, MAC_BYTES * 2)
  return BigInt(`0x${mac}`).toString(32).padStart(MAC_LETTERS, '0')
}

/** `bounces@mail.example.org` with a mark is `bounces+<mark>@mail.example.org`. */
export function withMark(returnPath: string, mark: string): string {
  const at = returnPath.lastIndexOf('@')
  return `${returnPath.slice(0, at)}+${mark}${returnPath.slice(at)}`
}

/** What stands after the + of an address that belongs to this return path. */
export function findMark(returnPath: string, address: string): string | undefined {
  const at = returnPath.lastIndexOf('@')
  const before = `${returnPath.slice(0, at)}+`.toLowerCase()
  const after = returnPath.slice(at).toLowerCase()
  const whole = address.trim().toLowerCase()
  if (!whole.startsWith(before) || !whole.endsWith(after)) return undefined
  return whole.slice(before.length, whole.length - after.length)
}
