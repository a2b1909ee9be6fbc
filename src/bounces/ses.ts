/**
 * Amazon SES, by way of an SNS topic: notifications and events of configuration sets.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */

import { z } from 'zod'
import type { MailEventKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { verdictOf } from '../mail/verdict.js'
import { type Heard, nonsense, readJson, type Told } from './heard.js'
import { confirmSubscription, isSignedBySns, SnsAwayError, type SnsMessage } from './sns.js'

/** A topic of SNS repeats what was not heard for days at the most; what is older was recorded by somebody. */
const OLDEST_MS = 30 * 86_400_000

const Envelope = z.object({
  Type: z.string(),
  MessageId: z.string(),
  TopicArn: z.string(),
  Timestamp: z.string(),
  Message: z.string(),
  Signature: z.string(),
  SignatureVersion: z.string(),
  SigningCertURL: z.string(),
  Subject: z.string().nullish(),
  SubscribeURL: z.string().optional(),
  Token: z.string().optional(),
})

const Recipient = z.object({
  emailAddress: z.string(),
  action: z.string().optional(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
})

const Notice = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z
    .object({
      headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      commonHeaders: z.object({ messageId: z.string().optional() }).optional(),
    })
    .optional(),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(Recipient).max(50),
      feedbackId: z.string(),
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: z.array(z.object({ emailAddress: z.string() })).max(50),
      complaintFeedbackType: z.string().nullish(),
      feedbackId: z.string(),
    })
    .optional(),
})
type Notice = z.infer<typeof Notice>

export async function hearSes({ clock }: Pick<Deps, 'clock'>, topic: string, body: string): Promise<Heard> {
  const read = Envelope.safeParse(readJson(body))
  if (!read.success) return nonsense('This is no message of SNS. Leave raw message delivery off.')
  const message: SnsMessage = read.data
  // Before anything is fetched: whoever does not know the topic costs nothing.
  if (message.TopicArn !== topic) return { outcome: 'foreign' }
  const age = clock.now().getTime() - Date.parse(message.Timestamp)
  if (!(Math.abs(age) < OLDEST_MS)) return { outcome: 'unsigned' }
  try {
    if (!(await isSignedBySns(message, topic, clock.now()))) return { outcome: 'unsigned' }
    switch (message.Type) {
      case 'SubscriptionConfirmation':
        return (await confirmSubscription(message, topic))
          ? { outcome: 'heard', events: [] }
          : nonsense('The address to confirm the subscription is not one of SNS.')
      case 'Notification':
        return hearNotice(message.Message)
      default:
        return { outcome: 'heard', events: [] }
    }
  } catch (error) {
    if (error instanceof SnsAwayError) return { outcome: 'away' }
    throw error
  }
}

function hearNotice(text: string): Heard {
  const json = readJson(text)
  // SNS greets a topic in words when SES is first connected to it.
  if (!json) return { outcome: 'heard', events: [] }
  const read = Notice.safeParse(json)
  if (!read.success) return nonsense('The message in this notification is none of SES.')
  return { outcome: 'heard', events: eventsOf(read.data) }
}

function eventsOf(notice: Notice): Told[] {
  const { bounce, complaint, mail } = notice
  // SES gives the mail an id of its own, and repeats ours among the headers.
  const mark =
    mail?.headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value ??
    mail?.commonHeaders?.messageId
  switch (notice.notificationType ?? notice.eventType) {
    case 'Bounce':
      return (bounce?.bouncedRecipients ?? []).map((recipient) => ({
        id: `${bounce!.feedbackId} ${recipient.emailAddress}`,
        kind: kindOf(bounce!, recipient),
        address: recipient.emailAddress,
        mark,
      }))
    case 'Complaint':
      return (complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
        id: `${complaint!.feedbackId} ${emailAddress}`,
        kind: complaint!.complaintFeedbackType === 'not-spam' ? 'ignored' : 'complaint',
        address: emailAddress,
        mark,
      }))
    default:
      return []
  }
}

function kindOf(
  { bounceType, bounceSubType }: NonNullable<Notice['bounce']>,
  { status, diagnosticCode }: z.infer<typeof Recipient>,
): MailEventKind {
  if (bounceType === 'Permanent') {
    // SES calls every 5xx permanent, also one that is about the sender's reputation.
    const verdict = verdictOf({ action: 'failed', status, diagnostic: diagnosticCode })
    return verdict === 'refused' && bounceSubType === 'General' ? 'refused' : 'hard'
  }
  if (['ContentRejected', 'AttachmentRejected', 'MessageTooLarge'].includes(bounceSubType ?? ''))
    return 'refused'
  return bounceType === 'Transient' ? 'soft' : 'ignored'
}
