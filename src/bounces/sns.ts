/**
 * Whether a message comes from an SNS topic, and saying yes to one.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */

import { createVerify, X509Certificate } from 'node:crypto'

export interface SnsMessage {
  Type: string
  MessageId: string
  TopicArn: string
  Timestamp: string
  Message: string
  Signature: string
  SignatureVersion: string
  SigningCertURL: string
  Subject?: string | null | undefined
  SubscribeURL?: string | undefined
  Token?: string | undefined
}

/** Amazon could not be asked; the message may come again. */
export class SnsAwayError extends Error {
  override name = 'SnsAwayError'
}

const WAIT_MS = 5_000
/** A certificate has 2 KB. */
const MOST_LETTERS = 20_000
/** Amazon changes them once a year. */
const MOST_CERTIFICATES = 8

const SIGNED_FIELDS = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const

const ALGORITHMS: Record<string, string> = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' }

/** @throws SnsAwayError when the certificate cannot be fetched. */
export async function isSignedBySns(message: SnsMessage, topic: string, now: Date): Promise<boolean> {
  const fields = Object.hasOwn(SIGNED_FIELDS, message.Type)
    ? SIGNED_FIELDS[message.Type as keyof typeof SIGNED_FIELDS]
    : undefined
  const algorithm = Object.hasOwn(ALGORITHMS, message.SignatureVersion)
    ? ALGORITHMS[message.SignatureVersion]
    : undefined
  const url = readSnsUrl(message.SigningCertURL, topic)
  if (!fields || !algorithm || !url || !/^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(url.pathname))
    return false
  if (url.search !== '' || url.hash !== '') return false

  const certificate = await findCertificate(url.href)
  if (!certificate || now < new Date(certificate.validFrom) || now > new Date(certificate.validTo))
    return false
  const verify = createVerify(algorithm)
  for (const field of fields) {
    const value = message[field]
    if (typeof value === 'string') verify.update(`${field}\n${value}\n`)
  }
  try {
    return verify.verify(certificate.publicKey, message.Signature, 'base64')
  } catch {
    return false
  }
}

/**
 * Visits the address that a signed message names.
 *
 * @returns false when it is no address of SNS, or is about another topic.
 * @throws SnsAwayError when Amazon does not take it.
 */
export async function confirmSubscription(message: SnsMessage, topic: string): Promise<boolean> {
  const url = readSnsUrl(message.SubscribeURL ?? '', topic)
  if (url?.pathname !== '/' || url.searchParams.get('Action') !== 'ConfirmSubscription') return false
  if (url.searchParams.get('TopicArn') !== topic) return false
  if ((await visit(url.href)) === undefined) throw new SnsAwayError('SNS did not take the confirmation')
  return true
}

/** Only of the topic's own region, encrypted, at the usual port, without a name in it. */
function readSnsUrl(text: string, topic: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const [, partition, , region] = topic.split(':')
  const host = `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`
  const isPlain = url.port === '' && url.username === '' && url.password === ''
  return url.protocol === 'https:' && url.hostname === host && isPlain ? url : undefined
}

const certificates = new Map<string, X509Certificate>()

/** @returns undefined when Amazon has none at this address. */
async function findCertificate(url: string): Promise<X509Certificate | undefined> {
  const kept = certificates.get(url)
  if (kept) return kept
  const text = await visit(url)
  if (text === undefined) return undefined
  try {
    const certificate = new X509Certificate(text)
    if (certificates.size >= MOST_CERTIFICATES) certificates.delete(certificates.keys().next().value!)
    certificates.set(url, certificate)
    return certificate
  } catch {
    return undefined
  }
}

/** @returns undefined for a refusal. @throws SnsAwayError for no answer, or one that says to come back. */
async function visit(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) })
    if (answer.status >= 500) throw new SnsAwayError(`SNS answered ${answer.status}`)
    if (!answer.ok) return undefined
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > MOST_LETTERS) return undefined
    }
    return text
  } catch (error) {
    throw error instanceof SnsAwayError ? error : new SnsAwayError('SNS could not be reached')
  }
}
