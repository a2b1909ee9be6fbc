/** Until when a petition can be signed, and a signature begun before can be confirmed. */

import type { Petition } from '../database/tables.js'
import { dayOf } from './days.js'

/** Who signed in the last minute before closing has a day to find the mail. */
export const CONFIRMATION_GRACE_HOURS = 24

type Closing = Pick<Petition, 'state' | 'closesOn' | 'closedAt'>

/** Open, and not past its last day: the hour of the job that closes petitions decides nothing. */
export function isOpenForSigning(petition: Closing, now: Date, timeZone: string): boolean {
  return (
    petition.state === 'open' && (petition.closesOn === null || dayOf(now, timeZone) <= petition.closesOn)
  )
}
