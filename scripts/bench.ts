/**
 * Measures the hot path beside its yardsticks.
 *
 *   npm run bench                     all three
 *   npm run bench -- sign confirm     some of them
 *   npm run bench -- log              the log of six million signatures, and proofs from it
 *   npm run bench -- dossier          the dossier of a million signatures, made and checked
 *
 * Starts PostgreSQL with its normal durability, the service as `ROLE=web`, and a bare Fastify server that does one
 * committed insert for each form (sign, confirm) or sends the same bytes (view). Both take turns under the same load.
 * Every request differs, every answer and the rows behind them are counted; a wrong one fails the run.
 *
 * BENCH_RUNS (5), BENCH_SECONDS (4) and BENCH_CONNECTIONS (64) change its size. BENCH_PROFILE names a folder for a
 * V8 profile of the service, which costs it a little speed.
 */

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../src/config.js'
import { connect, type Database } from '../src/database/connect.js'
import { startEmbedded } from '../src/database/embedded.js'
import { migrate } from '../src/database/migrate.js'
import type { Petition } from '../src/database/tables.js'
import type { Deps } from '../src/deps.js'
import { prepareQueues } from '../src/jobs/jobs.js'
import { Keyring } from '../src/keys/keyring.js'
import { openLog } from '../src/log.js'
import { measureDossier } from './bench/dossier.js'
import type { Load, LoadReport } from './bench/load.js'
import { measureLog } from './bench/log.js'
import { formOf, person } from './bench/people.js'
import { addOpenPetition, addPending } from './bench/petition.js'
import { type Service, startBare, startLoad, startOurs } from './bench/services.js'

const RUNS = Number(process.env.BENCH_RUNS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 64)
/** For the first, unmeasured run, which warms the code and tells how many requests fill the time. */
const WARM_UP = 8_000

const FORM_HEADERS = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
  'accept-language': 'en',
  accept: 'text/html',
}
const PAGE_HEADERS = { 'accept-language': 'en', 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' }

interface Target {
  name: string
  service: Service
  /** The requests of a run, made before it begins. */
  prepare(amount: number): Promise<Pick<Load, 'url' | 'method' | 'headers' | 'requests'>>
  /** The status of every good answer. */
  status: 200 | 303
  /** How many rows say that an answer was true; absent where nothing is written. */
  countRows?(): Promise<number>
}

const asked = process.argv.slice(2)
const HOT_PATH = ['sign', 'confirm', 'view']
const known = [...HOT_PATH, 'log', 'dossier']
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown[0]}": name some of ${known.join(', ')}\n`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'clameur-bench-'))
const stops: (() => Promise<unknown>)[] = []
const say = (line = '') => process.stdout.write(`${line}\n`)
let faults = 0

