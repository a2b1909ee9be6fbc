/** What every provider's reader answers with. */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { MailEventKind } from '../database/tables.js'

export interface Told {
  /** The provider's own name of the event. */
  id: string
  kind: MailEventKind
  /** Whom it concerns, as the provider names them. */
  address?: string | undefined
  /** The Message-ID or mark that the provider repeats. */
  mark?: string | undefined
  nonce?: string | undefined
}

export type Heard =
  | { outcome: 'heard'; events: Told[] }
  /** Nobody who may tell us anything; why is not said. */
  | { outcome: 'unsigned' }
  /** Signed, but about something that is not ours. */
  | { outcome: 'foreign' }
  | { outcome: 'nonsense'; why: string }
  /** It could not be checked just now. */
  | { outcome: 'away' }

export const nonsense = (why: string): Heard => ({ outcome: 'nonsense', why })

/** Takes the same time wherever they differ, and whatever their lengths. */
export function areEqual(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** @returns undefined for what is no JSON object. */
export function readJson(body: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
