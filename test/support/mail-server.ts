/** A mail server that keeps what it accepts, and refuses as it is told. */

import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Test } from 'tap'
import { until } from './queues.js'

export interface ReceivedMail {
  /** Whom the envelope names, which is who gets it. */
  to: string
  /** Where the envelope says that answers go. */
  returnPath: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  /** Addresses in the text, in their order. */
  links: string[]
  raw: string
}

export interface MailServer {
  url: string
  received: ReceivedMail[]
  /** Set to refuse: an SMTP answer such as `550 No such mailbox`. */
  refuse: ((to: string) => string | undefined) | undefined
  /** Waits for a mail to somebody, the first after `after` others, and takes the newest that fits. */
  mailTo(to: string, fits?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  stop(): Promise<void>
  start(): Promise<void>
}

export async function startMailServer(t: Test): Promise<MailServer> {
  const received: ReceivedMail[] = []
  let port = 0
  let server: SMTPServer | undefined

  function open(): SMTPServer {
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        const refusal = mailServer.refuse?.(address)
        if (!refusal) return done()
        done(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }))
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks)
          const mail = await PostalMime.parse(raw)
          const from = session.envelope.mailFrom
          const returnPath = from ? from.address : ''
          for (const { address } of session.envelope.rcptTo)
            received.push({ ...readMail(address, mail, raw), returnPath })
          done()
        })
      },
    })
    opened.on('error', () => {})
    return opened
  }

  const mailServer: MailServer = {
    url: '',
    received,
    refuse: undefined,
    async mailTo(to, fits = () => true) {
      const find = () => received.filter((mail) => mail.to === to && fits(mail)).at(-1)
      await until(`${to} had a mail`, () => find() !== undefined)
      return find()!
    },
    async start() {
      server = open()
      await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', () => resolve()))
      port = (server.server.address() as { port: number }).port
    },
    async stop() {
      const stopped = server
      server = undefined
      if (stopped) await new Promise<void>((resolve) => stopped.close(() => resolve()))
    },
  }
  await mailServer.start()
  mailServer.url = `smtp://127.0.0.1:${port}`
  t.teardown(() => mailServer.stop())
  return mailServer
}

function readMail(to: string, mail: Email, raw: Buffer): Omit<ReceivedMail, 'returnPath'> {
  const text = mail.text ?? ''
  return {
    to,
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    raw: raw.toString('latin1'),
  }
}
