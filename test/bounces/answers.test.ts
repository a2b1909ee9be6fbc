/** What answers of mail servers mean, in the forms of several servers and beyond any form. */

import fc from 'fast-check'
import t from 'tap'
import { readReport } from '../../src/bounces/read-report.js'
import { verdictOf } from '../../src/mail/verdict.js'
import { complaint, exchange, exim, gmail, holidays, postfix } from './answers.js'

for (const [who, raw] of [
  ['Postfix', postfix()],
  ['Exim', exim()],
  ['Exchange', exchange()],
  ['Gmail', gmail()],
] as const)
  t.test(`${who} says that nobody is there`, async (t) => {
    t.strictSame(await readReport(raw), { kind: 'failure', verdict: 'hard' })
  })

for (const [what, raw, report] of [
  [
    'a full mailbox',
    postfix({ status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 Over quota' }),
    { kind: 'failure', verdict: 'soft' },
  ],
  [
    'a server that was away for days',
    postfix({ status: '4.4.1', diagnostic: 'X-Postfix; Connection timed out' }),
    { kind: 'failure', verdict: 'soft' },
  ],
  [
    'a policy',
    postfix({ status: '5.7.1', diagnostic: 'smtp; 554 5.7.1 Blocked' }),
    { kind: 'failure', verdict: 'refused' },
  ],
  ['a delay', postfix({ action: 'delayed', status: '4.4.1' }), { kind: 'nothing' }],
  [
    'a delivery',
    postfix({ action: 'delivered', status: '2.0.0', diagnostic: 'smtp; 250 ok' }),
    { kind: 'nothing' },
  ],
  ['holidays', holidays(), { kind: 'nothing' }],
  ['abuse', complaint('bounces+1-a@mail.clameur.example'), { kind: 'complaint' }],
  ['a report that it was no spam', complaint('x', 'not-spam'), { kind: 'nothing' }],
  ['a failed signature (RFC 6591)', complaint('x', 'auth-failure'), { kind: 'nothing' }],
  ['a letter', Buffer.from('Subject: Hello\r\n\r\nHow are you?'), { kind: 'unreadable' }],
  ['nothing at all', Buffer.alloc(0), { kind: 'unreadable' }],
  ['half a notice', postfix().subarray(0, 600), { kind: 'unreadable' }],
] as const)
  t.test(`an answer about ${what}`, async (t) => {
    t.strictSame(await readReport(raw), report)
  })

for (const [line, verdict] of [
  ['550 5.1.1 No such user', 'hard'],
  ['550 5.1.2 Bad destination system', 'hard'],
  ['550 5.1.10 Null MX', 'hard'],
  ['550 5.2.1 Mailbox disabled', 'hard'],
  ['550 5.4.1 Recipient address rejected: Access denied', 'hard'],
  ['550 5.4.1 No answer from host', 'soft'],
  ['550 5.4.4 Unable to route', 'hard'],
  ['550 No such mailbox', 'hard'],
  ['550-Requested action not taken\n550 mailbox unavailable: user unknown', 'hard'],
  ['452 4.2.2 Over quota', 'soft'],
  ['552 5.2.2 Mailbox full', 'soft'],
  ['550 Mailbox quota exceeded', 'soft'],
  ['552 5.3.4 Too large', 'soft'],
  ['550 5.1.8 Sender address rejected: domain not found', 'refused'],
  ['550 5.7.1 Relaying denied', 'refused'],
  ['554 5.7.1 Service unavailable; blocked using zen.example', 'refused'],
  ['550 5.6.0 Content rejected', 'refused'],
  ['550 5.2.3 Message length exceeds limit', 'refused'],
  ['550 Blocked, see http://list.example/192.0.2.1', 'refused'],
  ['554 Transaction failed', 'refused'],
  ['250 2.1.5 ok', undefined],
  ['', undefined],
] as const)
  t.test(`“${line}” is ${verdict ?? 'no failure'}`, async (t) => {
    t.equal(verdictOf({ action: 'failed', diagnostic: line }), verdict)
  })

t.test('a status that says nothing gives way to the line that does', async (t) => {
  t.equal(verdictOf({ action: 'failed', status: '5.0.0', diagnostic: 'smtp; 550 5.7.1 Spam' }), 'refused')
  t.equal(verdictOf({ action: 'failed', status: '5.0.0', diagnostic: 'smtp; 550 5.1.1 No' }), 'hard')
  t.equal(verdictOf({ action: 'failed', status: '5.0.0' }), 'refused')
  t.equal(verdictOf({ action: 'failed', status: '4.0.0' }), 'soft')
  t.equal(verdictOf({ action: 'failed', status: '5.1.1 (bad destination mailbox address)' }), 'hard')
  t.equal(verdictOf({ action: 'relayed', status: '5.1.1' }), undefined)
  t.equal(verdictOf({ action: ' FAILED ', status: '5.1.1' }), 'hard')
})

t.test('whatever comes is read without a stumble', async (t) => {
  const kinds = ['failure', 'complaint', 'nothing', 'unreadable']
  const samples = [postfix(), exim(), exchange(), gmail(), complaint('x'), holidays()]
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
    // A right answer with a hole, a repetition, or bytes in its middle.
    fc
      .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(60), fc.uint8Array({ maxLength: 40 }))
      .map(([sample, at, gap, bytes]) => {
        const from = at % sample.length
        return Buffer.concat([sample.subarray(0, from), Buffer.from(bytes), sample.subarray(from + gap)])
      }),
    fc
      .record({
        status: fc.string(),
        action: fc.string(),
        diagnostic: fc.string({ unit: 'binary', maxLength: 300 }),
      })
      .map((values) => postfix(values)),
    fc.constantFrom(
      Buffer.from(`Content-Type: multipart/report; boundary=a\r\n\r\n${'--a\r\n\r\n'.repeat(2_000)}`),
      Buffer.from(
        Array.from(
          { length: 60 },
          (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
        ).join(''),
      ),
      postfix({ diagnostic: `smtp; 550 ${'user a '.repeat(30_000)}` }),
      postfix({ diagnostic: `smtp; 550 exceeded ${'x'.repeat(50_000)}` }),
      postfix({ status: '5.1.1\n\nAction: failed'.repeat(5_000) }),
    ),
  )

  await fc.assert(
    fc.asyncProperty(hostile, async (raw) => kinds.includes((await readReport(raw)).kind)),
    { numRuns: 400 },
  )
  t.equal(kinds.length, 4)
})
