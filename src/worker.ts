/** The worker process: which queue does what. Each handler does everything that is due, and may run twice. */

import type { Deps } from './deps.js'
import { type Handler, type JobWorkers, type QueueName, startWorkers } from './jobs/jobs.js'
import { type Composer, deliverDue } from './mail/outbox.js'

/** Every kind of mail, and who writes its letters. */
export const COMPOSERS: Record<string, Composer> = {}

export function handlersFor(deps: Deps): Record<QueueName, Handler> {
  return {
    'confirmation-mails': () => deliverDue(deps, 'confirmation-mails', COMPOSERS),
    'milestone-mails': () => deliverDue(deps, 'milestone-mails', COMPOSERS),
    'decision-maker-notices': () => deliverDue(deps, 'decision-maker-notices', COMPOSERS),
    updates: () => deliverDue(deps, 'updates', COMPOSERS),
    dossiers: async () => {},
    counting: async () => {},
    upkeep: async () => {},
  }
}

export function startWorker(deps: Deps, databaseUrl: string): Promise<JobWorkers> {
  const { config, jobs, log } = deps
  return startWorkers({ redisUrl: config.redisUrl, databaseUrl, log }, jobs, handlersFor(deps))
}
