/** News of a petition: shown beside it, and mailed to the signers who asked for it. */

import type { Transaction } from '../database/connect.js'
import type { Petition, Update } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { tellFollowers } from './followers.js'

export type PublishOutcome =
  | 'published'
  | 'published-before'
  | 'too-often'
  | 'not-public'
  /** The reply has the campaigner's answer, or is not published. */
  | 'no-answer-due'

/** A second click, or a page sent again after a lost connection, comes within the hour. */
const SAME_AGAIN_MS = 3_600_000
const DAY_MS = 86_400_000

/** Signers asked for news, not for a running commentary: who gets too many mails stops them all. */
export const MOST_A_DAY = 3

/**
 * Publishes news and writes down its mailing with it.
 *
 * The same words sent again within the hour are one piece of news: nobody is mailed twice for a double click. A
 * fourth piece within 24 hours is refused. With `replyId` it is the campaigner's answer to a reply, of which there is
 * one, even when a moderator has taken it away since.
 */
export async function publishUpdate(
  deps: Deps,
  petition: Pick<Petition, 'id'>,
  news: { title: string; body: string; replyId?: number },
): Promise<PublishOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    // Locked, so that neither a second click nor a moderator who hides the petition comes in between.
    const { state } = await trx
      .selectFrom('petitions')
      .select('state')
      .where('id', '=', petition.id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    if (!PUBLIC_STATES.includes(state)) return 'not-public'
    if (news.replyId !== undefined && !(await isAnswerDue(trx, petition.id, news.replyId)))
      return 'no-answer-due'

    const publishedAt = deps.clock.now()
    const lastDay = await trx
      .selectFrom('updates')
      .select(['title', 'body', 'publishedAt'])
      .where('petitionId', '=', petition.id)
      .where('kind', '=', 'news')
      .where('publishedAt', '>', new Date(publishedAt.getTime() - DAY_MS))
      .execute()
    const isRecent = (moment: Date) => publishedAt.getTime() - moment.getTime() < SAME_AGAIN_MS
    if (
      lastDay.some(
        ({ title, body, publishedAt: at }) => title === news.title && body === news.body && isRecent(at),
      )
    )
      return 'published-before'
    if (lastDay.length >= MOST_A_DAY) return 'too-often'

    await addUpdate(trx, { petitionId: petition.id, kind: 'news', ...news, publishedAt })
    return 'published'
  })
  if (outcome === 'published') deps.jobs.wakeLater('updates')
  return outcome
}

async function isAnswerDue(trx: Transaction, petitionId: number, replyId: number): Promise<boolean> {
  const reply = await trx
    .selectFrom('replies')
    .leftJoin('updates', 'updates.replyId', 'replies.id')
    .select('updates.id as answer')
    .where('replies.id', '=', replyId)
    .where('replies.petitionId', '=', petitionId)
    .where('replies.state', '=', 'published')
    .executeTakeFirst()
  return reply !== undefined && reply.answer === null
}

/** Adds an update and the mailing that carries it; the caller wakes the queue 'updates' after its commit. */
export async function addUpdate(
  trx: Transaction,
  update: Pick<Update, 'petitionId' | 'kind' | 'title' | 'body' | 'publishedAt'> & { replyId?: number },
): Promise<void> {
  const { id: updateId } = await trx
    .insertInto('updates')
    .values(update)
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('mailings')
    .values({
      petitionId: update.petitionId,
      kind: update.kind === 'closing' ? 'closing' : 'update',
      updateId,
      createdAt: update.publishedAt,
    })
    .execute()
  if (update.kind !== 'closing')
    await tellFollowers(
      trx,
      { id: update.petitionId },
      { kind: 'others-news', updateId, at: update.publishedAt },
    )
}
