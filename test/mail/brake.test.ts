import t from 'tap'
import { Keyring } from '../../src/keys/keyring.js'
import { addMails, type Composer, deliverDue } from '../../src/mail/outbox.js'
import { handlersFor } from '../../src/worker.js'
import { ADA, mailsTo, sign } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { startSite, type TestSite } from '../support/site.js'

const HOUR = 3_600_000

/** Letters to whom the mail's parameters name. */
const composer: Composer = async (_deps, mails) =>
  new Map(
    mails.map(({ id, params }) => [
      id,
      {
        to: String(params.to),
        locale: 'en' as const,
        subject: String(params.kind ?? 'News'),
        preview: 'News',
        blocks: [{ paragraph: 'It is open again.' }],
        why: 'You asked for it.',
      },
    ]),
  )

function addMany(site: TestSite, queue: 'updates' | 'confirmation-mails', to: string, amount: number) {
  return addMails(
    site.db,
    Array.from({ length: amount }, () => ({
      queue,
      kind: 'test',
      params: { to, kind: queue === 'updates' ? 'News' : 'Link' },
      locale: 'en' as const,
      dueAt: site.deps.clock.now(),
    })),
  )
}

async function deliver(site: TestSite): Promise<void> {
  for (const queue of ['updates', 'confirmation-mails'] as const)
    await deliverDue(site.deps, queue, { test: composer })
}

t.test(
  'who signs thirty petitions at once has twenty mails in the hour, and the others after it',
  async (t) => {
    const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
    for (let number = 0; number < 30; number++) {
      const { slug } = await addPetition(site, { slug: `petition-${number}`, title: `Petition ${number}` })
      t.equal((await sign(site, slug)).statusCode, 303)
    }

    await site.work()
    t.equal(mailsTo(site).length, 20)
    site.wait(HOUR / 2)
    await site.work()
    t.equal(mailsTo(site).length, 20, 'nor half an hour later')

    site.wait(HOUR / 2 + 10_000)
    await site.work()
    t.equal(mailsTo(site).length, 30)
    t.equal(new Set(mailsTo(site).map(({ subject }) => subject)).size, 30, 'each about another petition')
  },
)

t.test('every spelling of a mailbox is the same mailbox, and others are not held back', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  await addMany(site, 'confirmation-mails', 'ada.lovelace@gmail.com', 10)
  await addMany(site, 'confirmation-mails', 'AdaLovelace+petitions@googlemail.com', 15)
  await addMany(site, 'confirmation-mails', 'grace@example.org', 3)

  await deliver(site)

  t.equal(site.mails.filter(({ to }) => /ada/i.test(to)).length, 20)
  t.equal(mailsTo(site, 'grace@example.org').length, 3)
})

t.test('news leaves room for the link that a person asks for, and lets it go first afterwards', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  await addMany(site, 'updates', ADA.email, 30)
  await deliver(site)
  t.equal(mailsTo(site).length, 15)

  await addMany(site, 'confirmation-mails', ADA.email, 8)
  await deliver(site)
  const inTheHour = mailsTo(site).length
  t.equal(inTheHour, 20, 'five links of eight')

  site.wait(HOUR + 60_000)
  await deliver(site)
  t.strictSame(
    mailsTo(site)
      .slice(inTheHour)
      .map(({ subject }) => subject),
    ['Link', 'Link', 'Link'],
    'the links before the news',
  )
  site.wait(HOUR)
  await deliver(site)
  site.wait(HOUR)
  await deliver(site)
  t.equal(mailsTo(site).length, 38, 'and nothing is lost')
})

t.test('two workers at once send no more than one', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  await addMany(site, 'confirmation-mails', ADA.email, 60)
  const other = { ...site.deps, keyring: new Keyring(site.deps.config.secretKey) }

  await Promise.all(
    [site.deps, other].map((deps) => deliverDue(deps, 'confirmation-mails', { test: composer })),
  )

  t.equal(mailsTo(site).length, 20)
})

t.test('a mail that the server refused has not used up anybody’s room', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  await addMany(site, 'confirmation-mails', ADA.email, 5)
  site.refuseMail = () => new TypeError('unforeseen')
  for (let attempt = 0; attempt < 8; attempt++) {
    await deliver(site)
    site.wait(60_000)
  }
  t.equal(mailsTo(site).length, 0)

  site.refuseMail = undefined
  site.wait(4 * HOUR)
  await addMany(site, 'confirmation-mails', ADA.email, 15)
  await deliver(site)

  t.equal(mailsTo(site).length, 20)
})

t.test('who was written to is forgotten when the hour is over, and was never named', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  await addMany(site, 'confirmation-mails', ADA.email, 2)
  await deliver(site)
  const { upkeep } = handlersFor(site.deps)

  await upkeep()
  const [row, ...others] = await site.db.selectFrom('mailBrakes').selectAll().execute()
  t.equal(row?.address.length, 16)
  t.strictSame(others, [])

  site.wait(HOUR + 1_000)
  await upkeep()
  t.strictSame(await site.db.selectFrom('mailBrakes').selectAll().execute(), [])
})
