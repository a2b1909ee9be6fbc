/** What a moderator decides about a decision-maker's reply, once they have checked where it comes from. */

import type { Transaction } from '../database/connect.js'
import type { Reply } from '../database/tables.js'
import { addPromiseOf } from '../decision-makers/promise.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { dayOf } from '../petitions/days.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { tellCampaigner } from './decide-petition.js'
import type { ReplyGround } from './grounds.js'
import type { Why } from './read-restriction.js'
import { type Moderator, recordAct } from './record.js'
import { toldAt } from './tell-later.js'

type Deciding = Pick<Deps, 'db' | 'jobs' | 'clock'>
type Publishing = Deciding & Pick<Deps, 'config'>

/**
 * Publishes a reply beside its petition, and makes due the mails to the signers who asked for news, to the campaigner
 * and to the decision-maker. A reply to a petition that is hidden waits: nobody could read it.
 */
export async function publishReply(
  { db, jobs, clock, config }: Publishing,
  reply: Pick<Reply, 'id' | 'petitionId'>,
  moderator: Moderator,
): Promise<'published' | 'already-decided' | 'petition-hidden'> {
  const at = clock.now()
  const outcome = await db.transaction().execute(async (trx) => {
    const outcome = await publishWithin(trx, reply, {
      from: 'submitted',
      at,
      timeZone: config.timeZone,
    })
    if (outcome === 'published') {
      const { petitionId, id: replyId } = reply
      await recordAct(trx, { act: 'reply-published', moderator, petitionId, replyId, at })
    }
    return outcome
  })
  if (outcome === 'published') wakeForReply({ jobs })
  return outcome
}

/** The same as a part of a larger decision, which records it, and calls `wakeForReply` after its commit. */
export async function publishWithin(
  trx: Transaction,
  reply: Pick<Reply, 'id' | 'petitionId'>,
  { from, at, timeZone }: { from: 'submitted' | 'refused'; at: Date; timeZone: string },
): Promise<'published' | 'already-decided' | 'petition-hidden'> {
  const petition = await trx
    .selectFrom('petitions')
    .select(['id', 'state', 'accountId'])
    .where('id', '=', reply.petitionId)
    // Nobody hides the petition between this look and the commit.
    .forShare()
    .executeTakeFirstOrThrow()
  if (!PUBLIC_STATES.includes(petition.state)) return 'petition-hidden'

  const decided = await decide(trx, reply, from, { state: 'published', decidedAt: at, decisionNote: null })
  if (!decided) return 'already-decided'
  const { id: replyId, petitionId } = decided
  await addPromiseOf(trx, decided, { on: dayOf(at, timeZone), at })
  await trx.insertInto('mailings').values({ petitionId, kind: 'reply', replyId, createdAt: at }).execute()
  await tellCampaigner(trx, petition, { kind: 'reply-published', params: { reply: replyId } })
  await mailDecisionMaker(trx, 'reply-published-recipient', decided)
  return 'published'
}

export function wakeForReply({ jobs }: Pick<Deps, 'jobs'>): void {
  jobs.wakeLater('updates')
  jobs.wakeLater('milestone-mails')
  jobs.wakeLater('decision-maker-notices')
}

/** Refuses a reply, with a ground and a sentence that only the decision-maker reads; they may write another. */
export async function refuseReply(
  deps: Publishing,
  reply: Pick<Reply, 'id'>,
  moderator: Moderator,
  { reason, law, note }: Why<ReplyGround>,
): Promise<'refused' | 'already-decided'> {
  const { db, jobs, clock } = deps
  const at = clock.now()
  const isDone = await db.transaction().execute(async (trx) => {
    const refusal = { state: 'refused', decidedAt: at, decisionNote: note } as const
    const decided = await decide(trx, reply, 'submitted', refusal)
    if (!decided) return false
    const { id: replyId, petitionId } = decided
    const why = { reason, law, note, at }
    const entry = await recordAct(trx, { act: 'reply-refused', moderator, petitionId, replyId, ...why })
    await mailDecisionMaker(trx, 'reply-refused', decided, { entry, dueAt: toldAt(deps) })
    return true
  })
  if (!isDone) return 'already-decided'
  jobs.wakeLater('decision-maker-notices')
  return 'refused'
}

/** A refusal that was taken back: the reply waits again. @returns false when it is not refused any more. */
export async function reopenReply(trx: Transaction, reply: Pick<Reply, 'id'>): Promise<boolean> {
  const waiting = { state: 'submitted', decidedAt: null, decisionNote: null } as const
  return (await decide(trx, reply, 'refused', waiting)) !== undefined
}

/** One statement, which also decides races: who comes second gets nothing. */
async function decide(
  trx: Transaction,
  reply: Pick<Reply, 'id'>,
  from: 'submitted' | 'refused',
  decision: { state: Reply['state']; decidedAt: Date | null; decisionNote: string | null },
): Promise<Reply | undefined> {
  return trx
    .updateTable('replies')
    .set(decision)
    .where('id', '=', reply.id)
    .where('state', '=', from)
    .returningAll()
    .executeTakeFirst()
}

async function mailDecisionMaker(
  trx: Transaction,
  kind: 'reply-published-recipient' | 'reply-refused',
  { id, petitionId, decisionMakerId }: Reply,
  { entry, dueAt }: { entry?: number; dueAt?: Date } = {},
): Promise<void> {
  const { locale } = await trx
    .selectFrom('decisionMakers')
    .select('locale')
    .where('id', '=', decisionMakerId)
    .executeTakeFirstOrThrow()
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind,
      petitionId,
      decisionMakerId,
      params: { reply: id, ...(entry === undefined ? {} : { entry }) },
      locale,
      ...(dueAt ? { dueAt } : {}),
    },
  ])
}
