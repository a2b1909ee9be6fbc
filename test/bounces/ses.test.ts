/** Amazon SES by way of SNS: signatures of both versions, certificates from one host, and one topic. */

import { createSign } from 'node:crypto'
import t, { type Test } from 'tap'
import { makeCertificate } from './certificate.js'
import { post, startWithSignature, suppressionsOf, TOPIC } from './told.js'

const HOST = 'https://sns.eu-west-3.amazonaws.com'
let made = 0

/** Amazon, as far as it is asked: one certificate, and every confirmation that was visited. */
function playAmazon(t: Test, certificate = makeCertificate(), { status = 200 } = {}) {
  made += 1
  const certificateUrl = `${HOST}/SimpleNotificationService-${made.toString(16).padStart(32, '0')}.pem`
  const visited: string[] = []
  const before = globalThis.fetch
  globalThis.fetch = (async (url: string) => {
    visited.push(url)
    if (url === certificateUrl) return new Response(certificate.pem, { status })
    if (url.startsWith(`${HOST}/?Action=ConfirmSubscription`)) return new Response('<ok/>', { status })
    return new Response('none', { status: 404 })
  }) as typeof fetch
  t.teardown(() => {
    globalThis.fetch = before
  })
  return { certificateUrl, visited, privateKey: certificate.privateKey }
}
type Amazon = ReturnType<typeof playAmazon>

const FIELDS: Record<string, string[]> = {
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
}

function signed(amazon: Amazon, values: Record<string, string> = {}, version = '2'): Record<string, string> {
  const message: Record<string, string> = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: TOPIC,
    Message: '{}',
    Timestamp: new Date().toISOString(),
    SignatureVersion: version,
    SigningCertURL: amazon.certificateUrl,
    UnsubscribeURL: `${HOST}/?Action=Unsubscribe`,
    ...values,
  }
  const text = FIELDS[message.Type!]!.filter((field) => message[field] !== undefined)
    .map((field) => `${field}\n${message[field]}\n`)
    .join('')
  const algorithm = version === '1' ? 'RSA-SHA1' : 'RSA-SHA256'
  return { ...message, Signature: createSign(algorithm).update(text).sign(amazon.privateKey, 'base64') }
}

/** https://docs.aws.amazon.com/ses/latest/dg/notification-examples.html */
function bounce(mark: string, values: Record<string, unknown> = {}, feedbackId = 'f-1') {
  return JSON.stringify({
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      reportingMTA: 'dns; email.example.com',
      bouncedRecipients: [
        {
          emailAddress: 'ada@example.com',
          status: '5.1.1',
          action: 'failed',
          diagnosticCode: 'smtp; 550 5.1.1 <ada@example.com>... User',
        },
      ],
      bounceSubType: 'General',
      timestamp: '2026-11-22T14:59:38.237Z',
      feedbackId,
      remoteMtaIp: '127.0.2.0',
      ...values,
    },
    mail: {
      timestamp: '2026-11-22T14:59:38.237Z',
      source: 'petitions@clameur.test',
      sourceArn: 'arn:aws:ses:us-east-1:888888888888:identity/example.com',
      sendingAccountId: '123456789012',
      messageId: '00000138111222aa-33322211-cccc-cccc-cccc-ddddaaaa0680-000000',
      destination: ['ada@example.com'],
      headersTruncated: false,
      headers: [
        { name: 'From', value: 'petitions@clameur.test' },
        { name: 'Message-ID', value: `<${mark}@clameur.test>` },
      ],
      commonHeaders: { from: ['petitions@clameur.test'], messageId: 'other' },
    },
  })
}

const tell = (site: Parameters<typeof post>[0], body: unknown) =>
  post(site, '/webhooks/mail/ses', body, { 'content-type': 'text/plain; charset=UTF-8' })

