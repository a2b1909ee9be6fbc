/**
 * When a form was opened, told by the form itself: a time and its HMAC, the same for everyone who reads the page in that
 * second. A form without it is none of a robot: scripts and saved pages have their own.
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys/keyring.js'

/** Whoever leaves a page open for longer than that has forgotten when it was. */
const LONGEST_MS = 24 * 3_600_000
const MAC_BYTES = 9

export function openedMark(keys: Keys, petitionId: number, at: Date): string {
  const second = Math.floor(at.getTime() / 1000).toString(36)
  return `${second}.${macOf(keys, petitionId, second).toString('base64url')}`
}

/** @returns how long the form was open; undefined when it does not say, or not what it was given. */
export function readFillSeconds(keys: Keys, petitionId: number, mark: string, now: Date): number | undefined {
  const match = /^([0-9a-z]{1,9})\.([\w-]{12})$/.exec(mark)
  if (!match) return undefined
  const given = Buffer.from(match[2]!, 'base64url')
  if (!timingSafeEqual(given, macOf(keys, petitionId, match[1]!))) return undefined
  const openFor = now.getTime() - Number.parseInt(match[1]!, 36) * 1000
  return openFor >= 0 && openFor <= LONGEST_MS ? Math.floor(openFor / 1000) : undefined
}

function macOf(keys: Keys, petitionId: number, second: string): Buffer {
  return createHmac('sha256', keys.links)
    .update(`opened ${petitionId} ${second}`)
    .digest()
    .subarray(0, MAC_BYTES)
}
