/** The moment at which a mail leaves, in the address of the page that tells it: the same page for everyone who waits as long. */

const MINUTE_MS = 60_000
/** What anybody could write into the address beside it is no promise of ours. */
const LATEST_MS = 24 * 3_600_000

export function afterOf(mailAt: Date | undefined): string {
  return mailAt ? `?after=${Math.round(mailAt.getTime() / MINUTE_MS).toString(36)}` : ''
}

/** @returns undefined for what is no moment of today. */
export function readAfter(query: unknown, now: Date): Date | undefined {
  const after = (query as { after?: unknown }).after
  if (typeof after !== 'string' || !/^[0-9a-z]{1,7}$/.test(after)) return undefined
  const at = Number.parseInt(after, 36) * MINUTE_MS
  return Math.abs(at - now.getTime()) < LATEST_MS ? new Date(at) : undefined
}
