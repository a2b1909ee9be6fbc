/** What the providers post, in the shape of their own documentation. */

import { createHmac } from 'node:crypto'
import type { Test } from 'tap'
import { markOf } from '../../src/mail/marks.js'
import { signAndConfirm } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

export const TOPIC = 'arn:aws:sns:eu-west-3:123456789012:mail'
export const POSTMARK = 'a-secret-of-postmark-0123456789'
export const MAILGUN = 'key-0123456789abcdef0123456789abcdef'
export const GENERIC = Buffer.alloc(32, 5)

export const ALL_ON = {
  MAIL_WEBHOOK_SES_TOPIC: TOPIC,
  MAIL_WEBHOOK_SECRET_POSTMARK: POSTMARK,
  MAIL_WEBHOOK_SECRET_MAILGUN: MAILGUN,
  MAIL_WEBHOOK_SECRET_GENERIC: `whsec_${GENERIC.toString('base64')}`,
}

/** A site with one confirmed signature, and the mark of its confirmation mail. */
export async function startWithSignature(t: Test): Promise<{ site: TestSite; mark: string; mailId: number }> {
  const site = await startSite(t, ALL_ON)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug, { updates: 'on' })
  const { id } = await site.db
    .selectFrom('mails')
    .select('id')
    .where('signatureId', 'is not', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'bounces')
  return { site, mark: markOf(keys, 'message-id', id), mailId: id }
}

export function post(
  site: TestSite,
  url: string,
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  return site.app.inject({
    method: 'POST',
    url,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })
}

/** https://postmarkapp.com/developer/webhooks/bounce-webhook */
export function postmarkBounce(values: Record<string, unknown> = {}) {
  return {
    RecordType: 'Bounce',
    MessageStream: 'outbound',
    ID: 4323372036854776000,
    Type: 'HardBounce',
    TypeCode: 1,
    Name: 'Hard bounce',
    Tag: '',
    MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
    Metadata: {},
    ServerID: 23,
    Description: 'The server was unable to deliver your message (ex: unknown user, mailbox not found).',
    Details: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
    Email: 'ada@example.com',
    From: 'petitions@clameur.test',
    BouncedAt: '2026-11-22T04:00:00.0000000Z',
    DumpAvailable: true,
    Inactive: true,
    CanActivate: true,
    Subject: 'Please confirm',
    ...values,
  }
}

/** https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads */
export function mailgun(now: Date, values: Record<string, unknown> = {}, token = 'a'.repeat(50)) {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return {
    signature: {
      timestamp,
      token,
      signature: createHmac('sha256', MAILGUN)
        .update(timestamp + token)
        .digest('hex'),
    },
    'event-data': {
      event: 'failed',
      severity: 'permanent',
      reason: 'bounce',
      id: 'G9Bn5sl1TC6nu79C8C0bwg',
      timestamp: now.getTime() / 1000,
      'log-level': 'error',
      recipient: 'ada@example.com',
      'recipient-domain': 'example.com',
      'delivery-status': {
        'attempt-no': 1,
        code: 550,
        message: '5.1.1 The email account that you tried to reach does not exist.',
        description: '',
        'enhanced-code': '5.1.1',
        'session-seconds': 0.4,
      },
      flags: { 'is-routed': false, 'is-authenticated': true, 'is-system-test': false, 'is-test-mode': false },
      message: {
        headers: { to: 'ada@example.com', 'message-id': 'none@clameur.test', from: 'petitions@clameur.test' },
        size: 111,
        attachments: [],
      },
      tags: [],
      'user-variables': {},
      ...values,
    },
  }
}

/** Headers as https://www.standardwebhooks.com/ has them. */
export function signedHeaders(body: string, now: Date, { id = 'event-1', key = GENERIC } = {}) {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  }
}

export const suppressionsOf = (site: TestSite) =>
  site.db.selectFrom('suppressions').select(['kind', 'count', 'source']).execute()
