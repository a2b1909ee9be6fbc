/**
 * Dossiers are made in a process of their own: a million names drawn on paper take a processor some minutes, in which
 * the worker sends its mails and, where one process is all, pages are answered. And it is one that holds little memory.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { settingsWith } from '../config.js'
import type { Deps } from '../deps.js'
import type { Handler } from '../jobs/jobs.js'
import { listDue } from './queries.js'

export const MAKER = fileURLToPath(new URL('./maker.js', import.meta.url))

/**
 * Left alone, V8 lets garbage lie while there is memory, and the C library keeps an arena for each thread that packs
 * and unpacks: 700 MB for a million signatures, of which these leave what is needed. See docs/dossier.md.
 */
export const LITTLE_MEMORY = {
  execArgv: ['--enable-source-maps', '--max-old-space-size=256', '--max-semi-space-size=8'],
  env: { MALLOC_ARENA_MAX: '2' },
}

/** Starts a maker. @param settings beside those of this process. */
export function startMaker(settings: Record<string, string>): ChildProcess {
  return fork(MAKER, [], {
    execArgv: LITTLE_MEMORY.execArgv,
    env: settingsWith({ ...settings, ...LITTLE_MEMORY.env }),
  })
}

/**
 * The handler of the queue. It fails when the maker does, after which the queue calls it again.
 *
 * `stop` ends a maker at once: what it has written down is kept, and the next one goes on from there.
 */
export function openMakers(
  deps: Pick<Deps, 'db'>,
  databaseUrl: string,
): { make: Handler; stop(): Promise<void> } {
  const running = new Set<ChildProcess>()
  let isStopped = false
  return {
    async make() {
      if (isStopped || (await listDue(deps.db)).length === 0) return
      const maker = startMaker({ DATABASE_URL: databaseUrl })
      running.add(maker)
      const end = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
        maker.once('error', reject)
        maker.once('exit', (code, signal) => resolve({ code, signal }))
      }).finally(() => running.delete(maker))
      if (end.code !== 0 && !isStopped)
        throw new Error(`A maker of dossiers ended with ${end.signal ?? end.code}`)
    },
    async stop() {
      isStopped = true
      await Promise.all(
        [...running].map(
          (maker) =>
            new Promise<void>((resolve) => {
              if (maker.exitCode !== null || maker.signalCode !== null) return resolve()
              maker.once('exit', () => resolve())
              maker.kill('SIGKILL')
            }),
        ),
      )
    },
  }
}