for (const version of ['1', '2'])
  t.test(
    `a bounce with a signature of version ${version} marks the address and the signature, once`,
    async (t) => {
      const amazon = playAmazon(t)
      const { site, mark } = await startWithSignature(t)
      const body = signed(
        amazon,
        { Message: bounce(mark), Subject: 'Amazon SES Email Event Notification' },
        version,
      )

      t.equal((await tell(site, body)).statusCode, 200)
      t.equal((await tell(site, body)).statusCode, 200)

      t.strictSame(await suppressionsOf(site), [{ kind: 'hard', count: 1, source: 'ses' }])
      const signature = await site.db
        .selectFrom('signatures')
        .select(['state', 'bouncedAt'])
        .executeTakeFirstOrThrow()
      t.match(signature, { state: 'confirmed', bouncedAt: Date })
      t.strictSame(amazon.visited, [amazon.certificateUrl], 'the certificate is fetched once')
    },
  )

t.test('what was changed after it was signed is refused', async (t) => {
  const amazon = playAmazon(t)
  const { site, mark } = await startWithSignature(t)
  const good = signed(amazon, { Message: bounce(mark) })

  for (const [field, value] of [
    ['Message', bounce(mark).replace('ada@', 'eve@')],
    ['MessageId', 'another'],
    ['Subject', 'added'],
    ['SignatureVersion', '1'],
    ['SignatureVersion', '3'],
    ['SignatureVersion', 'constructor'],
    ['Signature', ''],
    ['Signature', 'AAAA'],
    ['Type', 'UnsubscribeConfirmation'],
    ['Type', 'toString'],
  ] as const)
    t.equal((await tell(site, { ...good, [field]: value })).statusCode, 401, `${field}: ${value}`)
  t.strictSame(await suppressionsOf(site), [])
})

t.test('a certificate comes from the topic’s own host alone, and nothing else is asked for', async (t) => {
  const amazon = playAmazon(t)
  const { site, mark } = await startWithSignature(t)
  const path = new URL(amazon.certificateUrl).pathname

  for (const url of [
    `http://sns.eu-west-3.amazonaws.com${path}`,
    `https://sns.eu-west-3.amazonaws.com.evil.example${path}`,
    `https://evil.example${path}`,
    `https://sns.eu-west-3.amazonaws.com@evil.example${path}`,
    `https://user:pass@sns.eu-west-3.amazonaws.com${path}`,
    `https://sns.eu-west-3.amazonaws.com:8443${path}`,
    `https://sns.us-east-1.amazonaws.com${path}`,
    `https://bucket.s3.eu-west-3.amazonaws.com${path}`,
    `https://sns.eu-west-3.amazonaws.com/other.pem`,
    `https://sns.eu-west-3.amazonaws.com/x/..${path}?x`,
    `https://sns.eu-west-3.amazonaws.com${path}#x`,
    'https://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    '',
  ])
    t.equal(
      (await tell(site, signed(amazon, { Message: bounce(mark), SigningCertURL: url }))).statusCode,
      401,
      url,
    )
  t.strictSame(amazon.visited, [])
})

t.test('another topic, an old message and a certificate past its time are refused', async (t) => {
  const amazon = playAmazon(t)
  const expired = playAmazon(t, makeCertificate({ to: new Date('2024-01-01') }))
  const { site, mark } = await startWithSignature(t)
  const other = signed(amazon, {
    Message: bounce(mark),
    TopicArn: TOPIC.replace('123456789012', '999999999999'),
  })
  const old = signed(amazon, {
    Message: bounce(mark),
    Timestamp: new Date(Date.now() - 31 * 86_400_000).toISOString(),
  })

  t.equal((await tell(site, other)).statusCode, 403)
  t.equal((await tell(site, old)).statusCode, 401)
  t.equal((await tell(site, signed(amazon, { Message: bounce(mark), Timestamp: 'soon' }))).statusCode, 401)
  t.strictSame(amazon.visited, [])
  t.equal((await tell(site, signed(expired, { Message: bounce(mark) }))).statusCode, 401)
  t.strictSame(await suppressionsOf(site), [])
})

