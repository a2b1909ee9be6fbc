/** Hands finished mails to the mail server, or to the development mailbox, and tells failures apart. */

import nodemailer from 'nodemailer'
import type { Config } from '../config.js'
import { keepInMailbox } from './mailbox.js'
import { verdictOf } from './verdict.js'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
  /** With its brackets. */
  messageId?: string
  /** Where the answers of mail servers go; without it, to the sender. */
  returnPath?: string
}

export interface Mailer {
  /**
   * @throws UndeliverableError when the server refuses this mail for good, DelayedError when it asks to come back
   * later, MailServerAwayError when it could not be asked.
   */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** A `code` is all that is kept of an answer: its sentence may repeat the address. */
export abstract class MailError extends Error {
  constructor(readonly code: string) {
    super(`The mail server said ${code}`)
  }
}

/** 5xx (RFC 5321, section 4.2.1): trying again cannot help. */
export class UndeliverableError extends MailError {
  override name = 'UndeliverableError'
  constructor(
    code: string,
    /** Nobody can be reached at this address; otherwise the refusal may be about the mail, or about us. */
    readonly isAddressDead = false,
  ) {
    super(code)
  }
}

/** 4xx: this mail may pass later. */
export class DelayedError extends MailError {
  override name = 'DelayedError'
}

/** No server, no answer, or a refusal that concerns every mail. */
export class MailServerAwayError extends MailError {
  override name = 'MailServerAwayError'
}

export function openMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mailer {
  const { smtpUrl, mailFrom, dataDir } = config
  if (!smtpUrl) {
    const composer = nodemailer.createTransport({ streamTransport: true, buffer: true }, { from: mailFrom })
    return {
      async send(mail) {
        const sent = await composer.sendMail(envelopeOf(mail))
        await keepInMailbox(dataDir, mail, sent.message as Buffer)
      },
      close: () => composer.close(),
    }
  }

  const transport = nodemailer.createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 5,
      maxMessages: Number.POSITIVE_INFINITY,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as never,
    { from: mailFrom },
  )
  return {
    async send(mail) {
      try {
        await transport.sendMail(envelopeOf(mail))
      } catch (error) {
        throw classify(error)
      }
    },
    close: () => transport.close(),
  }
}

function envelopeOf({ to, subject, text, html, headers, messageId, returnPath }: OutgoingMail) {
  return {
    // An object, not a string: nodemailer would read "a@b, c@d" as two addresses.
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers,
    messageId,
    ...(returnPath && { envelope: { from: returnPath, to: [to] } }),
  }
}

function classify(error: unknown): MailError {
  const { responseCode, code, command, response } = error as {
    responseCode?: number
    code?: string
    command?: string
    response?: string
  }
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (aboutThisMail && !responseCode) return new UndeliverableError(code)
  if (aboutThisMail && responseCode && responseCode >= 500)
    return new UndeliverableError(
      String(responseCode),
      command === 'RCPT TO' && verdictOf({ action: 'failed', diagnostic: response }) === 'hard',
    )
  if (aboutThisMail && responseCode && responseCode >= 400 && responseCode !== 421)
    return new DelayedError(String(responseCode))
  return new MailServerAwayError(String(responseCode ?? code ?? 'unknown'))
}
