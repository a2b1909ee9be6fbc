/**
 * Whatever anybody sends to any address, in any order: an answer that the site meant to give.
 *
 * The addresses are the router's own, and what fills them in is found by following the links, forms and mails of a
 * site on which everything has happened once: a new address is part of this without being written down here.
 * HOSTILE_RUNS asks for more of it, HOSTILE_SEED for the same again.
 */

import fc from 'fast-check'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { recount } from '../../src/signatures/recount.js'
import { ALL_ON } from '../bounces/told.js'
import { keepAsTemplate } from '../support/database.js'
import { listRoutes, type Route } from '../support/routes.js'
import { startSite, type TestSite } from '../support/site.js'
import { crawl, isReached, type Known } from './hostile/crawl.js'
import { MULTIPART, multipartFor } from './hostile/files.js'
import { faultOf } from './hostile/judge.js'
import { oddCookies, oddHeaders, pairsFor, pathFor, written } from './hostile/values.js'
import { furnishWorld, keepMail, type World } from './hostile/world.js'

const RUNS = Number(process.env.HOSTILE_RUNS ?? 3)
const seed = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31))
t.comment(`HOSTILE_SEED=${seed} HOSTILE_RUNS=${RUNS}`)

/** Forms are posted to so many addresses of one world before another begins: some of them end what others need. */
const TOGETHER = 24

/** What nobody gets to, and why; all that is not here must be reached by somebody. */
const CLOSED: Record<string, string> = {
  'POST /dossiers/:token/outcomes/promises': 'who decides promises in a reply',
  'POST /dossiers/:token/outcomes/disputes': 'moderators doubt',
  'POST /account/petitions/:slug/outcomes/disputes': 'moderators doubt',
  'GET /dossiers/:token/codes': 'leads back to the page that asks for a code',
  'POST /my-signatures/leave': 'leads back to the page that asks for an address',
}

/** JSON with a signature is what they read: test/bounces/webhooks.test.ts sends it, and anything else. */
const isWebhook = ({ path }: Route) => path.startsWith('/webhooks/')

/** A site with everything on it, as a database to begin with; what is known of it; who is there. */
interface Kept extends World {
  database: string
  known: Known
  routes: Route[]
}

const ODD_BODIES = [
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nAda\r\n--x--\r\n',
  ],
  ['multipart/form-data; boundary=x', '--x\r\nbroken'],
  ['multipart/form-data', 'no boundary'],
  ['application/x-www-form-urlencoded', '%ff%fe=%&&&===&a[b][c]=1&__proto__=1'],
  ['application/x-www-form-urlencoded; charset=utf-16', 'a=b'],
] as const

interface Request {
  route: Route
  url: string
  payload?: string | Buffer
  headers: Record<string, string>
  person: string
}

function requestsTo({ known, people }: Kept, route: Route): fc.Arbitrary<Request> {
  const ways = known.ways.get(`${route.method} ${route.path}`)!
  const names = [...known.names]
  const others = fc.constantFrom(...Object.keys(people))
  return fc
    .tuple(fc.constantFrom(...ways), fc.nat(4), others, oddHeaders, oddCookies)
    .chain(([way, luck, other, odd, cookie]) => {
      // Mostly who may be there.
      const person = luck === 0 ? other : way.person
      const own = people[person]!.headers
      const headers = { ...odd, ...own, cookie: [own.cookie, cookie].filter(Boolean).join('; ') }
      const pairs = pairsFor(way.fields, names)
      if (route.method === 'GET')
        return fc.record({ path: pathFor(route.path, ways), pairs }).map(({ path, pairs }) => ({
          route,
          url: pairs.length > 0 ? `${path}?${written(pairs)}` : path,
          headers,
          person,
        }))
      const kinds: fc.Arbitrary<[string, string | Buffer]>[] = [
        pairs.map((some) => ['application/x-www-form-urlencoded', written(some)]),
        ...(way.hasFile ? [multipartFor(pairs).map((body): [string, Buffer] => [MULTIPART, body])] : []),
      ]
      return fc
        .record({ path: pathFor(route.path, ways), body: fc.oneof(...kinds) })
        .map(({ path: url, body: [type, payload] }) => ({
          route,
          url,
          payload,
          headers: { ...headers, 'content-type': type, 'sec-fetch-site': 'same-origin' },
          person,
        }))
    })
}

