/**
 * Postmark, which signs nothing: a password comes with each call, or stands in the address.
 * https://postmarkapp.com/developer/webhooks/bounce-webhook
 */

import { z } from 'zod'
import type { MailEventKind } from '../database/tables.js'
import { areEqual, type Heard, nonsense, readJson } from './heard.js'

const Metadata = z.record(z.string(), z.unknown()).nullish()

const Bounce = z.object({
  ID: z.union([z.number(), z.string()]),
  MessageID: z.string().nullish(),
  Type: z.string(),
  Email: z.string(),
  Metadata,
})

const SubscriptionChange = z.object({
  MessageID: z.string().nullish(),
  Recipient: z.string(),
  ChangedAt: z.string(),
  SuppressSending: z.boolean(),
  SuppressionReason: z.string().nullish(),
  Metadata,
})

/** https://postmarkapp.com/developer/api/bounce-api#bounce-types */
const KINDS: Record<string, MailEventKind> = {
  HardBounce: 'hard',
  BadEmailAddress: 'hard',
  SoftBounce: 'soft',
  Transient: 'soft',
  DnsError: 'soft',
  SpamComplaint: 'complaint',
  SpamNotification: 'refused',
  Blocked: 'refused',
  VirusNotification: 'refused',
  DMARCPolicy: 'refused',
  ChallengeVerification: 'refused',
}

/** `given` is what stands in the address; without it the header of Basic authentication counts. */
export function hearPostmark(
  secret: string,
  {
    authorization,
    given,
    body,
  }: { authorization?: string | undefined; given?: string | undefined; body: string },
): Heard {
  if (!areEqual(given ?? passwordOf(authorization), secret)) return { outcome: 'unsigned' }
  const json = readJson(body)
  if (!json) return nonsense('This is no JSON object.')
  switch (json.RecordType) {
    case undefined:
    case 'Bounce':
    case 'SpamComplaint': {
      const read = Bounce.safeParse(json)
      if (!read.success) return nonsense('A bounce of Postmark has ID, Type and Email.')
      const { ID, MessageID, Type, Email } = read.data
      const kind = Object.hasOwn(KINDS, Type) ? KINDS[Type]! : 'ignored'
      // Its numbers are larger than JavaScript can tell apart.
      const id = `${ID} ${MessageID} ${Email}`
      return { outcome: 'heard', events: [{ id, kind, address: Email, mark: markIn(read.data) }] }
    }
    case 'SubscriptionChange': {
      const read = SubscriptionChange.safeParse(json)
      if (!read.success) return nonsense('A change of Postmark has Recipient, ChangedAt and SuppressSending.')
      const { SuppressSending, SuppressionReason, Recipient, ChangedAt } = read.data
      const kind =
        SuppressSending && SuppressionReason === 'HardBounce'
          ? 'hard'
          : SuppressSending && SuppressionReason === 'SpamComplaint'
            ? 'complaint'
            : 'ignored'
      const id = `change ${Recipient} ${ChangedAt}`
      return { outcome: 'heard', events: [{ id, kind, address: Recipient, mark: markIn(read.data) }] }
    }
    default:
      return { outcome: 'heard', events: [] }
  }
}

/** From the header that the mail left with, `X-PM-Metadata-mail`. */
function markIn({ Metadata: metadata }: { Metadata?: Record<string, unknown> | null | undefined }) {
  const mark = metadata?.mail
  return typeof mark === 'string' ? mark : undefined
}

function passwordOf(authorization = ''): string {
  const encoded = /^Basic\s+([\w+/=-]+)$/i.exec(authorization)?.[1] ?? ''
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return password
}
