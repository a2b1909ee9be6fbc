/** A mail leaves, comes back through SMTP, and what follows from it. */

import t, { type Test } from 'tap'
import { type BounceListener, listenForBounces } from '../../src/bounces/listener.js'
import { findFreePort } from '../../src/database/embedded.js'
import { ADA, countOf, sign, signAndConfirm } from '../signatures/support.js'
import { doorOf } from '../support/door.js'
import { addPetition } from '../support/factories.js'
import { startService, type TestService } from '../support/service.js'
import type { TestSite } from '../support/site.js'
import { complaint, deliverAnswer, exim, holidays, postfix, speak } from './answers.js'

const RETURN_PATH = 'bounces@mail.clameur.example'

async function start(t: Test): Promise<{ service: TestService; site: TestSite; listener: BounceListener }> {
  const service = await startService(t, { RETURN_PATH, BOUNCES_PORT: String(await findFreePort()) })
  const listener = await listenForBounces(service.deps)
  t.teardown(() => listener.close())
  return { service, site: doorOf(service), listener }
}

const lastTo = (service: TestService, to: string) =>
  service.mailServer.received.filter((mail) => mail.to === to).at(-1)!

const signatureOf = (site: TestSite) =>
  site.db
    .selectFrom('signatures')
    .select(['id', 'state', 'bouncedAt', 'updates'])
    .orderBy('id')
    .executeTakeFirstOrThrow()

t.test('an address that a mail comes back from gets no more, and its signature still counts', async (t) => {
  const { service, site, listener } = await start(t)
  const first = await addPetition(site)
  const second = await addPetition(site)
  await signAndConfirm(site, first.slug, { updates: 'on' })
  const mail = lastTo(service, ADA.email)
  t.match(mail.returnPath, /^bounces\+[0-9a-z]+-[0-9a-v]{16}@mail\.clameur\.example$/)
  t.match(mail.headers['message-id'], /^<[0-9a-z]+-[0-9a-v]{16}@clameur\.example>$/)
  t.notMatch(mail.headers['message-id'], mail.returnPath.slice(8, 28), 'one mark is not the other')

  // The notice claims to be about somebody else; whom the mail went to is what counts.
  const said = await deliverAnswer(
    listener.port,
    mail.returnPath.toUpperCase(),
    postfix({ about: 'eve@example.org' }),
  )

  t.match(said.at(-1), /^250/)
  t.match(await signatureOf(site), { state: 'confirmed', bouncedAt: Date, updates: true })
  t.equal(await countOf(site, first.id), 1)
  const rows = await site.db.selectFrom('suppressions').selectAll().execute()
  t.match(rows, [{ kind: 'hard', count: 1, source: 'dsn' }])

  const before = service.mailServer.received.length
  await sign(site, second.slug)
  await sign(site, second.slug, { email: 'eve@example.org' })
  await site.work()
  t.strictSame(
    service.mailServer.received
      .slice(before)
      .map(({ to }) => to)
      .filter((to) => !to.startsWith('campaigner')),
    ['eve@example.org'],
  )
  const dropped = await site.db
    .selectFrom('mails')
    .select(['state', 'failure'])
    .where('failure', 'is not', null)
    .execute()
  t.strictSame(dropped, [{ state: 'dropped', failure: 'suppressed' }])
})

