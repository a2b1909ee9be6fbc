/**
 * An attack: 5,000 signatures from one network and one throw-away domain among 1,000 honest ones. Found by the rules,
 * set aside in two clicks, the honest untouched, some restored and the rest removed; the number exact all along.
 */

import { sql } from 'kysely'
import t, { type Test } from 'tap'
import type { Alert, Petition } from '../../src/database/tables.js'
import { traitOf } from '../../src/detection/rules.js'
import { dayOf } from '../../src/petitions/days.js'
import { conditionOfAlert, holds } from '../../src/quarantine/condition.js'
import { localMoment } from '../../src/quarantine/moment.js'
import { recount } from '../../src/signatures/recount.js'
import { robot, type Sent, send } from '../quarantine/support.js'
import { openPage, type Page, startBrowser } from '../support/browser.js'
import { doorOf } from '../support/door.js'
import { addModerator, addPetition, signInAs } from '../support/factories.js'
import { person } from '../support/people.js'
import { until } from '../support/queues.js'
import { startService, type TestService } from '../support/service.js'

const HONEST = 1_000
const ATTACKERS = 5_000
/** Of the attackers: a moderator finds that these were people after all. */
const RESTORED = 500

/** Those of which all attackers are one group. */
const FOUND_BY = [
  'network-burst',
  'wide-network-burst',
  'domain-burst',
  'agent-share',
  'address-sequence',
  'disposable-domains',
  'fast-form',
]

const DOMAINS = ['gmail.com', 'orange.fr', 'laposte.net', 'free.fr', 'ville-lyon.example', 'ecole.example']

/** From everywhere, with the browsers that people have, in the time that people take. */
function honest(index: number): Sent {
  const { name, country, postcode } = person(index)
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return {
    name,
    country,
    postcode,
    email: `${letters}.durand@${DOMAINS[index % DOMAINS.length]}`,
    ip: `198.${18 + (index % 100)}.${index % 251}.${(index * 7) % 250}`,
    agent: `Mozilla/5.0 Browser/${index % 60}`,
    fillSeconds: 12 + (index % 90),
  }
}

/** Sent at the same time as the others. */
function attacker(index: number): Sent {
  return { ...robot(index), ...(index < RESTORED ? { country: 'BE', postcode: '1000' } : {}) }
}

