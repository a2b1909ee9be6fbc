import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { connect } from '../../src/database/connect.js'
import { Keyring } from '../../src/keys/keyring.js'
import { openLog } from '../../src/log.js'
import { Levels } from '../../src/web/limits/levels.js'
import { findWait, Limits } from '../../src/web/limits/limits.js'
import { networkOf, wideNetworkOf } from '../../src/web/limits/networks.js'
import type { Measure } from '../../src/web/limits/store.js'
import { handlersFor } from '../../src/worker.js'
import { countRows, sign } from '../signatures/support.js'
import { addPetition } from '../support/factories.js'
import { enginesAtHand, until } from '../support/queues.js'
import { startSite } from '../support/site.js'

t.test('one household is one network, and what is around it a wide one', async (t) => {
  for (const [ip, network, wide] of [
    ['192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ] as const) {
    t.equal(networkOf(ip), network)
    t.equal(wideNetworkOf(ip), wide)
  }
})

t.test(
  'a hall of three hundred signs from one address, and who comes then waits as long as told',
  async (t) => {
    const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
    const { slug, id } = await addPetition(site)

    let signed = 0
    const begun = performance.now()
    const typed = { name: 'Grace Hopper', comment: 'Because we read.' }
    const signNext = () => sign(site, slug, { ...typed, email: `person${signed}@hall${signed}.example` })
    let refused = await signNext()
    for (; refused.statusCode === 303; refused = await signNext()) signed++

    const free = (2 * (performance.now() - begun)) / 1000
    t.ok(signed >= 300 && signed <= 301 + free, `${signed}, with those whose place became free meanwhile`)
    t.equal(refused.statusCode, 429)
    const seconds = Number(refused.headers['retry-after'])
    t.ok(seconds >= 1 && seconds <= 2, `${seconds} s`)
    t.match(refused.body, 'value="Grace Hopper"', 'what was typed is still there')
    t.match(refused.body, 'Because we read.')
    t.match(refused.body, 'press the button again in')
    t.equal(await countRows(site, id), signed)

    site.wait(seconds * 1000)
    const first = await sign(site, slug)
    // What was counted while it was told may still be on its way to the shared count: a second more, no longer.
    if (first.statusCode !== 303) site.wait(1_000)
    t.equal(first.statusCode === 303 ? 303 : (await sign(site, slug)).statusCode, 303)
  },
)

t.test('the page for who has to wait is in both languages', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.004' })
  const { slug } = await addPetition(site)
  await sign(site, slug)

  const french = await sign(site, slug, {}, { 'accept-language': 'fr' })
  t.equal(french.statusCode, 429)
  t.match(french.body, 'appuyez de nouveau sur le bouton dans')
  const other = await site.submit('/account/sign-in', { email: 'a@example.org' })
  const again = await site.submit('/account/sign-in', { email: 'b@example.org' })
  t.not(other.statusCode, 429)
  t.equal(again.statusCode, 429)
  t.match(again.body, /press the button again in (4\d\d|[5-9]\d\d) minutes|in \d+ minutes/)
})

t.test('whatever form has to wait, what was typed is kept and sent again at one press', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.05' })
  const { slug } = await addPetition(site)
  const report = {
    about: 'other',
    where: 'The title:\n"Burn it"',
    explanation: 'Line one "quoted" <b>\nLine two & more',
    name: 'Ada',
    email: 'ada@example.org',
    good_faith: 'on',
  }
  const address = `/petitions/${slug}/reports`
  await site.submit(address, report)

  for (const [language, button] of [
    ['en', 'Send it again'],
    ['fr', 'Envoyer de nouveau'],
  ]) {
    const refused = await site.submit(address, report, { 'accept-language': language! })
    t.equal(refused.statusCode, 429)
    t.ok(Number(refused.headers['retry-after']) > 0)
    t.match(refused.headers['cache-control'], /no-store/)
    t.match(refused.body, button)
    t.notMatch(refused.body, '<b>')

    const again = readForm(refused.body)
    t.strictSame(again, { action: address, fields: report })
  }
  site.wait(3 * 3_600_000)
  t.not((await site.submit(address, report)).statusCode, 429)
})

