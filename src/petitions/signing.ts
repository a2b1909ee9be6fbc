/** Until when a petition can be signed, and a signature begun before can be confirmed. */

import type { Petition } from '../database/tables.js'
import { addDays, dayOf } from './days.js'

/** Who signed in the last minute before closing has a day to find the mail. */
export const CONFIRMATION_GRACE_HOURS = 24

type Closing = Pick<Petition, 'state' | 'closesOn' | 'closedAt'>

const HOUR_MS = 3_600_000

/** Open, and not past its last day: the hour of the job that closes petitions decides nothing. */
export function isOpenForSigning(petition: Closing, now: Date, timeZone: string): boolean {
  return (
    petition.state === 'open' && (petition.closesOn === null || dayOf(now, timeZone) <= petition.closesOn)
  )
}

/** Open, or closed (in any way but by a moderator) since less than the time of grace. */
export function isOpenForConfirming(petition: Closing, now: Date, timeZone: string): boolean {
  const { state, closesOn, closedAt } = petition
  if (state === 'open') return closesOn === null || addDays(dayOf(now, timeZone), -1) <= closesOn
  const ended = state === 'closed' || state === 'victory' || state === 'retired'
  return ended && closedAt !== null && now.getTime() - closedAt.getTime() < CONFIRMATION_GRACE_HOURS * HOUR_MS
}