t.test('an attack is found, set aside in two clicks, and leaves the honest untouched', async (t) => {
  const service = await startService(t, { RATE_LIMIT_SCALE: '1000000' })
  const petition = await addPetition(service, { title: 'Keep the night trains', goal: 10_000 })
  const honestIds: number[] = []
  const attackIds: number[] = []
  for (let part = 0; part < 10; part += 1) {
    honestIds.push(...(await send(service, petition, range(part, HONEST / 10, honest))))
    attackIds.push(...(await send(service, petition, range(part, ATTACKERS / 10, attacker))))
  }
  const before = await rowsOf(service, petition, honestIds)
  t.equal(await countOf(service, petition), HONEST + ATTACKERS)

  // Nobody told the service to look: its workers do, once the rows have settled.
  service.wait(21_000)
  service.deps.jobs.wakeLater('detection')
  const isFoundBy = (alerts: Awaited<ReturnType<typeof alertsOf>>, rule: string) =>
    alerts.find((alert) => alert.rule === rule)?.found === ATTACKERS
  await until(
    'each of these rules has found all of them',
    async () => {
      const alerts = await alertsOf(service)
      return FOUND_BY.every((rule) => isFoundBy(alerts, rule))
    },
    30_000,
  )
  const alerts = await alertsOf(service)
  const honestIn = await Promise.all(alerts.map((alert) => countMeant(service, alert, honestIds)))
  t.ok(
    honestIn.every((count) => count === 0),
    `and none of ${alerts.length} alerts is about an honest one`,
  )

  const browser = await startBrowser(t)
  const { cookie } = await signInAs(service, await addModerator(service))
  const page = await openPage(t, browser, { baseURL: service.url, viewport: { width: 1280, height: 900 } })
  const [name, value] = cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: service.url }])

  await page.goto('/desk/alerts')
  const watch = watchNumber(t, service, petition)
  await page.getByRole('link', { name: 'Many signatures from one connection' }).click()
  t.match(await page.textContent('main'), /5,000 signatures are meant/)
  await page.getByRole('button', { name: 'Set aside 5,000 signatures' }).click()
  t.match(new URL(page.url()).pathname, /^\/desk\/quarantines\/\d+$/)
  await idle(service)

  await watch.stop()
  t.strictSame(await rowsOf(service, petition, honestIds), before, 'the honest are as they were')
  t.strictSame(
    await idsIn(service, petition, 'quarantined'),
    ascending(attackIds),
    'and the attackers are set aside',
  )
  await checkNumber(t, service, petition, HONEST)
  await page.goto('/desk/alerts')
  t.match(await page.textContent('main'), /Nothing looks like fraud/, 'no other alert of it is left to click')
  await page.goBack()

  await page.reload()
  t.match(await page.textContent('main'), /5,000 signatures set aside for a check/)
  await page.getByLabel('Country').selectOption('BE')
  await page.getByRole('button', { name: 'See what would be restored' }).click()
  t.match(await page.textContent('main'), /500 signatures are meant/)
  await page.getByLabel('Reason, for the public log').selectOption('checked')
  const watchBack = watchNumber(t, service, petition)
  await page.getByRole('button', { name: 'Restore 500 signatures' }).click()
  await idle(service)
  await watchBack.stop()
  await checkNumber(t, service, petition, HONEST + RESTORED)

  await page.reload()
  await page.getByRole('link', { name: 'Remove 4,500 signatures…' }).click()
  await page.getByLabel('Reason, for the public log').selectOption('automated')
  await page.getByLabel('Note for colleagues').fill('One machine, one throw-away domain.')
  const watchOut = watchNumber(t, service, petition)
  await page.getByRole('button', { name: 'Remove 4,500 signatures' }).click()
  await idle(service)
  await watchOut.stop()
  await checkNumber(t, service, petition, HONEST + RESTORED)
  t.strictSame(await rowsOf(service, petition, honestIds), before)
  t.strictSame(
    await idsIn(service, petition, 'removed'),
    attackIds.slice(RESTORED).sort((a, b) => a - b),
  )

  await checkPublicLog(t, service, petition, page)
  t.notOk(
    service.mailServer.received.some(({ to }) => to.endsWith('@mailinator.com')),
    'nobody writes to ten-minute mailboxes',
  )
})

function range(part: number, size: number, make: (index: number) => Sent): Sent[] {
  return Array.from({ length: size }, (_, index) => make(part * size + index))
}

function alertsOf({ db }: TestService) {
  return db.selectFrom('alerts').selectAll().execute()
}

/** How many of these an alert's own condition means. */
async function countMeant({ db, deps }: TestService, alert: Alert, ids: number[]): Promise<number> {
  const { timeZone } = deps.config
  const from = localMoment(alert.firstAt, timeZone)
  const condition = conditionOfAlert({ ...alert, trait: traitOf(alert.rule), from })
  const { rows } = await sql<{ count: number }>`
    select count(*) from signatures where petition_id = ${alert.petitionId} and id = any(${ids}::bigint[])
      and ${holds(condition, timeZone)}`.execute(db)
  return rows[0]!.count
}

