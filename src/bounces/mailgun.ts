/**
 * Mailgun, whose signature stands in the body and covers a moment and a token, not what is told.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */

import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { MailEventKind } from '../database/tables.js'
import { verdictOf } from '../mail/verdict.js'
import { areEqual, type Heard, nonsense, readJson } from './heard.js'

/** Mailgun repeats for eight hours what was not heard; a token is good for one event all that time. */
const OLDEST_MS = 9 * 3_600_000

const Signed = z.object({
  timestamp: z.union([z.string(), z.number()]),
  token: z.string().min(1).max(200),
  signature: z.string(),
})

const EventData = z.object({
  id: z.string().min(1),
  event: z.string(),
  severity: z.string().optional(),
  reason: z.string().optional(),
  recipient: z.string().optional(),
  message: z.object({ headers: z.object({ 'message-id': z.string().optional() }).optional() }).optional(),
  'delivery-status': z
    .object({
      code: z.union([z.number(), z.string()]).nullish(),
      message: z.string().nullish(),
      description: z.string().nullish(),
      'enhanced-code': z.string().nullish(),
    })
    .optional(),
})
type EventData = z.infer<typeof EventData>

export function hearMailgun(key: string, body: string, now: Date): Heard {
  const json = readJson(body)
  if (!json) return nonsense('This is no JSON object.')
  const signed = Signed.safeParse(json.signature)
  if (!signed.success) return { outcome: 'unsigned' }
  const { timestamp, token, signature } = signed.data
  const expected = createHmac('sha256', key).update(`${timestamp}${token}`).digest('hex')
  if (!areEqual(signature, expected)) return { outcome: 'unsigned' }
  if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= OLDEST_MS)) return { outcome: 'unsigned' }

  const read = EventData.safeParse(json['event-data'])
  if (!read.success) return nonsense('The event-data of Mailgun has an id and an event.')
  const { id, recipient, message } = read.data
  return {
    outcome: 'heard',
    events: [
      {
        id,
        kind: kindOf(read.data),
        address: recipient,
        mark: message?.headers?.['message-id'],
        // Also of what is not listened to: a token seen there must not carry another event.
        nonce: `mailgun ${token}`,
      },
    ],
  }
}

function kindOf(data: EventData): MailEventKind {
  if (data.event === 'complained') return 'complaint'
  // A temporary failure is tried again by Mailgun itself.
  if (data.event !== 'failed' || data.severity !== 'permanent') return 'ignored'
  if (data.reason === 'suppress-complaint') return 'complaint'
  if (data.reason === 'suppress-bounce') return 'hard'
  if (data.reason === 'suppress-unsubscribe') return 'ignored'
  // Given up after hours of temporary answers.
  if (data.reason === 'old') return 'soft'
  const status = data['delivery-status']
  const diagnostic = [status?.code, status?.message, status?.description].filter(Boolean).join(' ')
  const verdict = verdictOf({
    action: 'failed',
    status: status?.['enhanced-code'] ?? undefined,
    diagnostic,
  })
  return verdict ?? 'refused'
}
