/** What providers tell: each with its own way to show who it is. */

import fc from 'fast-check'
import t from 'tap'
import { startSite } from '../support/site.js'
import {
  ALL_ON,
  GENERIC,
  mailgun,
  POSTMARK,
  post,
  postmarkBounce,
  signedHeaders,
  startWithSignature,
  suppressionsOf,
  TOPIC,
} from './told.js'

const basic = (password: string) => ({
  'content-type': 'application/json',
  authorization: `Basic ${Buffer.from(`postmark:${password}`).toString('base64')}`,
})

const signature = (site: { db: Awaited<ReturnType<typeof startSite>>['db'] }) =>
  site.db.selectFrom('signatures').select(['state', 'bouncedAt', 'updates']).executeTakeFirstOrThrow()

t.test('without its setting an address does not exist', async (t) => {
  const site = await startSite(t)

  for (const path of ['ses', 'postmark', `postmark/${POSTMARK}`, 'mailgun', 'generic'])
    t.equal((await post(site, `/webhooks/mail/${path}`, {})).statusCode, 404, path)
  t.equal((await post(site, '/petitions', {})).statusCode, 415, 'JSON is read nowhere else')
})

t.test('Postmark tells a bounce with its password, and once', async (t) => {
  const { site, mark } = await startWithSignature(t)
  const body = postmarkBounce({ Metadata: { mail: mark } })

  const first = await post(site, '/webhooks/mail/postmark', body, basic(POSTMARK))
  const again = await post(site, `/webhooks/mail/postmark/${POSTMARK}`, body)

  t.equal(first.statusCode, 200)
  t.equal(again.statusCode, 200)
  t.strictSame(await suppressionsOf(site), [{ kind: 'hard', count: 1, source: 'postmark' }])
  t.match(await signature(site), { state: 'confirmed', bouncedAt: Date })
})

t.test('Postmark without its password tells nothing', async (t) => {
  const { site } = await startWithSignature(t)
  const ways: Record<string, string>[] = [
    { 'content-type': 'application/json' },
    basic('wrong'),
    basic(`${POSTMARK}x`),
    basic(''),
    { 'content-type': 'application/json', authorization: `Bearer ${POSTMARK}` },
    { 'content-type': 'application/json', authorization: 'Basic %%%' },
  ]

  for (const headers of ways) {
    const answer = await post(site, '/webhooks/mail/postmark', postmarkBounce(), headers)
    t.equal(answer.statusCode, 401)
    t.match(answer.headers['www-authenticate'], /^Basic/)
  }
  t.equal((await post(site, '/webhooks/mail/postmark/wrong', postmarkBounce())).statusCode, 401)
  t.strictSame(await suppressionsOf(site), [])
})

t.test('Postmark’s other records are taken for what they are', async (t) => {
  const { site, mark } = await startWithSignature(t)
  const tell = (body: unknown) => post(site, '/webhooks/mail/postmark', body, basic(POSTMARK))

  await tell(postmarkBounce({ ID: 1, Type: 'Blocked', Email: 'blocked@example.com' }))
  await tell(postmarkBounce({ ID: 2, Type: 'AutoResponder', Email: 'away@example.com' }))
  await tell(postmarkBounce({ ID: 3, Type: 'constructor', Email: 'odd@example.com' }))
  await tell({ RecordType: 'Delivery', Recipient: 'ada@example.com', MessageID: 'x' })
  t.strictSame(await suppressionsOf(site), [])

  await tell(postmarkBounce({ ID: 4, Type: 'SoftBounce', Email: 'full@example.com' }))
  await tell({
    RecordType: 'SubscriptionChange',
    MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
    ServerID: 123456,
    MessageStream: 'outbound',
    ChangedAt: '2026-11-22T10:53:34Z',
    Recipient: 'tired@example.com',
    Origin: 'Recipient',
    SuppressSending: true,
    SuppressionReason: 'SpamComplaint',
    Tag: '',
    Metadata: {},
  })
  await tell(
    postmarkBounce({
      RecordType: 'SpamComplaint',
      ID: 5,
      Type: 'SpamComplaint',
      TypeCode: 100001,
      Metadata: { mail: mark },
    }),
  )

  t.strictSame((await suppressionsOf(site)).map(({ kind }) => kind).sort(), [
    'complaint',
    'complaint',
    'soft',
  ])
  t.match(await signature(site), { updates: false, bouncedAt: null })
  t.equal((await tell({ RecordType: 'Bounce', Type: 'HardBounce' })).statusCode, 400)
  t.equal((await tell('[]')).statusCode, 400)
})