function rowsOf({ db }: TestService, petition: Petition, ids: number[]) {
  return db
    .selectFrom('signatures')
    .selectAll()
    .where('petitionId', '=', petition.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .execute()
}

async function idsIn({ db }: TestService, petition: Petition, state: 'quarantined' | 'removed') {
  const rows = await db
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petition.id)
    .where('state', '=', state)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function countOf({ db }: TestService, { id }: Petition): Promise<number> {
  const { confirmed } = await db
    .selectFrom('petitionCounts')
    .select('confirmed')
    .where('petitionId', '=', id)
    .executeTakeFirstOrThrow()
  return confirmed
}

async function idle({ db }: TestService): Promise<void> {
  await until(
    'every decision is carried out',
    async () =>
      !(await db.selectFrom('quarantineActs').select('id').where('state', '=', 'due').executeTakeFirst()),
    20_000,
  )
}

/** Everything that tells a number tells the same one: count, rows, tallies, JSON, the page and the log of the tally. */
async function checkNumber(t: Test, service: TestService, petition: Petition, expected: number) {
  t.equal(await countOf(service, petition), expected)
  t.strictSame(await recount(service.deps, petition.id), [])
  const door = doorOf(service)
  const base = `/petitions/${petition.slug}`
  await until('the public number is that one', async () => {
    const { body } = await door.get(`${base}/count.json`)
    return JSON.parse(body).confirmed === expected
  })
  t.equal(JSON.parse((await door.get(`${base}.json`)).body).data.confirmed, expected)
  t.match((await door.get(base)).body, `>${expected.toLocaleString('en-GB')}<`)
  await until(
    'the log of the tally counts as many: its leaves, less what was taken out of it',
    async () => (await logOf(service, petition)) === expected,
    30_000,
  )
}

async function logOf({ db }: TestService, { id }: Petition): Promise<number | undefined> {
  const { rows } = await sql<{ counted: number; recounted: number }>`
    select counted, size - (
      select count(*) from (
        select distinct on (leaf) kind from log_removals where petition_id = ${id} order by leaf, line desc
      ) as last where kind <> 'restored'
    ) as recounted from logs where petition_id = ${id}`.execute(db)
  const [log] = rows
  return log && log.counted === log.recounted ? log.counted : undefined
}

/** Looks as often as it can, at one moment each: the number, the rows, the tallies and the log must add up. */
function watchNumber(t: Test, { db }: TestService, { id }: Petition) {
  let isOver = false
  let looks = 0
  const wrong: unknown[] = []
  const watching = (async () => {
    while (!isOver) {
      const { rows } = await sql<{ number: number; confirmed: number; tallied: number; out: number }>`
        select confirmed as number,
          (select count(*) from signatures where petition_id = ${id} and state = 'confirmed') as confirmed,
          (select sum(confirmed)::int from tallies where petition_id = ${id}) as tallied,
          (select coalesce(sum(case act when 'set-aside' then counted when 'restored' then -counted else 0 end), 0)::int
            from quarantine_acts where petition_id = ${id}) as out
        from petition_counts where petition_id = ${id}`.execute(db)
      const { number, confirmed, tallied, out } = rows[0]!
      if (number !== confirmed || number !== tallied || number !== HONEST + ATTACKERS - out)
        wrong.push(rows[0])
      looks += 1
    }
  })()
  return {
    async stop() {
      isOver = true
      await watching
      t.strictSame(wrong, [], `exact at each of ${looks} looks`)
      t.ok(looks > 1)
    },
  }
}

async function checkPublicLog(t: Test, service: TestService, petition: Petition, page: Page): Promise<void> {
  const { body } = await doorOf(service).get(`/petitions/${petition.slug}/transparency.json`)
  const { data } = JSON.parse(body)
  t.strictSame(
    data.map(({ act, signatures, unconfirmed, reason, rule }: Record<string, unknown>) => ({
      act,
      signatures,
      unconfirmed,
      reason,
      rule,
    })),
    [
      { act: 'removed', signatures: 4_500, unconfirmed: 0, reason: 'automated', rule: 'network-burst' },
      { act: 'restored', signatures: 500, unconfirmed: 0, reason: 'checked', rule: 'network-burst' },
      { act: 'set-aside', signatures: 5_000, unconfirmed: 0, reason: 'one-source', rule: 'network-burst' },
    ],
  )
  const today = dayOf(service.deps.clock.now(), service.deps.config.timeZone)
  t.ok(
    data.every(({ date }: { date: string }) => date === today),
    'each with its day',
  )
  const french = await doorOf(service).get(`/petitions/${petition.slug}/transparency`, {
    'accept-language': 'fr',
  })
  for (const line of [
    /4.500 signatures retirées/,
    /Signées par un programme/,
    /Trouvées par la règle\s: Beaucoup de signatures d’une même connexion/,
  ])
    t.match(french.body, line)
  await page.goto(`/petitions/${petition.slug}`)
  await page.getByRole('link', { name: 'What was taken out of the number' }).click()
  const told = (await page.textContent('main')) ?? ''
  for (const line of ['4,500 signatures removed', '500 signatures restored', '5,000 signatures set aside'])
    t.match(told, line)
  t.notMatch(
    told + body + french.body,
    /mailinator|203\.0\.113|Blanc|user\d|throw-away domain/,
    'and nothing that leads to anybody',
  )
}

function ascending(ids: number[]): number[] {
  return [...ids].sort((a, b) => a - b)
}
