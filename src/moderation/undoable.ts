/**
 * What can be taken back, and for how long: long enough to notice a slip, too short to be a second decision. A reply
 * that was published cannot: it is on its way to every signer who asked for news.
 */

export const UNDO_MINUTES = 15

export const UNDOABLE = [
  'petition-published',
  'petition-refused',
  'petition-hidden',
  'reply-refused',
  'report-kept',
  'reason-removed',
  'update-removed',
  'picture-removed',
  'account-limited',
  'reporter-suspended',
] as const

export function undoableUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + UNDO_MINUTES * 60_000)
}

export function isUndoable(entry: { act: string; at: Date; undoneAt: Date | null }, now: Date): boolean {
  return (
    (UNDOABLE as readonly string[]).includes(entry.act) &&
    entry.undoneAt === null &&
    undoableUntil(entry.at) >= now
  )
}
