/**
 * Starts the service in the role it was given: database (embedded when none is named), migrations, web, worker.
 *
 * With several web processes this one keeps the database and the worker, and forks the others.
 */

import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { BadSettingError, type Config, readConfig } from './config.js'
import { connect, isDatabaseAway } from './database/connect.js'
import { type EmbeddedServer, startEmbedded } from './database/embedded.js'
import { migrate } from './database/migrate.js'
import type { Deps } from './deps.js'
import { tellTimeIn } from './i18n/translate.js'
import { openJobs, prepareQueues } from './jobs/jobs.js'
import { Keyring } from './keys/keyring.js'
import { openLog } from './log.js'
import { openMailer } from './mail/mailer.js'
import { startServer } from './server.js'
import { startWorker } from './worker.js'

/** Handed to forked web processes, which share the parent's database. */
const FORKED = 'CLAMEUR_FORKED_DATABASE_URL'

try {
  await run(readConfig())
} catch (error) {
  if (!(error instanceof BadSettingError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  tellTimeIn(config.timeZone)
  const log = openLog(config.logLevel)
  const forkedUrl = process.env[FORKED]
  const stops: (() => Promise<unknown>)[] = []
  // Stopped in the reverse order of the start: nobody loses what it still needs.
  const grace = closeWithGrace({ delay: 15_000, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'stopping after an error')
    else if (!forkedUrl) log.info({ signal }, 'stopping')
    for (const stop of stops.reverse())
      await stop().catch((error) => log.error({ err: error }, 'a part did not stop cleanly'))
  })
  void grace

  const isWeb = config.role !== 'worker'
  const forks = isWeb && !forkedUrl && config.webWorkers > 1

  let embedded: EmbeddedServer | undefined
  let databaseUrl = forkedUrl ?? config.databaseUrl
  if (!databaseUrl) {
    embedded = await startEmbedded(config.dataDir)
    stops.push(() => embedded!.stop())
    databaseUrl = embedded.url
  }

  const onError = (error: Error & { code?: string }) =>
    log.warn({ code: error.code }, 'a database connection broke')
  const db = connect(databaseUrl, { max: 16, onError })
  stops.push(() => db.destroy())
  const replica = config.databaseReplicaUrl ? connect(config.databaseReplicaUrl, { max: 8, onError }) : db
  if (replica !== db) stops.push(() => replica.destroy())

  const queueConnection = { redisUrl: config.redisUrl, databaseUrl, log }
  if (!forkedUrl) {
    await whenDatabaseAnswers(async () => {
      await migrate(db)
      await prepareQueues(queueConnection)
    }, log)
  }

  const jobs = openJobs(queueConnection)
  const mailer = openMailer(config)
  const deps: Deps = {
    config,
    db,
    replica,
    keyring: new Keyring(config.secretKey),
    jobs,
    mailer,
    clock: { now: () => new Date() },
    log,
  }
  stops.push(
    async () => mailer.close(),
    () => jobs.close(),
  )

  if (config.role !== 'web' && !forkedUrl) {
    const worker = await startWorker(deps, databaseUrl)
    stops.push(() => worker.close())
  }
  if (forks) stops.push(forkWebProcesses(config.webWorkers, databaseUrl, log))
  else if (isWeb) {
    const app = await startServer(deps)
    stops.push(() => app.close())
  }

  if (!forkedUrl) announce(config, embedded)
}

/** A database that starts at the same time (compose, a reboot) is waited for, up to a minute. */
async function whenDatabaseAnswers(act: () => Promise<void>, log: ReturnType<typeof openLog>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (!isDatabaseAway(error) || attempt === 30) throw error
      if (attempt === 1) log.warn('the database does not answer yet; waiting')
      await new Promise((resolve) => setTimeout(resolve, 2_000))
    }
  }
}

function forkWebProcesses(
  count: number,
  databaseUrl: string,
  log: ReturnType<typeof openLog>,
): () => Promise<void> {
  let stopping = false
  const fork = () => cluster.fork({ [FORKED]: databaseUrl, ROLE: 'web' })
  for (let index = 0; index < count; index++) fork()
  cluster.on('exit', (worker) => {
    if (stopping) return
    log.error({ pid: worker.process.pid }, 'a web process ended; starting another')
    setTimeout(fork, 500)
  })
  return async () => {
    stopping = true
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve) => {
            worker.once('exit', () => resolve())
            worker.process.kill('SIGTERM')
          }),
      ),
    )
  }
}

function announce(config: Config, embedded: EmbeddedServer | undefined): void {
  if (config.role === 'worker') return
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`Clameur is at ${config.publicUrl}`)
  if (!config.smtpUrl && !config.production) say(`Mails are kept at ${config.publicUrl}/dev/mailbox`)
  if (embedded) say(`Data is kept in ${config.dataDir}`)
}
