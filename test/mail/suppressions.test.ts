/** How long an address gets no mail, and how it gets some again. */

import t from 'tap'
import { DelayedError } from '../../src/mail/mailer.js'
import { markOf, readMark } from '../../src/mail/marks.js'
import { addMails, type Composer, deliverDue } from '../../src/mail/outbox.js'
import { fingerprintAddress, suppress } from '../../src/mail/suppressions.js'
import { startSite, type TestSite } from '../support/site.js'

const DAY = 86_400_000

const compose: Composer = async (_deps, mails) =>
  new Map(
    mails.map(({ id, params }) => [
      id,
      {
        to: String(params.to),
        locale: 'en' as const,
        subject: 'News',
        preview: 'News',
        blocks: [],
        why: 'You asked.',
        ...(params.asked && { evenAfterComplaint: true as const }),
      },
    ]),
  )

/** @returns how many left. */
async function send(site: TestSite, to: string, { count = 1, asked = false } = {}): Promise<number> {
  const before = site.mails.length
  const mail = { queue: 'updates' as const, kind: 'test', params: { to, asked }, locale: 'en' as const }
  await addMails(
    site.db,
    Array.from({ length: count }, () => ({ ...mail, dueAt: site.deps.clock.now() })),
  )
  await deliverDue(site.deps, 'updates', { test: compose })
  return site.mails.length - before
}

async function mark(site: TestSite, kind: 'hard' | 'soft' | 'complaint', to = 'ada@example.com') {
  const fingerprint = (await fingerprintAddress(site.deps, to))!
  await suppress(site.db, { fingerprint, kind, source: 'test', at: site.deps.clock.now() })
}

t.test('every spelling of a marked address gets nothing, its neighbours do', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard', 'a.da+news@gmail.com')

  t.equal(await send(site, 'ada@googlemail.com'), 0)
  t.equal(await send(site, 'adam@gmail.com'), 1)
})

t.test('after two weeks one mail tries again; when it comes back, the wait doubles', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard')
  site.wait(13 * DAY)
  t.equal(await send(site, 'ada@example.com'), 0)

  site.wait(2 * DAY)
  t.equal(await send(site, 'ada@example.com', { count: 3 }), 1, 'one of three')
  t.equal(await send(site, 'ada@example.com'), 0)
  await mark(site, 'hard')
  site.wait(20 * DAY)
  t.equal(await send(site, 'ada@example.com'), 0)
  site.wait(9 * DAY)
  t.equal(await send(site, 'ada@example.com'), 1)
})

t.test('an address whose try did not come back lives again', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard')
  site.wait(15 * DAY)
  t.equal(await send(site, 'ada@example.com'), 1)
  site.wait(6 * DAY)

  t.equal(await send(site, 'ada@example.com', { count: 3 }), 3)
  t.strictSame(await site.db.selectFrom('suppressions').selectAll().execute(), [])
})

t.test('a try that could not leave is taken again', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard')
  site.wait(15 * DAY)
  site.refuseMail = () => new DelayedError('451')
  t.equal(await send(site, 'ada@example.com'), 0)
  site.refuseMail = undefined
  site.wait(60_000)

  await deliverDue(site.deps, 'updates', { test: compose })

  t.equal(site.mails.length, 1)
})

t.test('two workers that find the same address ready let one mail try', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard')
  site.wait(15 * DAY)
  const mail = {
    kind: 'test',
    params: { to: 'ada@example.com' },
    locale: 'en' as const,
    dueAt: site.deps.clock.now(),
  }
  await addMails(site.db, [
    { ...mail, queue: 'updates' as const },
    { ...mail, queue: 'milestone-mails' as const },
  ])

  await Promise.all([
    deliverDue(site.deps, 'updates', { test: compose }),
    deliverDue(site.deps, 'milestone-mails', { test: compose }),
  ])

  t.equal(site.mails.length, 1)
})

