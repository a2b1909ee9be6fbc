/** PostgreSQL for those who have nothing but Node: real server binaries from the registry, data under DATA_DIR. */

import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export interface EmbeddedServer {
  readonly url: string
  /** True when another process runs this server and this one only uses it. */
  readonly borrowed: boolean
  stop(): Promise<void>
}

const USER = 'clameur'
const PASSWORD = 'clameur'

export interface SupervisedServer {
  databaseDir: string
  port: number
  user: string
  password: string
  flags: string[]
}

/**
 * Starts the server under `dataDir`, or joins the one that a running service already started there.
 *
 * The server lives in a session of its own under a small supervisor. So Ctrl-C, which the terminal sends to every
 * process of the group, does not take the database away from requests that are being finished; and when this
 * process is killed outright, the supervisor notices and stops the server cleanly.
 *
 * It listens on 127.0.0.1 only.
 */
export async function startEmbedded(
  dataDir: string,
  options: { port?: number; flags?: string[] } = {},
): Promise<EmbeddedServer> {
  const databaseDir = join(dataDir, 'postgres')
  mkdirSync(dataDir, { recursive: true })
  if (process.getuid?.() === 0) letOtherUsersPass(dataDir)

  let running = await findRunning(databaseDir)
  // Another service may be making the database at this moment, or have been stopped while it did.
  for (let attempt = 0; attempt < 300 && !running && isSupervised(dataDir); attempt++) {
    await sleep(200)
    running = await findRunning(databaseDir)
  }
  if (running) {
    const orphan = !isSupervised(dataDir)
    const { pid, port } = running
    return {
      url: urlOf(port),
      borrowed: !orphan,
      stop: async () => {
        if (orphan) await stopOrphan(pid)
      },
    }
  }

  const port = options.port ?? (await findFreePort())
  const stop = await supervise(dataDir, {
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    flags: options.flags ?? [],
  })
  await createDatabase(port)
  return { url: urlOf(port), borrowed: false, stop }
}

async function supervise(dataDir: string, server: SupervisedServer): Promise<() => Promise<void>> {
  const supervisor = spawn(
    process.execPath,
    [fileURLToPath(new URL('embedded-supervisor.js', import.meta.url)), JSON.stringify(server)],
    { detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
  )
  writeFileSync(join(dataDir, 'supervisor.pid'), String(supervisor.pid))
  const ended = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()))
  const answer = await new Promise<string>((resolve) => {
    let said = ''
    supervisor.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('\n')) resolve(said.trim())
    })
    supervisor.once('exit', () => resolve(said.trim() || 'it ended without a word'))
  })
  if (answer !== 'ready') throw new Error(`The embedded PostgreSQL did not start: ${answer}`)

  // A forgotten stop() must not keep a finished script alive: the supervisor sees it end, and stops the server.
  supervisor.unref()
  for (const stream of [supervisor.stdin, supervisor.stdout]) (stream as unknown as { unref(): void }).unref()
  return async () => {
    supervisor.ref()
    supervisor.stdin.end()
    await ended
  }
}

function isSupervised(dataDir: string): boolean {
  try {
    const pid = Number(readFileSync(join(dataDir, 'supervisor.pid'), 'utf8'))
    return isAlive(pid) && runs(pid, 'embedded-supervisor')
  } catch {
    return false
  }
}

/** A server whose supervisor was killed too: SIGINT is PostgreSQL's fast shutdown. */
async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (let attempt = 0; attempt < 100 && isAlive(pid); attempt++) await sleep(100)
}

function urlOf(port: number): string {
  return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/clameur`
}

/** The server refuses to run as root, so its own user must be able to walk to the folder. */
function letOtherUsersPass(dataDir: string): void {
  try {
    chmodSync(dataDir, 0o711)
  } catch {
    // Not ours to change; the server says what it misses.
  }
}

async function findRunning(databaseDir: string): Promise<{ pid: number; port: number } | undefined> {
  const pidFile = join(databaseDir, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!isAlive(pid) || !runs(pid, 'postgres')) {
    rmSync(pidFile, { force: true })
    return undefined
  }
  // It may be starting, replaying its log after a crash, or stopping because its service was killed a moment ago.
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await answers(port)) return { pid, port }
    if (!isAlive(pid)) return undefined
    await sleep(200)
  }
  return undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** After a reboot, or in a new container, a number that was written down may belong to another program. */
function runs(pid: number, program: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program)
  } catch {
    // Where there is no /proc the number is believed.
    return true
  }
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(port: number): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password: PASSWORD,
    database: 'postgres',
  })
  await client.connect()
  try {
    await client.query("create database clameur encoding 'UTF8' template template0")
  } catch (error) {
    const duplicate = '42P04'
    if ((error as { code?: string }).code !== duplicate) throw error
  } finally {
    await client.end()
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })
}
