/** How long somebody has been waiting, in the coarsest words that still tell. */

/** What we promise on the site's front: an answer within two days. */
export const OVERDUE_HOURS = 48
/** What is said to be against the law is looked at within a day. */
export const URGENT_HOURS = 24
export const URGENT_CATEGORIES: readonly string[] = [
  'illegal',
  'hate',
  'defamation',
  'personal-data',
  'child-abuse',
]

export interface Waiting {
  unit: 'minutes' | 'hours' | 'days'
  count: number
  isOverdue: boolean
}

export function waitingSince(since: Date, now: Date, overdueHours = OVERDUE_HOURS): Waiting {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  const hours = Math.floor(minutes / 60)
  const isOverdue = hours >= overdueHours
  if (hours >= OVERDUE_HOURS) return { unit: 'days', count: Math.floor(hours / 24), isOverdue }
  if (hours >= 1) return { unit: 'hours', count: hours, isOverdue }
  return { unit: 'minutes', count: minutes, isOverdue }
}

/** Who has waited since then or longer is overdue. */
export function overdueSince(now: Date, overdueHours = OVERDUE_HOURS): Date {
  return new Date(now.getTime() - overdueHours * 3_600_000)
}
