/** Mails on their way to a real mail server: what it refuses, puts off, or does not live to accept. */

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { openMailer } from '../../src/mail/mailer.js'
import { addMails, type Composer, deliverDue } from '../../src/mail/outbox.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { openGate, until } from '../support/queues.js'
import { startSite, type TestSite } from '../support/site.js'

const FROM = 'Clameur <petitions@clameur.example>'

/** Letters to `reader<n>@example.org`, n being what the row says. */
const compose: Composer = async (_deps, mails) =>
  new Map(
    mails.map(({ id, params }) => [
      id,
      {
        to: `reader${params.n}@example.org`,
        locale: 'fr' as const,
        subject: 'Réouverture à l’été : « enfin » — 図書館 📚',
        preview: 'Elle rouvre.',
        blocks: [
          { paragraph: 'La bibliothèque rouvre <mercredi> & jeudi.' },
          { button: { label: 'Lire', url: 'https://clameur.test/petitions/x?a=1&b=2' } },
        ],
        why: 'Vous avez demandé des nouvelles.',
        ...(params.n === 1 && {
          unsubscribe: { url: 'https://clameur.test/unsubscribe/u1', label: 'Se désabonner' },
        }),
      },
    ]),
  )

async function start(t: Test): Promise<{ site: TestSite; server: MailServer; deliver(): Promise<void> }> {
  const site = await startSite(t)
  const server = await startMailServer(t)
  const mailer = openMailer({ smtpUrl: server.url, mailFrom: FROM, dataDir: '' })
  t.teardown(() => mailer.close())
  const deps = { ...site.deps, mailer }
  return { site, server, deliver: () => deliverDue(deps, 'updates', { test: compose }) }
}

async function add(site: TestSite, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const mails = numbers.map((n) => ({
    queue: 'updates' as const,
    kind: 'test',
    params: { n },
    locale: 'fr' as const,
  }))
  await addMails(site.db, mails)
}

async function rowsOf(site: TestSite) {
  return site.db.selectFrom('mails').select(['state', 'attempts', 'failure', 'dueAt']).orderBy('id').execute()
}

t.test('a mail arrives in text and HTML, with every letter of its subject', async (t) => {
  const { site, server, deliver } = await start(t)
  await add(site, 2)

  await deliver()

  const mail = await server.mailTo('reader1@example.org')
  t.equal(mail.subject, 'Réouverture à l’été : « enfin » — 図書館 📚')
  t.match(mail.text, 'La bibliothèque rouvre <mercredi> & jeudi.')
  t.match(mail.text, 'https://clameur.test/petitions/x?a=1&b=2')
  t.match(mail.html, 'La bibliothèque rouvre &lt;mercredi&gt; &amp; jeudi.')
  t.match(mail.html, 'href="https://clameur.test/petitions/x?a=1&amp;b=2"')
  t.match(mail.headers.from, 'petitions@clameur.example')
  t.equal(mail.headers['auto-submitted'], 'auto-generated')
  t.match(mail.headers['message-id'], /^<.+@.+>$/)
})

t.test(
  'news can be unsubscribed from with one click (RFC 8058), what was asked for says nothing of it',
  async (t) => {
    const { site, server, deliver } = await start(t)
    await add(site, 2)

    await deliver()

    const news = await server.mailTo('reader1@example.org')
    t.equal(news.headers['list-unsubscribe'], '<https://clameur.test/unsubscribe/u1>')
    t.equal(news.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
    t.match(news.text, 'https://clameur.test/unsubscribe/u1', 'and by a link that people see')
    const asked = await server.mailTo('reader2@example.org')
    t.notOk('list-unsubscribe' in asked.headers)
    t.notOk('list-unsubscribe-post' in asked.headers)
  },
)

t.test(
  'a mail that is refused for good has failed, keeps the code alone, and holds up no other',
  async (t) => {
    const { site, server, deliver } = await start(t)
    await add(site, 3)
    server.refuse = (to) =>
      to === 'reader2@example.org' ? '550 reader2@example.org does not live here' : undefined

    await deliver()
    await deliver()

    const rows = await rowsOf(site)
    t.strictSame(
      rows.map(({ state, failure }) => [state, failure]),
      [
        ['sent', null],
        ['failed', '550'],
        ['sent', null],
      ],
    )
    t.equal(server.received.length, 2)
  },
)

t.test('a mail that is put off comes back later and later, and arrives', async (t) => {
  const { site, server, deliver } = await start(t)
  await add(site, 1)
  server.refuse = () => '451 Greylisted, come back'
  const waits: number[] = []

  for (let attempt = 0; attempt < 4; attempt++) {
    const before = site.deps.clock.now().getTime()
    await deliver()
    const [row] = await rowsOf(site)
    t.match(row, { state: 'due', attempts: attempt + 1, failure: '451' })
    waits.push(Math.round((row!.dueAt.getTime() - before) / 1000))
    await deliver()
    t.equal((await rowsOf(site))[0]!.attempts, attempt + 1, 'not before its time')
    site.wait(row!.dueAt.getTime() - before + 1_000)
  }
  server.refuse = undefined
  await deliver()

  t.strictSame(waits, [30, 60, 120, 240])
  t.match(await rowsOf(site), [{ state: 'sent' }])
  t.equal(server.received.length, 1)
})

t.test(
  'with the mail server away nothing is lost and nothing counts as tried; all leave when it is back',
  async (t) => {
    const { site, server, deliver } = await start(t)
    await add(site, 30)
    await server.stop()

    await t.rejects(deliver(), { name: 'MailServerAwayError' })
    t.ok((await rowsOf(site)).every(({ state, attempts }) => state === 'due' && attempts === 0))

    await server.start()
    await deliver()
    t.equal(server.received.length, 30)
    t.ok((await rowsOf(site)).every(({ state }) => state === 'sent'))
  },
)

t.test('a server that turns everyone away for now (421) keeps all mails due', async (t) => {
  const { site, server, deliver } = await start(t)
  await add(site, 5)
  server.refuse = () => '421 Too busy'

  await t.rejects(deliver(), { name: 'MailServerAwayError' })

  t.ok((await rowsOf(site)).every(({ state, attempts }) => state === 'due' && attempts === 0))
})

t.test('four workers at once send every mail once', async (t) => {
  const { site, server, deliver } = await start(t)
  await add(site, 200)

  await Promise.all([deliver(), deliver(), deliver(), deliver()])

  t.equal(server.received.length, 200)
  t.equal(new Set(server.received.map(({ to }) => to)).size, 200)
})

t.test('a worker that is killed in the middle: every mail arrives, the fewest of them twice', async (t) => {
  const { site, server, deliver } = await start(t)
  await add(site, 120)
  // Slow enough to be killed in the middle of a batch.
  const gate = await openGate(t, server.url)
  const worker = fork(fileURLToPath(new URL('../support/mail-worker.js', import.meta.url)), {
    env: { PATH: process.env.PATH, DATABASE_URL: site.databaseUrl, SMTP_URL: gate.url },
  })
  await until('a batch is under way', () => server.received.length >= 30, 20_000)

  worker.kill('SIGKILL')
  await new Promise((resolve) => worker.once('exit', resolve))
  const before = server.received.length
  t.ok(before < 120, `${before} had left when it was killed`)
  await until('PostgreSQL has let go of its rows', async () => {
    await deliver()
    return (await rowsOf(site)).every(({ state }) => state === 'sent')
  })

  t.equal(new Set(server.received.map(({ to }) => to)).size, 120)
  const twice = server.received.length - 120
  t.ok(twice <= 25, `${twice} of them twice: no more than one batch`)
})