t.test('a page that has to wait says when to load it again', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.004' })
  await site.get('/petitions?q=garden')

  // Other words than a moment ago: what was just asked is answered from memory, whatever the limit says.
  const refused = await site.get('/petitions?q=library')
  t.equal(refused.statusCode, 429)
  t.match(refused.body, /href="\/petitions\?q=library"[^>]*>Load the page again</)
  t.match(refused.body, /Load the page again in/)
  const french = await site.get('/petitions?q=library', { 'accept-language': 'fr' })
  t.match(french.body, /Rechargez la page dans/)
})

/** The form of a page, as a browser would send it. */
function readForm(html: string) {
  const text = (value: string) =>
    value.replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name as 'lt']!,
    )
  const form = /<form method="post" action="([^"]+)">((?:<input type="hidden"[^>]*>)*)<button/.exec(html)
  if (!form) return undefined
  const inputs = [...form[2]!.matchAll(/name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: text(form[1]!),
    fields: Object.fromEntries(inputs.map(([, name, value]) => [text(name!), text(value!)])),
  }
}

t.test('an address is refused as often whether or not it has signed', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  const petitions = await Promise.all(Array.from({ length: 3 }, () => addPetition(site)))
  async function countUntilRefused(email: string, slugs: string[]): Promise<number> {
    for (let tries = 0; ; tries++) {
      const answer = await sign(site, slugs[tries % slugs.length]!, { email })
      if (answer.statusCode === 429) return tries
    }
  }

  const once = await countUntilRefused('ada@gmail.com', [petitions[0]!.slug])
  const several = await countUntilRefused(
    'grace@gmail.com',
    petitions.map(({ slug }) => slug),
  )

  t.equal(once, 40)
  t.equal(several, 40)
  t.equal((await sign(site, petitions[0]!.slug, { email: 'a.d.a+x@googlemail.com' })).statusCode, 429)
})

t.test('a domain that anybody can fill with addresses is limited, a free provider is not', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.1' })
  const limits = new Limits(new Levels(site.deps), 0.1)
  const from = (mailDomain: string, amount: number) =>
    findWait(async () => {
      for (let person = 0; person < amount; person++)
        await limits.takeSigner({ canonical: `p${person}@${person}.${mailDomain}`, mailDomain })
    })

  t.equal(await from('gmail.com', 200), undefined)
  t.equal(await from('one.robots.example', 60), undefined)
  t.ok(await from('two.robots.example', 1), 'another name before the same domain is the same')
})

t.test('many addresses of one wide network wait together, and their neighbours do not', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '0.1' })
  const limits = new Limits(new Levels(site.deps), 0.1)
  const signFrom = (ip: string) => findWait(() => limits.takeSigning({ ip } as never))

  for (let host = 0; host < 150; host++) t.equal(await signFrom(`192.0.2.${host}`), undefined)
  t.ok(await signFrom('192.0.2.200'))
  t.equal(await signFrom('192.0.3.200'), undefined)
  for (let host = 0; host < 150; host++) await signFrom(`2001:db8:7:${host.toString(16)}::1`)
  t.ok(await signFrom('2001:db8:7:ffff::1'))
  t.equal(await signFrom('2001:db8:8:ffff::1'), undefined)
})

t.test('levels are swept, and name nobody', async (t) => {
  const site = await startSite(t, { RATE_LIMIT_SCALE: '1' })
  const { slug } = await addPetition(site)
  for (let time = 0; time < 5; time++) await sign(site, slug)
  const rows = () => site.db.selectFrom('limitLevels').selectAll().execute()
  await until('they are shared', async () => (await rows()).length >= 3)

  t.notMatch(JSON.stringify(await rows()), /ada|example|127\.0/)
  await handlersFor(site.deps).upkeep()
  t.ok((await rows()).length >= 3)
  site.wait(3 * 3_600_000 + 60_000)
  await handlersFor(site.deps).upkeep()
  t.strictSame(await rows(), [])
})

