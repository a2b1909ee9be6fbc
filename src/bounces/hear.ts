import type { Deps } from '../deps.js'
import { type EventSource, recordMailEvent } from '../mail/events.js'
import { readMark } from '../mail/marks.js'
import type { Told } from './heard.js'

/** @returns false when a token that may be used once came with another event. */
export async function recordTold(deps: Deps, source: EventSource, events: Told[]): Promise<boolean> {
  if (events.length === 0) return true
  const keys = await deps.keyring.getSiteKeys(deps.db, 'bounces')
  for (const { mark, ...event } of events) {
    const mailId = mark === undefined ? undefined : readMark(keys, 'message-id', plain(mark))
    if ((await recordMailEvent(deps, { ...event, source, mailId })) === 'replayed') return false
  }
  return true
}

/** Of a Message-ID, what stands before the @. */
function plain(mark: string): string {
  return mark.trim().replace(/^<?([^@<>]*).*$/s, '$1')
}
