/**
 * Links that work once: a row says what for and until when; the token is derived from the row's id under a key of the
 * installation, so a stolen table opens nothing.
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from './keyring.js'

export function oneTimeToken(keys: Keys, id: string): string {
  return `${id}.${createHmac('sha256', keys.links).update(id).digest('base64url')}`
}

/** @returns the row's id; undefined for what is malformed or forged, after the same time wherever it differs. */
export function readOneTimeToken(keys: Keys, token: string): string | undefined {
  const id = token.slice(0, 36)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const expected = Buffer.from(oneTimeToken(keys, id))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined
}
