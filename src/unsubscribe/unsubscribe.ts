/** Stopping mails with one click, and taking it back: signers, campaigners and decision-makers, each by their own link. */

import type { Deps } from '../deps.js'
import { readToken } from '../keys/links.js'
import { restore } from '../signatures/consents.js'

/**
 * Who holds the link, and so which mails it stops. `follower`: a signer, of the campaigner's other petitions. `asked`: a
 * signer, of questions to a random sample.
 */
export type Subscriber = 'signer' | 'follower' | 'asked' | 'campaigner' | 'decision-maker'

export interface Subscription {
  subscriber: Subscriber
  petitionId: number
  /** The signature's, the petition's or the decision-maker's id. */
  subjectId: number
  title: string
  slug: string
  isStopped: boolean
  /** False for who has withdrawn: there is nobody left to write to. */
  mayResume: boolean
}

const PURPOSES = {
  signer: 'unsubscribe',
  follower: 'others-unsubscribe',
  asked: 'checks-unsubscribe',
  campaigner: 'campaigner-unsubscribe',
  'decision-maker': 'decision-maker-unsubscribe',
} as const

/** @returns undefined for a token that stands for nobody. */
export async function findSubscription(deps: Deps, token: string): Promise<Subscription | undefined> {
  for (const subscriber of Object.keys(PURPOSES) as Subscriber[]) {
    const read = await readToken(deps, PURPOSES[subscriber], token)
    if (!read) continue
    const { petitionId, subjectId } = read
    const petition = await deps.db
      .selectFrom('petitions')
      .select(['title', 'slug'])
      .where('id', '=', petitionId)
      .executeTakeFirst()
    const state = await readState(deps, subscriber, { petitionId, subjectId })
    return petition && state && { subscriber, petitionId, subjectId, ...petition, ...state }
  }
  return undefined
}

async function readState(
  { db }: Deps,
  subscriber: Subscriber,
  { petitionId, subjectId }: { petitionId: number; subjectId: number },
): Promise<Pick<Subscription, 'isStopped' | 'mayResume'> | undefined> {
  switch (subscriber) {
    case 'signer':
    case 'follower':
    case 'asked': {
      const signature = await db
        .selectFrom('signatures')
        .select(['updates', 'campaignerNews', 'refusesChecks', 'sealed'])
        .where('petitionId', '=', petitionId)
        .where('id', '=', subjectId)
        .executeTakeFirst()
      if (!signature) return undefined
      const { updates, campaignerNews, refusesChecks, sealed } = signature
      const wanted = { signer: updates, follower: campaignerNews, asked: !refusesChecks }
      return { isStopped: !wanted[subscriber], mayResume: sealed !== null }
    }
    case 'campaigner': {
      const petition = await db
        .selectFrom('petitions')
        .select('campaignerMails')
        .where('id', '=', petitionId)
        .executeTakeFirst()
      return petition && { isStopped: !petition.campaignerMails, mayResume: true }
    }
    case 'decision-maker': {
      const maker = await db
        .selectFrom('decisionMakers')
        .select('rhythm')
        .where('petitionId', '=', petitionId)
        .where('id', '=', subjectId)
        .executeTakeFirst()
      return maker && { isStopped: maker.rhythm === 'none', mayResume: true }
    }
  }
}

/** Stops the mails. Idempotent; letters that already wait to leave are dropped by their writers. */
export function stopMails(deps: Deps, subscription: Subscription): Promise<void> {
  return setMails(deps, subscription, false)
}

/** Takes it back; a decision-maker then hears of thresholds, as at first. */
export function resumeMails(deps: Deps, subscription: Subscription): Promise<void> {
  return setMails(deps, subscription, true)
}

async function setMails(deps: Deps, subscription: Subscription, wanted: boolean): Promise<void> {
  const { db } = deps
  const { subscriber, petitionId, subjectId } = subscription
  switch (subscriber) {
    case 'signer':
    case 'follower': {
      const whose = { petitionId, signatureId: subjectId }
      if (wanted) return restore(deps, whose, subscriber === 'signer' ? 'updates' : 'campaigner-news')
      await db
        .updateTable('signatures')
        .set(subscriber === 'signer' ? { updates: false } : { campaignerNews: false })
        .where('petitionId', '=', petitionId)
        .where('id', '=', subjectId)
        .where('sealed', 'is not', null)
        .execute()
      return
    }
    case 'asked':
      await db
        .updateTable('signatures')
        .set({ refusesChecks: !wanted })
        .where('petitionId', '=', petitionId)
        .where('id', '=', subjectId)
        .where('sealed', 'is not', null)
        .execute()
      return
    case 'campaigner':
      await db
        .updateTable('petitions')
        .set({ campaignerMails: wanted })
        .where('id', '=', petitionId)
        .execute()
      return
    case 'decision-maker': {
      // A second stop, or an undo that comes twice, must not overwrite a rhythm that was chosen in between.
      await db
        .updateTable('decisionMakers')
        .set({ rhythm: wanted ? 'threshold' : 'none' })
        .where('petitionId', '=', petitionId)
        .where('id', '=', subjectId)
        .where('rhythm', wanted ? '=' : '!=', 'none')
        .execute()
      return
    }
  }
}
