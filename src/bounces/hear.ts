import type { Deps } from '../deps.js'
import { EarlyAnswerError, type EventSource, recordMailEvent } from '../mail/events.js'
import { readMark } from '../mail/marks.js'
import type { Told } from './heard.js'

/** `replayed`: a token that may be used once came with another event. `early`: it has to be told again. */
export async function recordTold(
  deps: Deps,
  source: EventSource,
  events: Told[],
): Promise<'recorded' | 'replayed' | 'early'> {
  if (events.length === 0) return 'recorded'
  const keys = await deps.keyring.getSiteKeys(deps.db, 'bounces')
  for (const { mark, ...event } of events) {
    const mailId = mark === undefined ? undefined : readMark(keys, 'message-id', plain(mark))
    try {
      if ((await recordMailEvent(deps, { ...event, source, mailId })) === 'replayed') return 'replayed'
    } catch (error) {
      if (error instanceof EarlyAnswerError) return 'early'
      throw error
    }
  }
  return 'recorded'
}

/** Of a Message-ID, what stands before the @. */
function plain(mark: string): string {
  return mark.trim().replace(/^<?([^@<>]*).*$/s, '$1')
}