const METER: Measure = { name: 'test', leak: 0.1, ceiling: 1e9, high: 10, low: 4 }

for (const engine of enginesAtHand()) {
  async function openTwo(t: Test) {
    const queues = await engine.start(t)
    const { redisUrl, databaseUrl } = queues.connection
    let ahead = 0
    const levels = await Promise.all(
      [1, 2].map(async () => {
        const db = connect(databaseUrl, { max: 4 })
        const deps = {
          db,
          keyring: new Keyring(Buffer.alloc(32, 7)),
          clock: { now: () => new Date(Date.now() + ahead) },
          log: openLog('silent'),
          config: { redisUrl },
        }
        const opened = new Levels(deps as never)
        t.teardown(async () => {
          await opened.close()
          await db.destroy()
        })
        return opened
      }),
    )
    const [one, two] = levels as [Levels, Levels]
    return {
      one,
      two,
      queues,
      wait: (milliseconds: number) => {
        ahead += milliseconds
      },
    }
  }

  t.test(`${engine.name}: two processes count together, exactly where it matters`, async (t) => {
    const { one, two } = await openTwo(t)
    const limits = [new Limits(one, 1), new Limits(two, 1)]

    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        findWait(() => limits[index % 2]!.take('sign-in-address', 'ada@example.org')),
      ),
    )

    t.equal(tries.filter((wait) => wait === undefined).length, 5)
    t.equal(await findWait(() => limits[0]!.take('sign-in-address', 'grace@example.org')), undefined)
  })

  t.test(`${engine.name}: what one process let in, another has heard of and lets in no more`, async (t) => {
    const { one, two } = await openTwo(t)
    const [here, there] = [new Limits(one, 0.1), new Limits(two, 0.1)]
    const isTaken = async (limits: Limits) =>
      (await findWait(() => limits.take('sign-network', '192.0.2.1'))) === undefined
    for (let time = 0; time < 30; time++) t.ok(await isTaken(here), 'thirty at once')
    t.notOk(await isTaken(here))

    // Alone it would let in thirty of its own.
    let taken = 0
    while (taken < 30 && (await isTaken(there))) {
      taken += 1
      await sleep(200)
    }

    t.ok(taken < 30, `${taken} more before it heard of them`)
  })

  t.test(`${engine.name}: an alarm is raised, seen by the other, and lowered with time`, async (t) => {
    const { one, two, wait } = await openTwo(t)
    one.pour(METER, 'a', 9)
    t.equal(await two.isRaised(METER, 'a'), false)
    await one.pourAndHear(METER, 'a', 2)

    await until('the other knows', () => two.isRaised(METER, 'a'), 5_000)
    wait(55_000)
    await two.pourAndHear(METER, 'a', 0)
    t.equal(await two.isRaised(METER, 'a'), true, 'not at the first drop below')
    wait(20_000)
    await two.pourAndHear(METER, 'a', 0)
    t.equal(await two.isRaised(METER, 'a'), false)
    await one.pourAndHear(METER, 'a', -50)
    t.equal(await two.pourAndHear(METER, 'a', 1), 1, 'nothing is below empty')
  })

  t.test(`${engine.name}: while the store is away each process goes by what it knows`, async (t) => {
    const { one, two, queues } = await openTwo(t)
    const limits = [new Limits(one, 1), new Limits(two, 1)]
    await limits[0]!.take('report-address', 'ada@example.org')
    await limits[1]!.take('report-address', 'ada@example.org')
    await queues.shut()

    const tries = await Promise.all(
      Array.from({ length: 8 }, () => findWait(() => limits[0]!.take('report-address', 'ada@example.org'))),
    )
    t.equal(tries.filter((wait) => wait === undefined).length, 4, 'five in this process')

    await queues.open()
    await until(
      'they count together again',
      async () => (await findWait(() => limits[1]!.take('report-address', 'ada@example.org'))) !== undefined,
      20_000,
    )
  })
}