/** Asks, and looks at the answer and at what was written to the log meanwhile. */
async function ask(site: TestSite, request: Request, reached: Set<string>, logged: unknown[]): Promise<void> {
  const { route, url, payload, headers, person } = request
  const answer = await site.app.inject({
    method: route.method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  })
  if (isReached(answer)) reached.add(`${route.method} ${route.path}`)
  const fault = faultOf(answer)
  if (fault || logged.length > 0)
    throw new Error(
      `${person} asked ${route.method} ${url.slice(0, 600)} and got what ${fault ?? 'was logged as a failure'}
        ${JSON.stringify({ sent: payload?.toString().slice(0, 2_000), headers, logged })}`,
    )
}

function listenToLog({ deps }: TestSite): unknown[] {
  const logged: unknown[] = []
  for (const level of ['error', 'fatal'] as const)
    deps.log[level] = ((...said: unknown[]) => logged.push(said)) as never
  return logged
}

async function startAgain(t: Test, { database, ahead }: Kept): Promise<TestSite> {
  const site = await startSite(t, ALL_ON, database)
  site.wait(ahead)
  await keepMail(site)
  await site.app.ready()
  return site
}

/** Asks each route, in any order, again and again; what was done stays done. */
async function askAll(site: TestSite, kept: Kept, routes: Route[], reached: Set<string>): Promise<void> {
  const logged = listenToLog(site)
  const inAnyOrder = fc
    .tuple(...routes.map((route) => requestsTo(kept, route)))
    .chain((requests) => fc.shuffledSubarray(requests, { minLength: routes.length }))
  const inTurn = fc.asyncProperty(inAnyOrder, async (requests) => {
    for (const request of requests) await ask(site, request, reached, logged)
  })
  const { failed, errorInstance } = await fc.check(inTurn, { numRuns: RUNS, seed, endOnFailure: true })
  // fast-check would print every request of the run, and only the last is to blame.
  if (failed)
    throw new Error(`HOSTILE_SEED=${seed} HOSTILE_RUNS=${RUNS}: ${(errorInstance as Error).message}`)
}

/** Those that fill in and post nothing that could undo others' reach: the first of their ways, as a page has it. */
async function findUnreached(t: Test, kept: Kept, routes: Route[], reached: Set<string>): Promise<string[]> {
  const missing = routes.filter((route) => {
    const key = `${route.method} ${route.path}`
    return !reached.has(key) && !(key in CLOSED) && !isWebhook(route)
  })
  const unreached: string[] = []
  for (const { method, path } of missing) {
    const site = await startAgain(t, kept)
    let isFound = false
    for (const way of kept.known.ways.get(`${method} ${path}`)!) {
      const { headers } = kept.people[way.person]!
      const fields = Object.fromEntries(way.fields.map(({ name, choices }) => [name, choices[0]!]))
      const answer =
        method === 'GET'
          ? site.get(`${way.path}?${new URLSearchParams(fields)}`, headers)
          : site.submit(way.path, fields, headers)
      isFound ||= isReached(await answer)
    }
    if (!isFound) unreached.push(`${method} ${path}`)
  }
  return unreached
}

let kept: Kept

t.test('everything has happened once, and what leads to each address is known', async (test) => {
  const site = await startSite(test, ALL_ON)
  await site.app.ready()
  const world = await furnishWorld(site)
  await recount(site.deps)
  const routes = listRoutes(site.app)
  const known = await crawl(site, routes, world)

  test.ok(routes.length > 350, `${routes.length} addresses`)
  test.ok(known.names.size > 100, `${known.names.size} names of fields`)
  await site.app.close()
  await site.db.destroy()
  kept = { ...world, routes, known, database: await keepAsTemplate(t, site.databaseUrl) }
})

