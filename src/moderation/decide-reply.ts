/** What a moderator decides about a decision-maker's reply, once they have checked where it comes from. */

import type { Transaction } from '../database/connect.js'
import type { Petition, Reply } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { type Moderator, recordAct } from './record.js'

type Deciding = Pick<Deps, 'db' | 'jobs' | 'clock'>

/**
 * Publishes a reply beside its petition, and makes due the mails to the signers who asked for news, to the campaigner
 * and to the decision-maker. A reply to a petition that is hidden waits: nobody could read it.
 */
export async function publishReply(
  { db, jobs, clock }: Deciding,
  reply: Pick<Reply, 'id' | 'petitionId'>,
  moderator: Moderator,
): Promise<'published' | 'already-decided' | 'petition-hidden'> {
  const at = clock.now()
  const outcome = await db.transaction().execute(async (trx) => {
    const petition = await trx
      .selectFrom('petitions')
      .select(['state', 'accountId'])
      .where('id', '=', reply.petitionId)
      // Nobody hides the petition between this look and the commit.
      .forShare()
      .executeTakeFirstOrThrow()
    if (!PUBLIC_STATES.includes(petition.state)) return 'petition-hidden'

    const decided = await decide(trx, reply, { state: 'published', decidedAt: at })
    if (!decided) return 'already-decided'
    const { id: replyId, petitionId } = decided
    await recordAct(trx, { act: 'reply-published', moderator, petitionId, replyId, at })
    await trx.insertInto('mailings').values({ petitionId, kind: 'reply', replyId, createdAt: at }).execute()
    await mailCampaigner(trx, petition, decided)
    await mailDecisionMaker(trx, 'reply-published-recipient', decided)
    return 'published'
  })
  if (outcome !== 'published') return outcome
  jobs.wakeLater('updates')
  jobs.wakeLater('milestone-mails')
  jobs.wakeLater('decision-maker-notices')
  return 'published'
}

/** Refuses a reply, with a sentence that only the decision-maker reads; they may write another. */
export async function refuseReply(
  { db, jobs, clock }: Deciding,
  reply: Pick<Reply, 'id'>,
  moderator: Moderator,
  { note }: { note: string },
): Promise<'refused' | 'already-decided'> {
  const at = clock.now()
  const isDone = await db.transaction().execute(async (trx) => {
    const decided = await decide(trx, reply, { state: 'refused', decidedAt: at, decisionNote: note })
    if (!decided) return false
    const { id: replyId, petitionId } = decided
    await recordAct(trx, { act: 'reply-refused', moderator, petitionId, replyId, note, at })
    await mailDecisionMaker(trx, 'reply-refused', decided)
    return true
  })
  if (!isDone) return 'already-decided'
  jobs.wakeLater('decision-maker-notices')
  return 'refused'
}

/** One statement, which also decides races: who comes second gets nothing. */
async function decide(
  trx: Transaction,
  reply: Pick<Reply, 'id'>,
  decision: { state: 'published' | 'refused'; decidedAt: Date; decisionNote?: string },
): Promise<Reply | undefined> {
  return trx
    .updateTable('replies')
    .set(decision)
    .where('id', '=', reply.id)
    .where('state', '=', 'submitted')
    .returningAll()
    .executeTakeFirst()
}

async function mailCampaigner(
  trx: Transaction,
  { accountId }: Pick<Petition, 'accountId'>,
  { id, petitionId }: Reply,
): Promise<void> {
  if (accountId === null) return
  const account = await trx
    .selectFrom('accounts')
    .select('locale')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const { locale } = account
  await addMails(trx, [
    {
      queue: 'milestone-mails',
      kind: 'reply-published',
      petitionId,
      accountId,
      params: { reply: id },
      locale,
    },
  ])
}

async function mailDecisionMaker(
  trx: Transaction,
  kind: 'reply-published-recipient' | 'reply-refused',
  { id, petitionId, decisionMakerId }: Reply,
): Promise<void> {
  const { locale } = await trx
    .selectFrom('decisionMakers')
    .select('locale')
    .where('id', '=', decisionMakerId)
    .executeTakeFirstOrThrow()
  const params = { reply: id }
  await addMails(trx, [
    { queue: 'decision-maker-notices', kind, petitionId, decisionMakerId, params, locale },
  ])
}
