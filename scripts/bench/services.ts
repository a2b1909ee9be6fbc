/** The processes of a benchmark: ours as it is run for real, the bare server beside it, and the load. */

import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../../src/database/embedded.js'
import type { BarePage } from './bare.js'
import type { Load, LoadReport } from './load.js'

export interface Service {
  url: string
  /** Seconds of processor time so far; 0 where the system does not tell. */
  cpuSeconds(): number
  stop(): Promise<void>
}

export async function startOurs(settings: Record<string, string>): Promise<Service> {
  const port = await findFreePort()
  const { BENCH_PROFILE: profiles } = process.env
  const process_ = start(
    '../../src/main.js',
    { ...settings, PORT: String(port), ROLE: 'web', RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'warn' },
    profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [],
  )
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 200; attempt++) {
    if (process_.exitCode !== null) throw new Error('The service did not start')
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return { url, cpuSeconds: () => cpuSecondsOf(process_), stop: () => stop(process_) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(process_)
  throw new Error('The service was not ready within 20 seconds')
}

export async function startBare(
  databaseUrl: string,
): Promise<Service & { show(page: BarePage): Promise<void> }> {
  const port = await findFreePort()
  const bare = start('bare.js', { DATABASE_URL: databaseUrl, PORT: String(port) })
  await answerOf(bare)
  return {
    url: `http://127.0.0.1:${port}`,
    async show(page) {
      bare.send(page)
      await answerOf(bare)
    },
    cpuSeconds: () => cpuSecondsOf(bare),
    stop: () => stop(bare),
  }
}

export async function startLoad(): Promise<{
  drive(load: Load): Promise<LoadReport>
  stop(): Promise<void>
}> {
  const load = start('load.js', {})
  await answerOf(load)
  return {
    async drive(work) {
      load.send(work)
      return (await answerOf(load)) as LoadReport
    },
    stop: () => stop(load),
  }
}

function start(file: string, env: Record<string, string>, execArgv: string[] = []): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { PATH: process.env.PATH, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${child.spawnargs.at(-1)} ended`))
    child.once('exit', ended).once('message', (message) => {
      child.removeListener('exit', ended)
      resolve(message)
    })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Fields 14 and 15 of proc(5), in hundredths of a second. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
