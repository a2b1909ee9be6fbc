/** The worker process: which queue does what. Each handler does everything that is due, and may run twice. */

import { accountComposers } from './accounts/mails.js'
import { appealComposers } from './appeals/mails.js'
import { asideComposers } from './decision-makers/aside-mails.js'
import { delegateComposers } from './decision-makers/delegate-mails.js'
import { deliverDuePetitions } from './decision-makers/deliver.js'
import { decisionMakerComposers } from './decision-makers/mails.js'
import { tellDecisionMakersLater } from './decision-makers/tell.js'
import { tellWithdrawalsLater } from './decision-makers/withdrawals.js'
import type { Deps } from './deps.js'
import { lookForFraud } from './detection/look.js'
import { searchNames } from './detection/name-search.js'
import { makeDueDossiers } from './dossiers/make.js'
import { type Handler, type JobWorkers, type QueueName, startWorkers } from './jobs/jobs.js'
import { launchComposers } from './launch/mails.js'
import { type Composer, deliverDue } from './mail/outbox.js'
import { milestoneComposers } from './milestones/mails.js'
import { reachMilestones } from './milestones/reach.js'
import { moderationComposers } from './moderation/mails.js'
import { mySignaturesComposers } from './my-signatures/mails.js'
import { outcomeComposers } from './outcomes/mails.js'
import { paperComposers } from './paper/mails.js'
import { passkeyComposers } from './passkeys/mails.js'
import { peopleComposers } from './people/mails.js'
import { quarantineComposers } from './quarantine/mails.js'
import { carryOutDecisions } from './quarantine/work.js'
import { reportComposers } from './reports/mails.js'
import { reversalComposers } from './reversals/mails.js'
import { sampleCheckComposers } from './sample-checks/mails.js'
import { signatureComposers } from './signatures/mails.js'
import { signDueHeads } from './tally-log/heads.js'
import { signPaperHeads } from './tally-log/paper-log.js'
import { writeLogs } from './tally-log/write.js'
import { walkDueMailings } from './updates/mailings.js'
import { updateComposers } from './updates/mails.js'
import { keepUp } from './upkeep.js'

/** Every kind of mail, and who writes its letters. */
export const COMPOSERS: Record<string, Composer> = {
  ...accountComposers,
  ...passkeyComposers,
  ...paperComposers,
  ...launchComposers,
  ...signatureComposers,
  ...updateComposers,
  ...milestoneComposers,
  ...decisionMakerComposers,
  ...delegateComposers,
  ...asideComposers,
  ...sampleCheckComposers,
  ...moderationComposers,
  ...outcomeComposers,
  ...peopleComposers,
  ...reportComposers,
  ...reversalComposers,
  ...appealComposers,
  ...quarantineComposers,
  ...mySignaturesComposers,
}

export function handlersFor(deps: Deps): Record<QueueName, Handler> {
  return {
    'confirmation-mails': () => deliverDue(deps, 'confirmation-mails', COMPOSERS),
    'milestone-mails': () => deliverDue(deps, 'milestone-mails', COMPOSERS),
    'decision-maker-notices': async () => {
      await tellDecisionMakersLater(deps)
      await deliverDuePetitions(deps)
      await tellWithdrawalsLater(deps)
      await deliverDue(deps, 'decision-maker-notices', COMPOSERS)
    },
    updates: async () => {
      await walkDueMailings(deps)
      await deliverDue(deps, 'updates', COMPOSERS)
    },
    dossiers: () => makeDueDossiers(deps),
    counting: () => reachMilestones(deps),
    log: async () => {
      await writeLogs(deps)
      await signDueHeads(deps)
      await signPaperHeads(deps)
    },
    quarantines: async () => {
      // A name that cannot be opened must not keep what was decided from being done.
      const [searched, decided] = await Promise.allSettled([searchNames(deps), carryOutDecisions(deps)])
      for (const each of [decided, searched]) if (each.status === 'rejected') throw each.reason
    },
    detection: () => lookForFraud(deps),
    upkeep: () => keepUp(deps),
  }
}

/** @param others instead of the handlers of their queues. */
export function startWorker(
  deps: Deps,
  databaseUrl: string,
  others: Partial<Record<QueueName, Handler>> = {},
): Promise<JobWorkers> {
  const { config, jobs, log } = deps
  return startWorkers({ redisUrl: config.redisUrl, databaseUrl, log }, jobs, {
    ...handlersFor(deps),
    ...others,
  })
}