t.test('no address answers 5xx to any query, shows a stack, or changes anything', async (t) => {
  const site = await startAgain(t, kept)
  const routes = kept.routes.filter(({ method }) => method === 'GET')
  const reached = new Set<string>()
  const before = await readEverything(site)

  for (let from = 0; from < routes.length; from += TOGETHER)
    await askAll(site, kept, routes.slice(from, from + TOGETHER), reached)

  t.strictSame(await readEverything(site), before, 'reading changes nothing')
  t.strictSame(await findUnreached(t, kept, routes, reached), [], 'somebody gets to each')
})

t.test(
  'no form answers 5xx to anything, in any order, and the workers go on with what it left',
  async (t) => {
    const routes = kept.routes.filter((route) => route.method === 'POST' && !isWebhook(route))
    const [mixed] = fc.sample(fc.shuffledSubarray(routes, { minLength: routes.length }), { numRuns: 1, seed })
    const reached = new Set<string>()

    for (let from = 0; from < mixed!.length; from += TOGETHER)
      await t.test(`forms from number ${from} on`, async (t) => {
        const site = await startAgain(t, kept)
        await askAll(site, kept, mixed!.slice(from, from + TOGETHER), reached)
        const logged = listenToLog(site)
        await site.work()
        t.strictSame(logged, [], 'no worker fails')
        t.strictSame(await recount(site.deps), [], 'the public numbers are those of the rows')
      })

    t.strictSame(await findUnreached(t, kept, routes, reached), [], 'somebody gets to each')
  },
)

/** A sum of every table, but for what says when somebody was here, and that a moderator looked at people. */
async function readEverything({ db }: TestSite): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ table: string }>`
    select table_name::text as table from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const sums: Record<string, string> = {}
  for (const { table } of tables) {
    // Who is here, how often they ask, and which files with names were handed out.
    if (['sessions', 'limit_levels', 'downloads'].includes(table)) continue
    const { rows } = await sql<{ sum: string }>`
      select coalesce(md5(string_agg(one::text, ' ' order by one::text)), '') as sum from ${sql.table(table)} one
      where coalesce(to_jsonb(one)->>'act', '') <> 'signatures-seen'`.execute(db)
    sums[table] = rows[0]!.sum
  }
  return sums
}

t.test('a body of another kind is refused and not misread', async (t) => {
  const site = await startAgain(t, kept)
  for (const route of kept.routes) {
    // Where JSON is what is read, and what would leave the others signed out.
    if (route.method !== 'POST' || isWebhook(route) || /\/(sign-out|ending)$/.test(route.path)) continue
    const { path: url, person } = kept.known.ways.get(`POST ${route.path}`)![0]!
    const post = (type: string, payload: string | Buffer) =>
      site.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...kept.people[person]!.headers, 'content-type': type, 'sec-fetch-site': 'same-origin' },
      })
    t.equal((await post('application/json', '{"name":"Ada"}')).statusCode, 415, `JSON to ${url}`)
    t.equal((await post('text/plain', 'name=Ada')).statusCode, 415, `plain text to ${url}`)
    const tooMuch = await post('application/x-www-form-urlencoded', `a=${'x'.repeat(300_000)}`)
    t.equal(tooMuch.statusCode, 413, `too much to ${url}`)
    for (const [type, body] of ODD_BODIES)
      t.equal(faultOf(await post(type, body)), undefined, `${type} to ${url}`)
  }
})

t.test('broken addresses and unknown methods get a page and the headers of every page', async (t) => {
  const site = await startSite(t)
  for (const url of [
    '/%',
    '/%zz',
    '/%C3%28',
    '/petitions/%',
    '/petitions/%ff/embed',
    '/assets/%2e%2e%2fpackage.json',
    '//evil.example/',
    `/${'x'.repeat(5_000)}`,
  ]) {
    const answer = await site.get(url)
    t.ok([400, 404, 414].includes(answer.statusCode), `${url.slice(0, 40)}: ${answer.statusCode}`)
    t.equal(answer.headers['x-content-type-options'], 'nosniff', url.slice(0, 40))
    if (!url.includes('.json')) t.match(answer.body, '<h1', url.slice(0, 40))
    t.notMatch(answer.body, /href="\/\/evil/, 'no link of ours leads to another site')
  }
  for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
    const { statusCode } = await site.app.inject({
      method,
      url: '/petitions',
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    t.ok([404, 405].includes(statusCode), `${method}: ${statusCode}`)
  }
})
