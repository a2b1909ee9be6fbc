/** Several web processes in one service: the first keeps the database and the worker, and forks the others. */

import cluster from 'node:cluster'
import type { Logger } from 'pino'
import { isStopping, type Stop } from './stop.js'

/** Forks web processes that share this one's port and database, and replaces those that die. */
export async function forkWebProcesses(count: number, databaseUrl: string, log: Logger): Promise<Stop> {
  const fork = () => cluster.fork({ DATABASE_URL: databaseUrl, ROLE: 'web', WEB_WORKERS: '1' })
  const first = Array.from({ length: count }, fork)
  await Promise.all(
    first.map(
      (web) =>
        new Promise<void>((resolve) => {
          web.once('message', () => resolve())
          // It has said in a line of its own why it cannot start.
          web.once('exit', (code) => (isStopping() ? resolve() : process.exit(code || 1)))
        }),
    ),
  )
  for (const web of first) web.removeAllListeners('exit')

  cluster.on('exit', (web) => {
    setTimeout(() => {
      if (isStopping()) return
      log.error({ pid: web.process.pid }, 'a web process ended; starting another')
      fork()
    }, 500)
  })
  return async () => {
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
}
