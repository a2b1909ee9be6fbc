/**
 * For every other provider, by a few lines of glue: signed as Standard Webhooks says, in a format of our own.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { MailEventKind } from '../database/tables.js'
import { verdictOf } from '../mail/verdict.js'
import { areEqual, type Heard, nonsense, readJson } from './heard.js'

const OLDEST_MS = 5 * 60_000
/** One signature for each of a sender's keys. */
const MOST_SIGNATURES = 10

const Event = z.object({
  type: z.enum(['bounce', 'complaint']),
  recipient: z.string().optional(),
  message_id: z.string().optional(),
  /** Enhanced status code. */
  status: z.string().optional(),
  /** What the other server said. */
  diagnostic: z.string().optional(),
})

export interface SignedHeaders {
  id: string | undefined
  timestamp: string | undefined
  signature: string | undefined
}

export function hearGeneric(key: Buffer, headers: SignedHeaders, body: string, now: Date): Heard {
  const { id, timestamp, signature } = headers
  if (!id || id.length > 200 || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signature)
    return { outcome: 'unsigned' }
  const expected = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  const given = signature.split(' ').slice(0, MOST_SIGNATURES)
  if (given.filter((one) => areEqual(one, expected)).length === 0) return { outcome: 'unsigned' }
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > OLDEST_MS) return { outcome: 'unsigned' }

  const read = Event.safeParse(readJson(body))
  if (!read.success)
    return nonsense('An event has a type, "bounce" or "complaint", and says whom it concerns.')
  const { recipient: address, message_id: mark } = read.data
  if (address === undefined && mark === undefined)
    return nonsense('An event names its recipient, its message_id, or both.')
  return { outcome: 'heard', events: [{ id, kind: kindOf(read.data), address, mark }] }
}

function kindOf({ type, status, diagnostic }: z.infer<typeof Event>): MailEventKind {
  if (type === 'complaint') return 'complaint'
  if (status === undefined && diagnostic === undefined) return 'hard'
  return verdictOf({ action: 'failed', status, diagnostic }) ?? 'ignored'
}