t.test('Mailgun tells with its signature, once, and a token carries one event', async (t) => {
  const { site, mark } = await startWithSignature(t)
  const now = site.deps.clock.now()
  const tell = (body: unknown) => post(site, '/webhooks/mail/mailgun', body)
  const headers = { headers: { 'message-id': `${mark}@clameur.test` } }

  t.equal((await tell(mailgun(now, { message: headers }))).statusCode, 200)
  t.equal((await tell(mailgun(now, { message: headers }))).statusCode, 200)
  const replay = await tell(
    mailgun(now, { id: 'another', recipient: 'victim@example.com', event: 'complained' }),
  )

  t.equal(replay.statusCode, 403)
  t.strictSame(await suppressionsOf(site), [{ kind: 'hard', count: 1, source: 'mailgun' }])
  t.match(await signature(site), { state: 'confirmed', bouncedAt: Date })
})

t.test('a token of Mailgun that came with a delivery carries no complaint either', async (t) => {
  const { site } = await startWithSignature(t)
  const now = site.deps.clock.now()

  await post(site, '/webhooks/mail/mailgun', mailgun(now, { id: 'one', event: 'delivered' }))
  const replay = await post(site, '/webhooks/mail/mailgun', mailgun(now, { id: 'two', event: 'complained' }))

  t.equal(replay.statusCode, 403)
  t.strictSame(await suppressionsOf(site), [])
})

t.test('Mailgun is not believed with a wrong or an old signature', async (t) => {
  const { site } = await startWithSignature(t)
  const now = site.deps.clock.now()
  const good = mailgun(now)
  const old = mailgun(new Date(now.getTime() - 10 * 3_600_000))
  const early = mailgun(new Date(now.getTime() + 10 * 3_600_000))
  const wrong: unknown[] = [
    { ...good, signature: { ...good.signature, signature: '0'.repeat(64) } },
    { ...good, signature: { ...good.signature, token: 'b'.repeat(50) } },
    { ...good, signature: { ...good.signature, timestamp: '1' } },
    { ...good, signature: undefined },
    { ...good, signature: 'x' },
    old,
    early,
  ]

  for (const body of wrong) t.equal((await post(site, '/webhooks/mail/mailgun', body)).statusCode, 401)
  t.strictSame(await suppressionsOf(site), [])
  t.equal((await post(site, '/webhooks/mail/mailgun', 'null')).statusCode, 400)
  t.equal((await post(site, '/webhooks/mail/mailgun', { ...good, 'event-data': {} })).statusCode, 400)
})

for (const [values, kind] of [
  [{ severity: 'temporary' }, undefined],
  [{ reason: 'suppress-bounce' }, 'hard'],
  [{ reason: 'suppress-complaint' }, 'complaint'],
  [{ reason: 'suppress-unsubscribe' }, undefined],
  [{ reason: 'old' }, 'soft'],
  [{ 'delivery-status': { code: 550, 'enhanced-code': '5.7.1', message: 'Blocked' } }, undefined],
  [{ 'delivery-status': { code: 552, message: '5.2.2 Mailbox full' } }, 'soft'],
  [{ 'delivery-status': {} }, undefined],
  [{ event: 'complained' }, 'complaint'],
  [{ event: 'unsubscribed' }, undefined],
] as const)
  t.test(`Mailgun’s ${JSON.stringify(values)} is ${kind ?? 'nothing about the address'}`, async (t) => {
    const { site } = await startWithSignature(t)

    const answer = await post(site, '/webhooks/mail/mailgun', mailgun(site.deps.clock.now(), values))

    t.equal(answer.statusCode, 200)
    t.strictSame(
      (await suppressionsOf(site)).map((row) => row.kind),
      kind ? [kind] : [],
    )
  })

