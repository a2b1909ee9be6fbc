/**
 * The queues. PostgreSQL is the truth and a job is a reminder: "look for what is due". Payloads are empty, so no
 * queue can leak a name, and an emptied queue loses nothing: the sweep reminds again.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { Queue, runMigrations, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Logger } from 'pino'
import { surviveLostConnections } from '../database/connect.js'
import { openPostgresBackend } from './postgres-backend.js'

/** In the order in which they matter when everything waits at once. */
export const QUEUES = [
  'confirmation-mails',
  'milestone-mails',
  'decision-maker-notices',
  'updates',
  'dossiers',
  'counting',
  'log',
  'quarantines',
  'detection',
  'upkeep',
] as const

export type QueueName = (typeof QUEUES)[number]

export interface Jobs {
  /**
   * Reminds the workers of a queue that something is due. Never fails and never waits: what is due is a committed
   * row, and a reminder that is lost is repeated by the sweep.
   */
  wakeLater(queue: QueueName): void
  /** Whether the queue's server answers. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

export interface JobWorkers {
  close(): Promise<void>
}

/** Does everything that is due, and may be run twice. */
export type Handler = () => Promise<void>

export interface QueueConnection {
  redisUrl: string | undefined
  databaseUrl: string
  log: Logger
}

/** A burst of signatures needs one reminder, not one each. */
const REMIND_AT_MOST_EVERY_MS = 40

/**
 * A failed job is tried again after 1, 2 and 4 seconds; from then on the sweep reminds. Not more often: while a job
 * waits for its next try, reminders count for nothing, and what is due would wait as long.
 */
const RETRIES = { attempts: 4, backoff: { type: 'exponential', delay: 1_000 } } as const

/**
 * A job that was held by a process which was killed, or could not tell the queue that it ended, blocks its queue until
 * its lock expires and somebody looks: nine seconds at most. A job that outlives its lock in a busy process is run
 * once more, which every handler allows.
 */
const WORKING = { concurrency: 1, lockDuration: 6_000, stalledInterval: 3_000 } as const

/** For good-byes to a server that may be away: what they would tell it, it finds out by itself. */
const PARTING_MS = 2_000

/** Makes the queue's own tables where the queues live in PostgreSQL; does nothing on Redis. */
export async function prepareQueues({ redisUrl, databaseUrl }: QueueConnection): Promise<void> {
  if (redisUrl) return
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const client = await pool.connect()
  try {
    await runMigrations(client as never)
  } finally {
    client.release()
    await pool.end()
  }
}

export function openJobs(connection: QueueConnection): Jobs {
  const backend = openBackend(connection, 3)
  const queues = new Map(QUEUES.map((name) => [name, backend.queue(name)]))
  const lastWoken = new Map<QueueName, number>()
  const timers = new Map<QueueName, NodeJS.Timeout>()
  let closed = false

  function remind(name: QueueName): void {
    lastWoken.set(name, Date.now())
    queues
      .get(name)!
      // One reminder waits at the most; one that comes while the job runs is kept and runs after it, so that a row
      // committed after the job's last look is found.
      .add(
        'due',
        {},
        {
          ...RETRIES,
          removeOnComplete: true,
          removeOnFail: true,
          deduplication: { id: name, keepLastIfActive: true },
        },
      )
      .catch((error) => {
        if (!closed)
          connection.log.warn(
            { queue: name, code: error?.code },
            'a reminder was lost; the sweep will repeat it',
          )
      })
  }

  return {
    wakeLater(name) {
      if (closed || timers.has(name)) return
      const wait = (lastWoken.get(name) ?? 0) + REMIND_AT_MOST_EVERY_MS - Date.now()
      if (wait <= 0) return remind(name)
      timers.set(
        name,
        setTimeout(() => {
          timers.delete(name)
          if (!closed) remind(name)
        }, wait),
      )
    },
    async isReady() {
      try {
        return await backend.ping()
      } catch {
        return false
      }
    },
    async close() {
      if (closed) return
      closed = true
      backend.hush()
      for (const timer of timers.values()) clearTimeout(timer)
      await within(
        PARTING_MS,
        [...queues.values()].map((queue) => queue.close()),
      )
      await within(PARTING_MS, [backend.close()])
    },
  }
}

/**
 * Runs the handlers, one job of each queue at a time in this process, and sweeps: every ten seconds all queues are
 * reminded, so that rows whose reminder was lost (Redis emptied, a killed process) are found.
 */
export async function startWorkers(
  connection: QueueConnection,
  jobs: Jobs,
  handlers: Record<QueueName, Handler>,
  { sweepEveryMs = 10_000 } = {},
): Promise<JobWorkers> {
  const backend = openBackend(connection, QUEUES.length + 4)
  const running = new Set<Promise<void>>()
  const workers = QUEUES.map((name) => {
    const worker = backend.worker(name, () => {
      const work = handlers[name]().catch((error) => {
        throw withoutWords(error)
      })
      running.add(work)
      return work.finally(() => running.delete(work))
    })
    worker.on('error', backend.onError)
    worker.on('failed', (job, error) =>
      connection.log.error({ queue: name, attempt: job?.attemptsMade, err: error }, 'a job failed'),
    )
    return worker
  })
  const sweep = () => {
    for (const name of QUEUES) jobs.wakeLater(name)
  }
  const timer = setInterval(sweep, sweepEveryMs)
  sweep()

  return {
    async close() {
      clearInterval(timer)
      backend.hush()
      const closing = workers.map((worker) => worker.close())
      // Work that is under way is finished, however long it takes; telling the queue so is not worth waiting for.
      await Promise.allSettled(running)
      await within(PARTING_MS, closing)
      // A worker that cannot reach its server goes on renewing locks for as long as the process lives.
      // biome-ignore lint/complexity/useLiteralKeys: protected in the types; only brackets reach it
      for (const worker of workers) void worker['lockManager'].close()
      await within(PARTING_MS, [backend.close()])
    },
  }
}

/**
 * The queue keeps a failed job's error until it is tried again, and messages quote what somebody typed: what is kept is
 * the error's kind, its code and where it happened.
 */
function withoutWords(error: Error & { code?: string }): Error {
  const { name = 'Error', code, stack = '' } = error
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const kept = Object.assign(new Error([name, code].filter(Boolean).join(' ')), { name, code })
  kept.stack = [kept.message, ...frames].join('\n')
  return kept
}

/** The same queue code on two engines: Redis when its address is set, PostgreSQL otherwise. */
function openBackend({ redisUrl, databaseUrl, log }: QueueConnection, poolSize: number) {
  const away = new Away(log)
  const onError = away.tell

  if (redisUrl) {
    const producing = new Redis(redisUrl, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: true,
      lazyConnect: false,
    })
    const consuming = new Redis(redisUrl, {
      maxRetriesPerRequest: null,
      // BullMQ makes a connection of its own like this one for each worker, and does not end it while it is broken.
      retryStrategy: (times) => (away.isHushed ? null : Math.min(times * 50, 2_000)),
    })
    producing.on('error', onError)
    consuming.on('error', onError)
    return {
      onError,
      hush: () => away.hush(),
      queue: (name: QueueName) => listen(new Queue(name, { connection: producing }), onError),
      worker: (name: QueueName, handler: Handler) =>
        new Worker(name, handler, { connection: consuming, ...WORKING }),
      ping: async () => (await producing.ping()) === 'PONG',
      close: async () => {
        producing.disconnect()
        consuming.disconnect()
      },
    }
  }

  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    options: '-c search_path=bullmq',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // Every queue and every worker listens to the pool that they share; Node would take more than ten for a leak.
  pool.setMaxListeners(2 * QUEUES.length)
  pool.on('error', onError)
  surviveLostConnections(pool)
  const connection = pool as never
  return {
    onError,
    hush: () => away.hush(),
    queue: (name: QueueName) =>
      listen(new Queue(name, { connection }, openPostgresBackend as never), onError),
    worker: (name: QueueName, handler: Handler) =>
      new Worker(name, handler, { connection, ...WORKING }, openPostgresBackend as never),
    ping: async () => (await pool.query('select 1')).rowCount === 1,
    close: () => pool.end(),
  }
}

/** A server that is away is told of by every connection, over and over: one line in ten seconds says it. */
class Away {
  #toldAt = Number.NEGATIVE_INFINITY
  #closed = false

  constructor(readonly log: Logger) {}

  readonly tell = (error: Error & { code?: string }) => {
    if (this.#closed || performance.now() - this.#toldAt < 10_000) return
    this.#toldAt = performance.now()
    this.log.warn({ code: error.code }, 'the queue is away')
  }

  get isHushed(): boolean {
    return this.#closed
  }

  /** Connections that are being closed may end any way they like. */
  hush(): void {
    this.#closed = true
  }
}

async function within(milliseconds: number, acts: Promise<unknown>[]): Promise<void> {
  const enough = new AbortController()
  await Promise.race([
    Promise.allSettled(acts),
    sleep(milliseconds, undefined, { signal: enough.signal }).catch(() => {}),
  ])
  enough.abort()
}

function listen(queue: Queue, onError: (error: Error) => void): Queue {
  queue.on('error', onError)
  return queue
}