t.test('the same answer twice is one', async (t) => {
  const { service, site, listener } = await start(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const { returnPath } = lastTo(service, ADA.email)

  await deliverAnswer(listener.port, returnPath, exim())
  await deliverAnswer(listener.port, returnPath, exim())

  t.match(await site.db.selectFrom('suppressions').select('count').execute(), [{ count: 1 }])
})

t.test('delays and holidays change nothing, and what cannot be read is only counted', async (t) => {
  const { service, site, listener } = await start(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const { returnPath } = lastTo(service, ADA.email)

  await deliverAnswer(
    listener.port,
    returnPath,
    postfix({ action: 'delayed', status: '4.4.1', diagnostic: 'smtp; 451' }),
  )
  await deliverAnswer(listener.port, returnPath, holidays())
  await deliverAnswer(listener.port, returnPath, Buffer.from('Subject: hello\r\n\r\nWho are you?'))

  t.strictSame(await site.db.selectFrom('suppressions').selectAll().execute(), [])
  t.match(await site.db.selectFrom('mailEvents').select('kind').execute(), [{ kind: 'unreadable' }])
  t.match(await signatureOf(site), { bouncedAt: null })
})

t.test(
  'a complaint that a provider passes on stops everything at once, and switches the news off',
  async (t) => {
    const { service, site, listener } = await start(t)
    const petition = await addPetition(site)
    await signAndConfirm(site, petition.slug, { updates: 'on' })
    const { returnPath } = lastTo(service, ADA.email)

    const said = await deliverAnswer(
      listener.port,
      `bounces+complaints@mail.clameur.example`,
      complaint(returnPath),
    )

    t.match(said.at(-1), /^250/)
    t.match(await site.db.selectFrom('suppressions').select(['kind', 'source']).execute(), [
      { kind: 'complaint', source: 'feedback' },
    ])
    t.match(await signatureOf(site), { state: 'confirmed', updates: false, bouncedAt: null })
    const before = service.mailServer.received.length
    await sign(site, (await addPetition(site)).slug)
    await site.submit('/my-signatures', { email: ADA.email })
    await site.work()
    const subjects = service.mailServer.received
      .slice(before)
      .filter(({ to }) => to === ADA.email)
      .map(({ links }) => new URL(links[0]!).pathname.split('/')[1])
    t.strictSame(subjects, ['my-signatures'], 'only the link to what is theirs still comes')
  },
)

t.test('nobody else is received, and nobody learns why', async (t) => {
  const { service, site, listener } = await start(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const { returnPath, headers } = lastTo(service, ADA.email)
  const [, mark = ''] = /\+(.*)@/.exec(returnPath)!
  const messageMark = /<(.*)@/.exec(headers['message-id']!)![1]!
  const forged = `${mark.slice(0, -1)}${mark.endsWith('0') ? '1' : '0'}`
  const other = mark.replace(/^[0-9a-z]+/, '99')

  for (const address of [
    RETURN_PATH,
    `bounces+${forged}@mail.clameur.example`,
    `bounces+${other}@mail.clameur.example`,
    `bounces+${messageMark}@mail.clameur.example`,
    `bounces+0${mark}@mail.clameur.example`,
    `bounces+@mail.clameur.example`,
    `bounces+${mark}@elsewhere.example`,
    `postmaster@mail.clameur.example`,
    'ada@example.com',
  ]) {
    const said = await speak(listener.port, ['EHLO mx.example.com', 'MAIL FROM:<>', `RCPT TO:<${address}>`])
    t.equal(said.at(-1), '550 5.1.1 Nobody reads this address', address)
  }
})

t.test('what is too large is refused after it was read', async (t) => {
  const { service, site, listener } = await start(t)
  const petition = await addPetition(site)
  await signAndConfirm(site, petition.slug)
  const { returnPath } = lastTo(service, ADA.email)

  const said = await deliverAnswer(
    listener.port,
    returnPath,
    Buffer.concat([postfix(), Buffer.alloc(1_100_000, 'x\r\n')]),
  )

  t.match(said.at(-1), /^552/)
  t.strictSame(await site.db.selectFrom('mailEvents').selectAll().execute(), [])
})

t.test('a refusal on the spot marks the address when it is about the address', async (t) => {
  const { service, site } = await start(t)
  const petition = await addPetition(site)
  service.mailServer.refuse = (to) =>
    to === 'nobody@example.com'
      ? '550 5.1.1 User unknown'
      : to === 'blocked@example.com'
        ? '550 5.7.1 Blocked for its reputation'
        : undefined

  await sign(site, petition.slug, { email: 'nobody@example.com' })
  await sign(site, petition.slug, { email: 'blocked@example.com' })
  await site.work()

  const rows = await site.db
    .selectFrom('signatures')
    .innerJoin('mails', 'mails.signatureId', 'signatures.id')
    .select(['mails.state', 'mails.failure', 'signatures.bouncedAt'])
    .orderBy('signatures.id')
    .execute()
  t.match(rows, [
    { state: 'failed', failure: '550', bouncedAt: Date },
    { state: 'failed', failure: '550', bouncedAt: null },
  ])
  t.match(await site.db.selectFrom('suppressions').selectAll().execute(), [
    { kind: 'hard', source: 'delivery' },
  ])
})
