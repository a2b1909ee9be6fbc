import t from 'tap'
import { addMails, type Composer, deliverDue } from '../../src/mail/outbox.js'
import { startSite, type TestSite } from '../support/site.js'

const letterTo = (to: string) => ({
  to,
  locale: 'en' as const,
  subject: 'News',
  preview: 'News',
  blocks: [{ paragraph: 'It is open again.' }],
  why: 'You asked for it.',
})

async function addThree(site: TestSite): Promise<number[]> {
  await addMails(
    site.db,
    [1, 2, 3].map((params) => ({ queue: 'updates', kind: 'test', params: { n: params }, locale: 'en' })),
  )
  return (await site.db.selectFrom('mails').select('id').orderBy('id').execute()).map(({ id }) => id)
}

const statesOf = async (site: TestSite) =>
  (await site.db.selectFrom('mails').select('state').orderBy('id').execute()).map(({ state }) => state)

t.test('a letter that cannot be written waits alone, and the others leave once', async (t) => {
  const site = await startSite(t)
  const [, broken] = await addThree(site)
  const composer: Composer = async ({ db }, mails) => {
    // As a real one fails: by a statement that PostgreSQL refuses, in the outbox's own transaction.
    if (mails.some(({ id }) => id === broken))
      await db
        .selectFrom('mails')
        .select('nothing' as 'id')
        .execute()
    return new Map(mails.map(({ id }) => [id, letterTo(`reader${id}@example.org`)]))
  }

  await deliverDue(site.deps, 'updates', { test: composer })
  await deliverDue(site.deps, 'updates', { test: composer })

  t.equal(site.mails.length, 2)
  t.strictSame(await statesOf(site), ['sent', 'due', 'sent'])

  site.wait(2 * 86_400_000)
  for (let attempt = 0; attempt < 12; attempt += 1, site.wait(86_400_000))
    await deliverDue(site.deps, 'updates', { test: composer })
  t.strictSame(await statesOf(site), ['sent', 'failed', 'sent'], 'and is given up in the end')
})

t.test('a mail that fails in an unforeseen way does not send its neighbours twice', async (t) => {
  const site = await startSite(t)
  const [, broken] = await addThree(site)
  const composer: Composer = async (_deps, mails) =>
    new Map(mails.map(({ id }) => [id, letterTo(`reader${id}@example.org`)]))
  site.refuseMail = ({ to }) =>
    to === `reader${broken}@example.org` ? new TypeError('unforeseen') : undefined

  await deliverDue(site.deps, 'updates', { test: composer })
  await deliverDue(site.deps, 'updates', { test: composer })

  t.equal(site.mails.length, 2)
  t.strictSame(await statesOf(site), ['sent', 'due', 'sent'])
})

t.test('a mail of a kind that nobody writes holds up no other', async (t) => {
  const site = await startSite(t)
  await addMails(site.db, [{ queue: 'confirmation-mails', kind: 'of-a-newer-version', locale: 'en' }])
  await site.work()

  t.strictSame(await statesOf(site), ['due'])
})

t.test('a mail leaves at once when the clock of the database is a little ahead', async (t) => {
  const site = await startSite(t)
  await addThree(site)
  site.wait(-1_000)

  await deliverDue(site.deps, 'updates', {
    test: async (_deps, mails) => new Map(mails.map(({ id }) => [id, letterTo(`reader${id}@example.org`)])),
  })

  t.strictSame(await statesOf(site), ['sent', 'sent', 'sent'])
})
