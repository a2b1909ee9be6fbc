/** Several web processes in one service: the first keeps the database and the worker, and forks the others. */

import cluster from 'node:cluster'
import type { Logger } from 'pino'
import { isStopping, type Stop } from './stop.js'

/** Forks web processes that share this one's port and database, and replaces those that die. */
export function forkWebProcesses(
  count: number,
  databaseUrl: string,
  log: Logger,
): { listening: Promise<unknown>; stop: Stop } {
  const fork = () => cluster.fork({ DATABASE_URL: databaseUrl, ROLE: 'web', WEB_WORKERS: '1' })
  let allListen = false
  const first = Array.from({ length: count }, fork)
  const listening = Promise.all(
    first.map((web) => new Promise<void>((resolve) => web.once('message', () => resolve()))),
  ).then(() => {
    allListen = true
  })

  cluster.on('exit', (web, code) => {
    // One that cannot start has said why, in a line of its own; another could not either.
    if (!allListen && !isStopping()) process.exit(code || 1)
    setTimeout(() => {
      if (isStopping()) return
      log.error({ pid: web.process.pid }, 'a web process ended; starting another')
      fork()
    }, 500)
  })
  async function stop(): Promise<void> {
    const webs = Object.values(cluster.workers ?? {}).filter((web) => web !== undefined)
    await Promise.all(
      webs.map(
        (web) =>
          new Promise<void>((resolve) => {
            if (web.isDead()) return resolve()
            web.once('exit', () => resolve())
            web.process.kill('SIGTERM')
          }),
      ),
    )
  }
  return { listening, stop }
}
