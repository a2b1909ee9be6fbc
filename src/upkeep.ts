/** What time alone makes due: petitions past their last day, signatures never confirmed, links and sessions past theirs. */

import { removeExpiredLinksAndSessions } from './accounts/upkeep.js'
import { forgetAppeals, forgetRemovedPictures } from './appeals/upkeep.js'
import { forgetBounces } from './bounces/upkeep.js'
import { forgetCodes } from './decision-makers/codes.js'
import { destroyEndedDownloads } from './decision-makers/download.js'
import type { Deps } from './deps.js'
import { forgetNameSearches } from './detection/name-search.js'
import { deleteOldDrafts } from './launch/upkeep.js'
import { sweepMailBrakes } from './mail/brake.js'
import { tellDeskLater } from './moderation/waiting-mails.js'
import { removeExpiredRequests } from './my-signatures/requests.js'
import { askAboutPromises } from './outcomes/ask.js'
import { removeExpiredChallenges } from './passkeys/challenges.js'
import { forgetReporters, forgetWarnings } from './reports/upkeep.js'
import { destroyDueKeys } from './retention/destroy.js'
import { forgetOldMails } from './retention/mails.js'
import { carryOnSampleChecks } from './sample-checks/carry-on.js'
import { expirePendingSignatures } from './signatures/expire.js'
import { recountEveryNight } from './signatures/recount.js'
import { compareLogsEveryNight } from './tally-log/compare.js'
import { recountCommunesEveryNight } from './tally-log/recount-communes.js'
import { closeDuePetitions } from './updates/close.js'
import { sweepLevels } from './web/limits/store.js'

type Chore = (deps: Deps) => Promise<void>

/** Each may run twice, and at any time. */
const CHORES: readonly Chore[] = [
  closeDuePetitions,
  removeExpiredLinksAndSessions,
  removeExpiredChallenges,
  removeExpiredRequests,
  forgetCodes,
  deleteOldDrafts,
  expirePendingSignatures,
  forgetReporters,
  forgetWarnings,
  tellDeskLater,
  forgetAppeals,
  forgetRemovedPictures,
  forgetNameSearches,
  recountEveryNight,
  compareLogsEveryNight,
  recountCommunesEveryNight,
  destroyEndedDownloads,
  carryOnSampleChecks,
  askAboutPromises,
  destroyDueKeys,
  forgetOldMails,
  forgetBounces,
  sweepMailBrakes,
  sweepLevels,
]

/** One that fails does not keep the others from being done; the queue hears of the first failure, and tries again. */
export async function keepUp(deps: Deps): Promise<void> {
  const failures: unknown[] = []
  for (const chore of CHORES) await chore(deps).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
