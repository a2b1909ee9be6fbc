/** How long somebody has been waiting, in the coarsest words that still tell. */

/** What we promise on the site's front: an answer within two days. */
const OVERDUE_HOURS = 48

export interface Waiting {
  unit: 'minutes' | 'hours' | 'days'
  count: number
  isOverdue: boolean
}

export function waitingSince(since: Date, now: Date): Waiting {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  const hours = Math.floor(minutes / 60)
  const isOverdue = hours >= OVERDUE_HOURS
  if (hours >= OVERDUE_HOURS) return { unit: 'days', count: Math.floor(hours / 24), isOverdue }
  if (hours >= 1) return { unit: 'hours', count: hours, isOverdue }
  return { unit: 'minutes', count: minutes, isOverdue }
}

/** Who has waited since then or longer is overdue. */
export function overdueSince(now: Date): Date {
  return new Date(now.getTime() - OVERDUE_HOURS * 3_600_000)
}