t.test('soft bounces count once a day, and only three days of them stop the mails', async (t) => {
  const site = await startSite(t)
  await mark(site, 'soft')
  await mark(site, 'soft')
  await mark(site, 'soft')
  t.equal(await send(site, 'ada@example.com'), 1)
  site.wait(2 * DAY)
  await mark(site, 'soft')
  t.equal(await send(site, 'ada@example.com'), 1)
  site.wait(2 * DAY)
  await mark(site, 'soft')
  t.equal(await send(site, 'ada@example.com'), 0)
  t.match(await site.db.selectFrom('suppressions').select('count').execute(), [{ count: 3 }])

  site.wait(15 * DAY)
  t.equal(await send(site, 'ada@example.com'), 1)
})

t.test('soft bounces of last season are forgotten', async (t) => {
  const site = await startSite(t)
  await mark(site, 'soft')
  site.wait(2 * DAY)
  await mark(site, 'soft')
  site.wait(40 * DAY)
  await mark(site, 'soft')

  t.match(await site.db.selectFrom('suppressions').select('count').execute(), [{ count: 1 }])
})

t.test('a complaint stays, whatever comes after, and lets only what was asked for pass', async (t) => {
  const site = await startSite(t)
  await mark(site, 'soft')
  await mark(site, 'complaint')
  await mark(site, 'hard')
  site.wait(400 * DAY)
  await site.work('upkeep')

  t.equal(await send(site, 'ada@example.com'), 0)
  t.equal(await send(site, 'ada@example.com', { asked: true }), 1)
  t.match(await site.db.selectFrom('suppressions').select(['kind', 'count']).execute(), [
    { kind: 'complaint' },
  ])
})

t.test('hard bounces are forgotten after a year, soft ones after a month', async (t) => {
  const site = await startSite(t)
  await mark(site, 'hard')
  await mark(site, 'soft', 'eve@example.com')
  site.wait(31 * DAY)
  await site.work('upkeep')
  t.match(await site.db.selectFrom('suppressions').select('kind').execute(), [{ kind: 'hard' }])
  site.wait(336 * DAY)
  await site.work('upkeep')

  t.strictSame(await site.db.selectFrom('suppressions').selectAll().execute(), [])
})

t.test('the marks of mails to one address do not look alike, nor tell the address', async (t) => {
  const site = await startSite(t)
  await send(site, 'ada@example.com', { count: 2 })

  const rows = await site.db.selectFrom('mails').select('recipientSealed').execute()
  const [one, two] = rows.map(({ recipientSealed }) => recipientSealed!.toString('hex'))
  t.equal(one!.length, two!.length)
  t.not(one, two)
  const fingerprint = (await fingerprintAddress(site.deps, 'ada@example.com'))!.toString('hex')
  t.notOk(one!.includes(fingerprint))

  site.wait(91 * DAY)
  await site.work('upkeep')
  t.strictSame(await site.db.selectFrom('mails').selectAll().execute(), [])
})

t.test('a mark opens its own door alone', async (t) => {
  const site = await startSite(t)
  const keys = await site.deps.keyring.getSiteKeys(site.db, 'bounces')
  const others = await site.deps.keyring.getSiteKeys(site.db, 'accounts')
  const mark = markOf(keys, 'return-path', 4242)

  t.equal(readMark(keys, 'return-path', mark), 4242)
  t.equal(readMark(keys, 'return-path', mark.toUpperCase()), 4242)
  for (const wrong of [
    `0${mark}`,
    `${mark}0`,
    mark.slice(1),
    '',
    '-',
    mark.replace('-', ''),
    'zzzzzzzzzzz-0000000000000000',
  ])
    t.equal(readMark(keys, 'return-path', wrong), undefined, wrong)
  t.equal(readMark(keys, 'message-id', mark), undefined)
  t.equal(readMark(others, 'return-path', mark), undefined)
  for (let id = 1; id < 2_000; id++) {
    const letters = markOf(keys, 'return-path', id)
    if (readMark(keys, 'return-path', letters) !== id) t.fail(`${id} is not read again`)
  }
})