try {
  await measure(asked.length > 0 ? asked : HOT_PATH)
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`)
  faults++
} finally {
  for (const stop of stops.reverse()) await stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(faults === 0 ? 0 : 1)

async function measure(names: string[]): Promise<void> {
  const server = await startEmbedded(folder)
  stops.push(() => server.stop())
  const db = connect(server.url, { max: 4 })
  stops.push(() => db.destroy())
  await migrate(db)
  await prepareQueues({ redisUrl: undefined, databaseUrl: server.url, log: openLog('warn') })

  const settings = {
    DATABASE_URL: server.url,
    DATA_DIR: folder,
    SECRET_KEY: randomBytes(32).toString('base64'),
  }
  const config = readConfig(settings)
  const deps = {
    config,
    db,
    keyring: new Keyring(config.secretKey, config.previousSecretKey),
    clock: { now: () => new Date() },
  }
  const petition = await addOpenPetition(deps, 'keep-the-gerland-library-open')

  if (names.includes('log')) {
    faults += await measureLog({ ...deps, log: openLog('warn') } as Deps, petition, say)
  }
  if (names.includes('dossier'))
    faults += await measureDossier({ ...deps, log: openLog('warn') } as Deps, { folder, settings, say })
  if (!names.some((name) => HOT_PATH.includes(name))) return

  const ours = await startOurs(settings)
  stops.push(() => ours.stop())
  const bare = await startBare(server.url)
  stops.push(() => bare.stop())
  const load = await startLoad()
  stops.push(() => load.stop())

  const { rows } = await sql<{ version: string; fsync: string; commits: string }>`
    select split_part(version(), ' ', 2) as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commits`.execute(db)
  const { version, fsync, commits } = rows[0]!
  say(`Node ${process.version}, PostgreSQL ${version} (fsync ${fsync}, synchronous_commit ${commits})`)
  say(`${availableParallelism()} cores, shared with the load; ${CONNECTIONS} connections`)
  say(`${RUNS} runs of about ${SECONDS} s each, by turns; medians`)

  let signer = 0
  const takeSigners = (count: number) => {
    signer += count
    return signer - count
  }
  const bareInsert: Target = {
    name: 'one committed insert',
    service: bare,
    status: 303,
    prepare: async (amount) => {
      const from = takeSigners(amount)
      return posts(bare, amount, (index) => ({ path: '/signatures', body: formOf(person(from + index)) }))
    },
    countRows: () => countRows(db, sql`select count(*)::int as count from bare_signatures`),
  }
  const sign: Target = {
    name: 'sign',
    service: ours,
    status: 303,
    prepare: async (amount) => {
      const from = takeSigners(amount)
      const path = `/petitions/${petition.slug}/signatures`
      return posts(ours, amount, (index) => ({ path, body: formOf(person(from + index)) }))
    },
    // A signature counts here only with the mail that asks for its confirmation.
    countRows: () =>
      countRows(db, sql`select count(*)::int as count from mails where kind = 'confirm-signature'`),
  }
  const confirm: Target = {
    name: 'confirm',
    service: ours,
    status: 303,
    prepare: async (amount) => {
      const tokens = await addPending(deps, petition, { from: takeSigners(amount), count: amount })
      return posts(ours, amount, (index) => ({ path: `/signatures/${tokens[index]}/confirmation`, body: '' }))
    },
    countRows: async () => {
      const count = await countRows(
        db,
        sql`select confirmed as count from petition_counts where petition_id = ${petition.id}`,
      )
      const tallied = await countRows(
        db,
        sql`select coalesce(sum(confirmed), 0)::int as count from tallies where petition_id = ${petition.id}`,
      )
      if (count !== tallied) fail(`the public count is ${count} and the tallies say ${tallied}`)
      return count
    },
  }

  if (names.includes('sign')) await compare(load.drive, sign, bareInsert)
  if (names.includes('confirm')) await compare(load.drive, confirm, bareInsert)
  if (names.includes('view')) {
    const view = viewOf('view', ours, `/petitions/${petition.slug}`)
    await bare.show(await fetchPage(ours, petition))
    await compare(load.drive, view, viewOf('a page of the same bytes', bare, '/page'))
  }
}

function posts(service: Service, amount: number, request: (index: number) => Load['requests'][number]) {
  const requests = Array.from({ length: amount }, (_, index) => request(index))
  return { url: service.url, method: 'POST' as const, headers: FORM_HEADERS, requests }
}

function viewOf(name: string, service: Service, path: string): Target {
  const requests = [{ path }]
  return {
    name,
    service,
    status: 200,
    prepare: async () => ({ url: service.url, method: 'GET', headers: PAGE_HEADERS, requests }),
  }
}

/** The page as a browser gets it, for the bare server to send. */
async function fetchPage(service: Service, petition: Petition) {
  const { get } = await import('node:http')
  return new Promise<{ headers: Record<string, string>; bytes: string }>((resolve, reject) => {
    get(`${service.url}/petitions/${petition.slug}`, { headers: PAGE_HEADERS }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        say(`\nThe page: ${bytes.length} bytes (${answer.headers['content-encoding'] ?? 'as it is'})`)
        const headers = Object.fromEntries(
          Object.entries(answer.headers)
            .filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name))
            .map(([name, value]) => [name, String(value)]),
        )
        resolve({ headers, bytes: bytes.toString('base64') })
      })
    }).on('error', reject)
  })
}

interface Measured {
  rates: number[]
  /** Microseconds of the server's processor time for one request, without PostgreSQL's. */
  cpu: number[]
  p50: number[]
  p99: number[]
}

async function compare(
  drive: (load: Load) => Promise<LoadReport>,
  ours: Target,
  yardstick: Target,
): Promise<void> {
  const targets = [ours, yardstick]
  const measured = new Map<Target, Measured>(
    targets.map((target) => [target, { rates: [], cpu: [], p50: [], p99: [] }]),
  )
  const amounts = new Map<Target, number>()
  for (const target of targets) {
    const { rate } = await run(drive, target, WARM_UP)
    amounts.set(target, Math.ceil((rate * SECONDS) / CONNECTIONS) * CONNECTIONS)
  }
  for (let turn = 0; turn < RUNS; turn++) {
    // Who goes first changes, so that neither profits from a machine that slows down.
    for (const target of turn % 2 === 0 ? targets : [...targets].reverse()) {
      const { rate, cpu, report } = await run(drive, target, amounts.get(target)!)
      const kept = measured.get(target)!
      kept.rates.push(rate)
      kept.cpu.push(cpu)
      kept.p50.push(report.p50)
      kept.p99.push(report.p99)
    }
  }
  say()
  for (const target of targets) tell(target.name, measured.get(target)!)
  const ratio = median(measured.get(ours)!.rates) / median(measured.get(yardstick)!.rates)
  say(`${''.padEnd(26)} ratio ${ratio.toFixed(2)}`)
}

async function run(
  drive: (load: Load) => Promise<LoadReport>,
  target: Target,
  amount: number,
): Promise<{ rate: number; cpu: number; report: LoadReport }> {
  const prepared = await target.prepare(amount)
  const before = (await target.countRows?.()) ?? 0
  const cpuBefore = target.service.cpuSeconds()
  const report = await drive({ ...prepared, connections: CONNECTIONS, amount })
  const cpu = ((target.service.cpuSeconds() - cpuBefore) / amount) * 1e6

  const good = report.statuses[target.status] ?? 0
  if (good !== amount || report.errors > 0)
    fail(
      `${target.name}: ${amount} requests, answered ${JSON.stringify(report.statuses)}, ${report.errors} errors`,
    )
  if (target.countRows) {
    const more = (await target.countRows()) - before
    if (more !== good) fail(`${target.name}: ${good} answers, and ${more} rows`)
  }
  return { rate: good / report.seconds, cpu, report }
}

function fail(fault: string): void {
  faults++
  say(`FAILED  ${fault}`)
}

async function countRows(db: Database, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await query.execute(db)
  return (rows[0] as { count: number }).count
}

function tell(name: string, { rates, cpu, p50, p99 }: Measured): void {
  const rate = (value: number) => Math.round(value).toLocaleString('en')
  const range = `${rate(Math.min(...rates))} to ${rate(Math.max(...rates))}`
  say(
    `${name.padEnd(26)} ${rate(median(rates)).padStart(7)}/s   p50 ${median(p50)} ms   p99 ${median(p99)} ms   cpu ${Math.round(median(cpu))} µs   (${range})`,
  )
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
