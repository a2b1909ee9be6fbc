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
 *
 * @param heap in MB: what the maker's objects may take.
 */
export const littleMemory = (heap: number) => ({
  execArgv: ['--enable-source-maps', `--max-old-space-size=${heap}`, '--max-semi-space-size=8'],
  env: { MALLOC_ARENA_MAX: '2' },
})

/** In MB. A million signatures fit into the first; what fits into none before goes on with the next. */
export const HEAPS: readonly number[] = [256, 512, 1_024, 2_048]

/** Starts a maker. @param settings beside those of this process. @param heap in MB. */
export function startMaker(settings: Record<string, string>, heap = HEAPS[0]!): ChildProcess {
  const { execArgv, env } = littleMemory(heap)
  return fork(MAKER, [], { execArgv, env: settingsWith({ ...settings, ...env }) })
}

interface End {
  code: number | null
  signal: NodeJS.Signals | null
}

function endOf(maker: ChildProcess): Promise<End> {
  return new Promise((resolve, reject) => {
    maker.once('error', reject)
    maker.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

/** How Node, or V8 itself, ends a process whose heap is full; nothing else of ours ends so. */
const FULL: readonly (string | null)[] = ['SIGABRT', 'SIGTRAP', 'SIGILL']

/**
 * The handler of the queue, whose makers have these `settings` beside those of this process. It fails when the maker does, after which the queue calls it again; a maker that ran out of
 * memory is followed at once by one that may take more.
 *
 * `stop` ends a maker at once: what it has written down is kept, and the next one goes on from there.
 */
export function openMakers(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  settings: Record<string, string>,
  heaps = HEAPS,
): { make: Handler; stop(): Promise<void> } {
  const running = new Map<ChildProcess, Promise<End>>()
  let isStopped = false

  function run(heap: number): Promise<End> {
    const maker = startMaker(settings, heap)
    const end = endOf(maker)
    running.set(maker, end)
    return end.finally(() => running.delete(maker))
  }

  return {
    async make() {
      for (const [place, heap] of heaps.entries()) {
        if (isStopped || (await listDue(db)).length === 0) return
        const end = await run(heap)
        if (end.code === 0 || isStopped) return
        if (!FULL.includes(end.signal) || place === heaps.length - 1)
          throw new Error(`A maker of dossiers ended with ${end.signal ?? end.code}`)
        log.warn({ heap }, 'a maker of dossiers ran out of memory; the next may take more')
      }
    },
    async stop() {
      isStopped = true
      for (const maker of running.keys()) maker.kill('SIGKILL')
      await Promise.allSettled(running.values())
    },
  }
}
