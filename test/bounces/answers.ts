/** What mail servers answer, in the form of RFC 3464 and with the habits of four kinds of server. */

import { connect } from 'node:net'

export interface Answer {
  /** Whom the notice says it is about. */
  about?: string
  status?: string
  action?: string
  diagnostic?: string
  to?: string
}

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))

export function postfix({
  about = 'ada@example.com',
  status = '5.1.1',
  action = 'failed',
  diagnostic = `smtp; 550 5.1.1 <${about}>: Recipient address rejected:
    User unknown in virtual mailbox table`,
  to = 'bounces@mail.clameur.example',
}: Answer = {}): Buffer {
  return crlf(`Return-Path: <>
From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
To: ${to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4dK0aA1.1763784000/mx.example.com"

This is a MIME-encapsulated message.

--4dK0aA1.1763784000/mx.example.com
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.com.

--4dK0aA1.1763784000/mx.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
X-Postfix-Queue-ID: 4dK0aA1
Arrival-Date: Sun, 22 Nov 2026 04:00:00 +0000 (UTC)

Final-Recipient: rfc822; ${about}
Original-Recipient: rfc822;${about}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.com
Diagnostic-Code: ${diagnostic}

--4dK0aA1.1763784000/mx.example.com
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Subject: Please confirm
To: ${about}

--4dK0aA1.1763784000/mx.example.com--
`)
}

export function exim(about = 'ada@example.com'): Buffer {
  return crlf(`From: Mail Delivery System <Mailer-Daemon@exim.example.com>
To: bounces@mail.clameur.example
X-Failed-Recipients: ${about}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=1763784000-eximdsn-42
Subject: Mail delivery failed: returning message to sender

--1763784000-eximdsn-42
Content-type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.

--1763784000-eximdsn-42
Content-type: message/delivery-status

Reporting-MTA: dns; exim.example.com

Action: failed
Final-Recipient: rfc822;${about}
Status: 5.0.0
Remote-MTA: dns; mail.example.com
Diagnostic-Code: smtp; 550 No such user here

--1763784000-eximdsn-42
Content-type: message/rfc822

Subject: Please confirm

Hello
--1763784000-eximdsn-42--
`)
}

export function exchange(about = 'ada@example.com'): Buffer {
  return crlf(`From: <postmaster@outlook.example>
To: <bounces@mail.clameur.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="aa11bb22-0000-4000-8000-cc33dd44ee55"
X-MS-Exchange-Message-Is-Ndr:
Subject: Undeliverable: Please confirm

--aa11bb22-0000-4000-8000-cc33dd44ee55
Content-Type: multipart/alternative; differences=Content-Type;
 boundary="bb22cc33-0000-4000-8000-dd44ee55ff66"

--bb22cc33-0000-4000-8000-dd44ee55ff66
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

WW91ciBtZXNzYWdlIGNvdWxkIG5vdCBiZSBkZWxpdmVyZWQu
--bb22cc33-0000-4000-8000-dd44ee55ff66--
--aa11bb22-0000-4000-8000-cc33dd44ee55
Content-Type: message/delivery-status

Reporting-MTA: dns;PR0P000MB0000.FRAP000.PROD.OUTLOOK.EXAMPLE
Received-From-MTA: dns;mail.clameur.example
Arrival-Date: Sun, 22 Nov 2026 04:00:00 +0000

Final-Recipient: rfc822;${about}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
X-Display-Name: Ada

--aa11bb22-0000-4000-8000-cc33dd44ee55
Content-Type: message/rfc822

Subject: Please confirm

Hello
--aa11bb22-0000-4000-8000-cc33dd44ee55--
`)
}

export function gmail(about = 'ada@example.com'): Buffer {
  return crlf(`From: Mail Delivery Subsystem <mailer-daemon@gmail.example>
To: bounces@mail.clameur.example
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; boundary="000000000000a1b2c3"; report-type=delivery-status

--000000000000a1b2c3
Content-Type: multipart/related; boundary="000000000000a1b2c4"

--000000000000a1b2c4
Content-Type: text/plain; charset="UTF-8"

** Address not found **
--000000000000a1b2c4--
--000000000000a1b2c3
Content-Type: message/delivery-status

Reporting-MTA: dns; gmail.example
Received-From-MTA: dns; bounces@mail.clameur.example
X-Original-Message-ID: <1-a@clameur.example>

Final-Recipient: rfc822; ${about}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.gmail.example. (192.0.2.27, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces.
Last-Attempt-Date: Sat, 21 Nov 2026 20:00:00 -0800 (PST)

--000000000000a1b2c3
Content-Type: message/rfc822

Subject: Please confirm

Hello
--000000000000a1b2c3--
`)
}

export function complaint(returnPath: string, type = 'abuse'): Buffer {
  return crlf(`From: <feedback@provider.example>
To: <bounces+complaints@mail.clameur.example>
Subject: FW: News
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1"

--part1
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part1
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <redacted@provider.example>

--part1
Content-Type: message/rfc822
Content-Disposition: inline

Return-Path: <${returnPath}>
From: <petitions@clameur.example>
Subject: News

Hello
--part1--
`)
}

export function holidays(): Buffer {
  return crlf(`From: Ada <ada@example.com>
To: bounces@mail.clameur.example
Auto-Submitted: auto-replied (vacation)
Subject: I am away

Back on Monday.
`)
}

/** Speaks SMTP a line at a time. @returns what the server said to each line, its greeting first. */
export async function speak(port: number, lines: (string | Buffer)[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const said: string[] = []
  let text = ''
  const next = () =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(text)
        if (!whole) return
        text = text.slice(whole[0].length)
        socket.removeListener('data', hear)
        socket.removeListener('close', gone)
        resolve(whole[0].trim())
      }
      const hear = (chunk: Buffer) => {
        text += chunk
        look()
      }
      const gone = () => reject(new Error(`The server hung up after ${JSON.stringify(said)}`))
      socket.on('data', hear)
      socket.once('close', gone)
      look()
    })
  socket.on('error', () => {})
  said.push(await next())
  for (const line of lines) {
    socket.write(typeof line === 'string' ? `${line}\r\n` : Buffer.concat([line, Buffer.from('\r\n.\r\n')]))
    said.push(await next())
  }
  socket.end('QUIT\r\n')
  return said
}

/** As another mail server delivers an answer, from nobody. */
export function deliverAnswer(port: number, to: string, raw: Buffer): Promise<string[]> {
  return speak(port, ['EHLO mx.example.com', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', raw])
}
