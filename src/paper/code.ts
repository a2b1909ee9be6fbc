/** What a printed sheet is told by: its number, and four letters that only this petition's key can make. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys/keyring.js'

/** Without those that are read as another: 0 and O, 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** A mistyped number meets the right letters once in a million times. */
const LENGTH = 4

export interface SheetPlace {
  petitionId: number
  number: number
}

/** As `12-K7QX`. */
export function codeOf(keys: Keys, place: SheetPlace): string {
  return `${place.number}-${lettersOf(keys, place)}`
}

/** @returns the sheet's number; undefined for what is no code, or that of another petition's sheet. */
export function readCode(keys: Keys, petitionId: number, typed: string): number | undefined {
  const match = /^(\d{1,6})-?([2-9A-HJ-NP-Z]{4})$/.exec(
    typed
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/[\u2010-\u2015]/g, '-'),
  )
  if (!match) return undefined
  const number = Number(match[1])
  const expected = lettersOf(keys, { petitionId, number })
  return timingSafeEqual(Buffer.from(expected), Buffer.from(match[2]!)) ? number : undefined
}

function lettersOf(keys: Keys, { petitionId, number }: SheetPlace): string {
  const mac = createHmac('sha256', keys.links).update(`paper sheet ${petitionId} ${number}`).digest()
  return Array.from({ length: LENGTH }, (_, index) => LETTERS[mac[index]! % LETTERS.length]).join('')
}
