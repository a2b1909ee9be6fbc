/** Everything a campaigner sees of one petition of theirs. */

import type { DecisionMaker, Petition, Reply, Update } from '../database/tables.js'
import { type LoggedAct, listReaderActs } from '../decision-makers/acts.js'
import { type ListedDelivery, listDeliveries } from '../decision-makers/deliveries.js'
import {
  countDownloads,
  type Download,
  type DownloadCount,
  listDownloads,
} from '../decision-makers/downloads.js'
import { listLinksSentLately } from '../decision-makers/links.js'
import type { Deps } from '../deps.js'
import { nextStep } from '../milestones/steps.js'
import { dayOf } from '../petitions/days.js'
import { getCount, listDecisionMakers } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { type ClosingState, closingChoices } from '../updates/close.js'
import { countNewsReaders, listMailings, listUpdates, type MailingProgress } from '../updates/queries.js'
import { type Figures, listAnswers, listMilestones, listReplies, readFigures } from './queries.js'
import { type Waiting, waitingFor } from './waiting.js'

export interface Studio {
  petition: Petition
  isPublic: boolean
  waiting: Waiting
  figures: Figures & { confirmed: number; next: number; readers: number }
  milestones: { threshold: number; isGoal: boolean; reachedAt: Date }[]
  makers: (DecisionMaker & {
    replies: (Reply & { answer: Update | undefined; isAnswered: boolean })[]
    downloads: DownloadCount | undefined
    /** What was downloaded and done on their page, the newest first; with the names of delegates, and no address. */
    log: { downloads: Download[]; acts: LoggedAct[] }
    /** Whether their link can be sent again now: `lately` when it was within the week. */
    link: 'may-send' | 'lately' | 'none'
  })[]
  deliveries: ListedDelivery[]
  updates: Update[]
  mailings: MailingProgress[]
  closingChoices: ClosingState[]
}

export async function readStudio(deps: Deps, petition: Petition): Promise<Studio> {
  const { db, clock, config } = deps
  const { id } = petition
  const today = dayOf(clock.now(), config.timeZone)
  const [
    { confirmed },
    figures,
    readers,
    milestones,
    makers,
    replies,
    answers,
    deliveries,
    downloads,
    updates,
    mailings,
    linksSent,
    keys,
  ] = await Promise.all([
    getCount(db, id),
    readFigures(db, id, today),
    countNewsReaders(db, id),
    listMilestones(db, id),
    listDecisionMakers(db, id),
    listReplies(db, id),
    listAnswers(db, id),
    listDeliveries(db, id),
    countDownloads(db, id),
    listUpdates(db, id),
    listMailings(db, id),
    listLinksSentLately(deps, petition),
    deps.keyring.findPetitionKeys(db, id),
  ])
  const logOf = async (maker: DecisionMaker) => ({
    downloads: await listDownloads(db, keys, maker),
    acts: await listReaderActs(db, keys, maker, { forCampaigner: true }),
  })
  const answerTo = ({ id: replyId }: Reply) => {
    const answer = answers.find((one) => one.replyId === replyId)
    // One that was taken away is an answer too: there is no second.
    return { isAnswered: answer !== undefined, answer: answer?.removedAt ? undefined : answer }
  }
  return {
    petition,
    isPublic: PUBLIC_STATES.includes(petition.state),
    waiting: waitingFor({ ...petition, confirmed }),
    figures: { ...figures, confirmed, next: nextStep(confirmed, petition.goal), readers },
    milestones,
    makers: await Promise.all(
      makers.map(async (maker) => ({
        ...maker,
        downloads: downloads.find((one) => one.decisionMakerId === maker.id),
        log: await logOf(maker),
        link: linkOf(maker, linksSent),
        replies: replies
          .filter((reply) => reply.decisionMakerId === maker.id)
          .map((reply) => ({ ...reply, ...answerTo(reply) })),
      })),
    ),
    deliveries,
    updates: updates.filter(({ replyId }) => replyId === null),
    mailings,
    closingChoices: closingChoices(petition),
  }
}

/** Nobody is reminded who wants no mails, has not been told yet, or cannot be reached. */
function linkOf(
  { id, state, rhythm, toldAt, emailSealed, bouncedAt }: DecisionMaker,
  sentLately: number[],
): 'may-send' | 'lately' | 'none' {
  if (state !== 'active' || rhythm === 'none' || !toldAt || !emailSealed || bouncedAt) return 'none'
  return sentLately.includes(id) ? 'lately' : 'may-send'
}
