/**
 * Starts the service in the role it was given: database (embedded when none is named), migrations, web, worker.
 *
 * With several web processes this one keeps the database and the worker, and forks the others.
 */

import cluster from 'node:cluster'
import { type Appointed, appointModerators } from './accounts/appoint.js'
import { firstModeratorUrl } from './accounts/first-moderator.js'
import { listenForBounces } from './bounces/listener.js'
import { BadSettingError, type Config, readConfig } from './config.js'
import { type ConnectOptions, connect, type Database, WORK_WITHIN_MS } from './database/connect.js'
import { type EmbeddedServer, startEmbedded } from './database/embedded.js'
import { migrate } from './database/migrate.js'
import { checkVersion, whenDatabaseAnswers } from './database/ready.js'
import type { Deps } from './deps.js'
import { openMakers } from './dossiers/maker-process.js'
import { tellTimeIn } from './i18n/translate.js'
import { openJobs, prepareQueues } from './jobs/jobs.js'
import { checkSecretKey } from './keys/check-secret-key.js'
import { Keyring } from './keys/keyring.js'
import { openSigner } from './keys/signing.js'
import { missingSettings } from './legal/placeholders.js'
import { openLog } from './log.js'
import { openMailer } from './mail/mailer.js'
import { startServer } from './server.js'
import { isStopping, type Stop, stopWithGrace } from './stop.js'
import { forkWebProcesses } from './web-processes.js'
import { startWorker } from './worker.js'

/** Somebody waits, and would rather be told than wait on. Pages take milliseconds, the heaviest counts of the desk seconds. */
const PAGE_WITHIN_MS = 15_000

try {
  await run(readConfig())
} catch (error) {
  // Stopped while it was starting: what is missing now was taken away on purpose.
  if (isStopping()) await new Promise(() => {})
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof BadSettingError ? message : stack}\n`)
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  tellTimeIn(config.timeZone)
  const log = openLog(config.logLevel)
  const isFork = cluster.isWorker
  const stops: Stop[] = []
  stopWithGrace(stops, log)

  let embedded: EmbeddedServer | undefined
  let { databaseUrl } = config
  if (!databaseUrl) {
    embedded = await startEmbedded(config.dataDir)
    stops.push(() => embedded!.stop())
    databaseUrl = embedded.url
  }

  const onError = (error: Error & { code?: string }) => {
    if (!isStopping()) log.warn({ code: error.code }, 'a database connection broke')
  }
  const open = (url: string, options: ConnectOptions) => {
    const opened = connect(url, { onError, ...options })
    stops.push(() => opened.destroy())
    return opened
  }
  const replicaFor = (db: Database, options: ConnectOptions) =>
    config.databaseReplicaUrl ? open(config.databaseReplicaUrl, options) : db
  const ofPages = { answerWithinMs: PAGE_WITHIN_MS }
  const db = open(databaseUrl, { max: 16, ...ofPages })
  const replica = replicaFor(db, { max: 8, ...ofPages })

  const queueConnection = { redisUrl: config.redisUrl, databaseUrl, log }
  const keyring = new Keyring(config.secretKey, config.previousSecretKey)
  const clock = { now: () => new Date() }
  if (!isFork) {
    // A change of the schema may take long.
    const starting = connect(databaseUrl, { max: 2, onError })
    await whenDatabaseAnswers(async () => {
      await checkVersion(starting)
      await migrate(starting)
      await checkSecretKey(keyring, starting)
      await openSigner({ db: starting, keyring, clock })
      await prepareQueues(queueConnection)
    }, log)
    await starting.destroy()
  }

  const jobs = openJobs(queueConnection)
  const mailer = openMailer(config)
  const deps: Deps = { config, db, replica, keyring, jobs, mailer, clock, log }
  stops.push(
    async () => mailer.close(),
    () => jobs.close(),
  )
  const appointed = isFork ? undefined : await appointModerators(deps, config.moderators)

  if (config.role !== 'web' && !isFork) {
    // Apart from those of the pages, so that long work neither ends with theirs nor keeps them waiting.
    const ofWork = { max: 12, answerWithinMs: WORK_WITHIN_MS }
    const workDb = open(databaseUrl, ofWork)
    const workDeps = { ...deps, db: workDb, replica: replicaFor(workDb, ofWork) }
    const makers = openMakers(workDeps, { DATABASE_URL: databaseUrl })
    const worker = await startWorker(workDeps, databaseUrl, { dossiers: makers.make })
    // The worker waits for what is under way, which the makers end.
    stops.push(() => worker.close(), makers.stop)
    if (config.bounces) {
      const listener = await listenForBounces(workDeps)
      stops.push(() => listener.close())
    }
  }
  if (config.role !== 'worker') {
    if (config.webWorkers > 1) {
      const webs = forkWebProcesses(config.webWorkers, databaseUrl, log)
      stops.push(webs.stop)
      await webs.listening
    } else {
      const app = await listening(startServer(deps), config)
      stops.push(() => app.close())
    }
  }

  if (isFork) process.send!('listening')
  else await announce(deps, embedded, appointed)
}

/** @throws BadSettingError when the address to listen on is taken, or not this machine's. */
async function listening<T>(server: Promise<T>, { host, port }: Config): Promise<T> {
  try {
    return await server
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EADDRINUSE':
        throw new BadSettingError('PORT', `${port} is in use`, 'stop what listens there, or choose another')
      case 'EACCES':
        throw new BadSettingError('PORT', `${port} is not open to this user`, 'choose one above 1023')
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        throw new BadSettingError(
          'HOST',
          `"${host}" is not this machine's`,
          'write 127.0.0.1, or 0.0.0.0 for all',
        )
    }
    throw error
  }
}

async function announce(
  deps: Deps,
  embedded: EmbeddedServer | undefined,
  appointed: Appointed | undefined,
): Promise<void> {
  const { config } = deps
  if (config.role === 'worker') return
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`Clameur is at ${config.publicUrl}`)
  if (!config.smtpUrl && !config.production) say(`Mails are kept at ${config.publicUrl}/dev/mailbox`)
  const moderatorUrl = await firstModeratorUrl(deps)
  say(
    moderatorUrl
      ? `Sign in as administrator: ${moderatorUrl}`
      : `Moderators sign in at ${config.publicUrl}/account/sign-in`,
  )
  if (appointed?.leftDesk)
    say(
      `${appointed.leftDesk} of MODERATORS were taken from the desk: an administrator can invite them again at ${config.publicUrl}/desk/people`,
    )
  if (embedded) say(`Data is kept in ${config.dataDir}`)
  const missing = config.production ? missingSettings(config) : []
  if (missing.length > 0) say(`The legal pages lack ${missing.join(', ')}: see docs/legal-pages.md`)
}
