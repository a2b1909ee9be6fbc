/** The lane of those who cannot show that they are no robots: their mail is the proof, and leaves later and less often. */

import type { Measure } from '../web/limits/store.js'
import type { Site } from '../web/site.js'

/** Long enough for an attack to be seen before its mails are out; short enough to wait for. */
const FIRST_MINUTES = 10
/** As many mails a minute of one petition: a robot that asks for thousands fills the day, not mailboxes. */
const MAILS_A_MINUTE = 30
const LONGEST_MINUTES = 6 * 60

const QUEUE: Measure = {
  name: 'slow-lane',
  leak: MAILS_A_MINUTE / 60,
  ceiling: MAILS_A_MINUTE * (LONGEST_MINUTES - FIRST_MINUTES),
  high: Number.MAX_SAFE_INTEGER,
  low: 0,
}

/** Takes the next place. @returns when the mail leaves, to the minute. */
export async function takePlace(site: Pick<Site, 'clock' | 'levels'>, petitionId: number): Promise<Date> {
  const before = (await site.levels.pourAndHear(QUEUE, `petition ${petitionId}`, 1)) - 1
  return momentAfter(site, before)
}

/** When it would leave, without taking a place. */
export function nextPlace(site: Pick<Site, 'clock' | 'levels'>, petitionId: number): Date {
  return momentAfter(site, site.levels.peek(QUEUE, `petition ${petitionId}`))
}

const MINUTE_MS = 60_000

function momentAfter({ clock }: Pick<Site, 'clock'>, before: number): Date {
  const minutes = FIRST_MINUTES + Math.max(0, before) / MAILS_A_MINUTE
  return new Date(Math.ceil(clock.now().getTime() / MINUTE_MS + minutes) * MINUTE_MS)
}