t.test('when Amazon is away the message may come again', async (t) => {
  const amazon = playAmazon(t, makeCertificate(), { status: 503 })
  const { site, mark } = await startWithSignature(t)

  const answer = await tell(site, signed(amazon, { Message: bounce(mark) }))

  t.equal(answer.statusCode, 503)
  t.equal(answer.headers['retry-after'], '60')
})

t.test('a subscription to the topic is confirmed at the host of SNS, and nowhere else', async (t) => {
  const amazon = playAmazon(t)
  const { site } = await startWithSignature(t)
  const ask = (SubscribeURL: string) =>
    tell(
      site,
      signed(amazon, {
        Type: 'SubscriptionConfirmation',
        Message: `You have chosen to subscribe to the topic ${TOPIC}.`,
        Token: '2336412f37',
        SubscribeURL,
      }),
    )
  const good = `${HOST}/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=2336412f37`

  t.equal((await ask(good)).statusCode, 200)
  t.ok(amazon.visited.includes(good))
  const { length } = amazon.visited
  for (const url of [
    good.replace('https:', 'http:'),
    good.replace(HOST, 'https://evil.example'),
    good.replace('ConfirmSubscription', 'DeleteTopic'),
    good.replace('123456789012', '999999999999'),
    good.replace('/?', '/x?'),
    '',
  ])
    t.equal((await ask(url)).statusCode, 400, url)
  t.equal(amazon.visited.length, length)
})

t.test('each kind of notice is taken for what it is', async (t) => {
  const amazon = playAmazon(t)
  const { site, mark } = await startWithSignature(t)
  const tellMessage = (Message: string) => tell(site, signed(amazon, { Message }))
  const about = (emailAddress: string, more = {}) => [{ emailAddress, ...more }]

  await tellMessage('Successfully validated SNS topic for Amazon SES event publishing.')
  await tellMessage(JSON.stringify({ notificationType: 'Delivery', mail: {}, delivery: {} }))
  await tellMessage(
    bounce(
      mark,
      {
        bouncedRecipients: about('policy@example.com', {
          status: '5.7.1',
          diagnosticCode: 'smtp; 550 5.7.1 spam',
        }),
      },
      'f-2',
    ),
  )
  await tellMessage(
    bounce(
      mark,
      {
        bounceType: 'Transient',
        bounceSubType: 'ContentRejected',
        bouncedRecipients: about('x@example.com'),
      },
      'f-3',
    ),
  )
  t.strictSame(await suppressionsOf(site), [])

  await tellMessage(
    bounce(
      'none',
      { bounceType: 'Transient', bounceSubType: 'MailboxFull', bouncedRecipients: about('full@example.com') },
      'f-4',
    ),
  )
  await tellMessage(
    bounce(
      'none',
      { bounceSubType: 'OnAccountSuppressionList', bouncedRecipients: about('gone@example.com') },
      'f-5',
    ),
  )
  // As a configuration set publishes it.
  const event = {
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: about('ada@example.com'),
      timestamp: '2026-11-22T14:59:38.237Z',
      feedbackId: 'f-6',
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
      arrivalDate: '2026-11-22T14:59:38.237Z',
    },
    mail: { headers: [{ name: 'Message-ID', value: `<${mark}@clameur.test>` }] },
  }
  await tellMessage(JSON.stringify(event))

  t.strictSame((await suppressionsOf(site)).map(({ kind }) => kind).sort(), ['complaint', 'hard', 'soft'])
  const signature = await site.db
    .selectFrom('signatures')
    .select(['state', 'updates'])
    .executeTakeFirstOrThrow()
  t.strictSame(signature, { state: 'confirmed', updates: false })
  t.equal((await tellMessage(JSON.stringify({ notificationType: 'Bounce', bounce: {} }))).statusCode, 400)
  t.equal((await tell(site, 'nothing')).statusCode, 400)
})
