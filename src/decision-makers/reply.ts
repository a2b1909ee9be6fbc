import type { DecisionMaker, Reply } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { recordReaderAct } from './acts.js'
import { addAttachment } from './attachments.js'
import { lockDecisionMaker } from './queries.js'

export type ReplyOutcome =
  | { outcome: 'submitted'; replyId: number }
  /** One is waiting already: it is decided first. */
  | { outcome: 'one-is-waiting' }
  /** Who said "not me" or objected answers no more. */
  | { outcome: 'stepped-aside' }

export type NewReply = Pick<Reply, 'body' | 'signedBy'> &
  Partial<Pick<Reply, 'kind' | 'kindWords' | 'meetsOn' | 'promise' | 'promisedFor'>> & {
    /** A PDF that was looked into. */
    attachment?: Buffer | undefined
  }

/**
 * Hands in a reply. It is shown beside the petition once a moderator has checked that it comes from the
 * institution.
 */
export async function submitReply(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  { attachment, ...written }: NewReply,
): Promise<ReplyOutcome> {
  return db.transaction().execute(async (trx): Promise<ReplyOutcome> => {
    const locked = await lockDecisionMaker(trx, maker.id)
    if (locked?.state !== 'active') return { outcome: 'stepped-aside' }
    const waiting = await trx
      .selectFrom('replies')
      .select('id')
      .where('decisionMakerId', '=', maker.id)
      .where('state', '=', 'submitted')
      .executeTakeFirst()
    if (waiting) return { outcome: 'one-is-waiting' }
    const { id } = await trx
      .insertInto('replies')
      .values({
        petitionId: maker.petitionId,
        decisionMakerId: maker.id,
        ...written,
        submittedAt: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordReaderAct(trx, { maker, act: 'replied', at: clock.now() })
    if (attachment) await addAttachment(trx, id, attachment)
    return { outcome: 'submitted', replyId: id }
  })
}
