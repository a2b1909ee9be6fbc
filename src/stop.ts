/** How the service ends: by a signal, or by an error that nobody caught. */

import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'

/** How long requests, jobs and mails that are under way may take to finish. */
const STOP_WITHIN_MS = 15_000

/** A terminal's Ctrl-C arrives twice under npm, which passes on what the terminal sent to all; a person's second comes later. */
const SAME_SIGNAL_MS = 1_000

export type Stop = () => Promise<unknown>

/** Set as soon as a stop was asked for: what ends from then on ends because it should. */
let stopping = false

export function isStopping(): boolean {
  return stopping
}

/** Stops the parts in the reverse order of their start: nobody loses what it still needs. */
export function stopWithGrace(stops: Stop[], log: Logger): void {
  // Signals are left to the listeners below: close-with-grace listens once and then anew, and the second Ctrl-C that
  // npm passes on could arrive in between and end the process at once.
  const grace = closeWithGrace(
    { delay: STOP_WITHIN_MS, logger: false, skip: ['SIGINT', 'SIGTERM'] },
    async ({ err }) => {
      stopping = true
      if (err) log.fatal({ err }, 'stopping after an error')
      for (const stop of stops.reverse())
        await stop().catch((error) => log.error({ err: error }, 'a part did not stop cleanly'))
    },
  )
  let askedAt: number | undefined
  const ask = (signal: NodeJS.Signals) => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    askedAt = performance.now()
    stopping = true
    if (!cluster.isWorker) log.info({ signal }, 'stopping')
    grace.close()
  }
  process.on('SIGINT', ask).on('SIGTERM', ask)
}