t.test('any other provider tells with a signature over id, moment and body', async (t) => {
  const { site, mark } = await startWithSignature(t)
  const now = site.deps.clock.now()
  const bounce = JSON.stringify({
    type: 'bounce',
    recipient: 'ada@example.com',
    message_id: `<${mark}@x>`,
    status: '5.1.1',
  })
  const tell = (body: string, headers: Record<string, string>) =>
    post(site, '/webhooks/mail/generic', body, headers)
  const good = signedHeaders(bounce, now)
  const both = { ...good, 'webhook-signature': `v1,AAAA v1a,BBBB ${good['webhook-signature']}` }

  t.equal((await tell(bounce, both)).statusCode, 200)
  t.equal((await tell(bounce, good)).statusCode, 200)
  t.strictSame(await suppressionsOf(site), [{ kind: 'hard', count: 1, source: 'generic' }])
  t.match(await signature(site), { bouncedAt: Date })

  const other = bounce.replace('ada@', 'eve@')
  const late = signedHeaders(bounce, new Date(now.getTime() - 6 * 60_000), { id: 'event-2' })
  const early = signedHeaders(bounce, new Date(now.getTime() + 6 * 60_000), { id: 'event-2' })
  const strange = signedHeaders(bounce, now, { key: Buffer.alloc(32, 6), id: 'event-2' })
  for (const [body, headers] of [
    [other, good],
    [bounce, { ...good, 'webhook-id': 'event-2' }],
    [bounce, { ...good, 'webhook-timestamp': String(Number(good['webhook-timestamp']) + 1) }],
    [bounce, { ...good, 'webhook-signature': '' }],
    [bounce, { ...good, 'webhook-signature': good['webhook-signature'].replace('v1,', 'v0,') }],
    [bounce, late],
    [bounce, early],
    [bounce, strange],
  ] as const)
    t.equal((await tell(body, headers)).statusCode, 401)
  t.equal((await suppressionsOf(site)).length, 1)
  for (const body of ['{}', '{"type":"bounce"}', '{"type":"opened","recipient":"a@b.example"}', '[', ''])
    t.equal((await tell(body, signedHeaders(body, now, { id: `nonsense ${body}` }))).statusCode, 400, body)
})

t.test('a forged mark moves nothing but the address that the provider names', async (t) => {
  const { site, mailId } = await startWithSignature(t)
  const body = JSON.stringify({
    type: 'bounce',
    recipient: 'eve@example.com',
    message_id: `<${mailId.toString(36)}-0000000000000000@clameur.test>`,
  })

  const answer = await post(site, '/webhooks/mail/generic', body, signedHeaders(body, site.deps.clock.now()))

  t.equal(answer.statusCode, 200)
  t.match(await signature(site), { bouncedAt: null })
  t.equal((await suppressionsOf(site)).length, 1)
})

t.test('a body that is too large, or no JSON at all, is refused by its kind', async (t) => {
  const { site } = await startWithSignature(t)

  t.equal((await post(site, '/webhooks/mail/mailgun', 'x'.repeat(600_000))).statusCode, 413)
  t.equal(
    (
      await post(site, '/webhooks/mail/mailgun', 'a=b', {
        'content-type': 'application/x-www-form-urlencoded',
      })
    ).statusCode,
    415,
  )
})

t.test('whatever anybody posts, the answer is one that is meant', async (t) => {
  const { site } = await startWithSignature(t)
  const now = site.deps.clock.now()
  const paths = ['ses', 'postmark', 'mailgun', 'generic']
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom(
      '[['.repeat(100_000),
      '{"a":'.repeat(50_000),
      '\u0000',
      '{"__proto__":{"x":1}}',
      '""',
      'null',
    ),
    // Nearly right: one field of a right body is anything.
    fc
      .tuple(fc.constantFrom(...Object.keys(postmarkBounce())), fc.jsonValue())
      .map(([field, value]) => JSON.stringify(postmarkBounce({ [field]: value }))),
    fc
      .tuple(
        fc.constantFrom('id', 'event', 'severity', 'reason', 'recipient', 'delivery-status', 'message'),
        fc.jsonValue(),
        fc.uuid(),
      )
      .map(([field, value, token]) => JSON.stringify(mailgun(now, { [field]: value }, token))),
    fc
      .tuple(
        fc.constantFrom(
          'Type',
          'MessageId',
          'Timestamp',
          'Message',
          'Signature',
          'SigningCertURL',
          'SubscribeURL',
        ),
        fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.webUrl()),
      )
      .map(([field, value]) =>
        JSON.stringify({
          Type: 'Notification',
          MessageId: 'x',
          TopicArn: TOPIC,
          Timestamp: now.toISOString(),
          Message: '{}',
          Signature: 'AAAA',
          SignatureVersion: '2',
          SigningCertURL: 'https://evil.example/x.pem',
          [field]: value,
        }),
      ),
  )

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, body) => {
      const answer = await post(site, `/webhooks/mail/${path}`, body, {
        ...signedHeaders(body, now, { id: `fuzz ${body.length}`, key: GENERIC }),
        ...basic(POSTMARK),
        'content-type': 'application/json',
      })
      return [200, 400, 401, 403].includes(answer.statusCode)
    }),
    { numRuns: 400 },
  )
  t.equal(Object.keys(ALL_ON).length, 4)
})
