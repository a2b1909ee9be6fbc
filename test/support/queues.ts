/**
 * The two engines of the queues, each behind a gate that can be shut, so that the same tests run on both and can
 * take the server away.
 */

import { createServer, connect as dial, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Test } from 'tap'
import type { QueueConnection } from '../../src/jobs/jobs.js'
import { openLog } from '../../src/log.js'
import { startDatabase } from './database.js'

export interface TestQueues {
  connection: QueueConnection
  /** The server of the queue stops answering, in the middle of what it was saying. */
  shut(): Promise<void>
  open(): Promise<void>
  /** What FLUSHDB does, and its equal on PostgreSQL. */
  empty(): Promise<void>
  /** The data of every job that the engine keeps. */
  listPayloads(): Promise<string[]>
}

export interface Engine {
  name: 'PostgreSQL' | 'Redis'
  start(t: Test): Promise<TestQueues>
}

/** `npm test` starts a Redis, or is given one, and names it here. */
const redisServer = process.env.TEST_REDIS_URL

/** Those at hand; `npm test` says it when one is missing. */
export function enginesAtHand(): Engine[] {
  const engines: Engine[] = [{ name: 'PostgreSQL', start: startOnPostgres }]
  if (redisServer) engines.push({ name: 'Redis', start: startOnRedis })
  return engines
}

async function startOnPostgres(t: Test): Promise<TestQueues> {
  const { url } = await startDatabase(t)
  const gate = await openGate(t, url)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  t.teardown(() => client.end().catch(() => {}))
  return {
    connection: { redisUrl: undefined, databaseUrl: gate.url, log: openLog('silent') },
    shut: gate.shut,
    open: gate.open,
    empty: () => emptyTables(client),
    async listPayloads() {
      const { rows } = await client.query('select data::text as data from bullmq.job')
      return rows.map((row) => row.data as string)
    },
  }
}

/** A worker that takes a job at the same moment may lock the tables in another order: then it is begun again. */
async function emptyTables(client: pg.Client): Promise<void> {
  const deadlock = '40P01'
  for (;;) {
    try {
      await client.query('delete from bullmq.dedup_next; delete from bullmq.dedup; delete from bullmq.job')
      return
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock) throw error
    }
  }
}

export const hasRedis = redisServer !== undefined

/** An empty database of the Redis at hand. */
export async function ownRedis(t: Test): Promise<{ url: string; client: Redis }> {
  const client = new Redis(redisServer!)
  // Test files run at the same time: each test takes the next of the fifteen databases beside the first.
  const number = ((await client.incr('clameur:tests')) % 15) + 1
  await client.select(number)
  await client.flushdb()
  t.teardown(() => client.disconnect())
  const address = new URL(redisServer!)
  address.pathname = `/${number}`
  return { url: address.href, client }
}

async function startOnRedis(t: Test): Promise<TestQueues> {
  const { url: databaseUrl } = await startDatabase(t)
  const { url, client: server } = await ownRedis(t)
  const gate = await openGate(t, url)
  return {
    connection: { redisUrl: gate.url, databaseUrl, log: openLog('silent') },
    shut: gate.shut,
    open: gate.open,
    empty: async () => void (await server.flushdb()),
    async listPayloads() {
      const keys = await server.keys('bull:*')
      const found: string[] = []
      for (const key of keys) {
        if ((await server.type(key)) !== 'hash') continue
        const data = await server.hget(key, 'data')
        if (data !== null) found.push(data)
      }
      return found
    },
  }
}

interface Gate {
  url: string
  shut(): Promise<void>
  open(): Promise<void>
}

/** Passes everything on to the server of `url`, until it is shut. */
export async function openGate(t: Test, url: string): Promise<Gate> {
  const target = new URL(url)
  const port = Number(target.port || (target.protocol === 'redis:' ? 6379 : 5432))
  const sockets = new Set<Socket>()
  const listener = createServer((near) => {
    if (!listener.listening) return void near.destroy()
    const far = dial(port, target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  const listen = (on: number) =>
    new Promise<void>((resolve, reject) => {
      listener.once('error', reject).listen(on, '127.0.0.1', () => resolve())
    })
  await listen(0)
  const gatePort = (listener.address() as { port: number }).port

  async function shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  t.teardown(async () => {
    if (listener.listening) await shut()
  })
  const gated = new URL(url)
  gated.hostname = '127.0.0.1'
  gated.port = String(gatePort)
  return { url: gated.href, shut, open: () => listen(gatePort) }
}

/** Waits until something holds, and says what did not when it never does. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`)
    await sleep(10)
  }
}
