/** An appeal is decided once, by another moderator than the first: they would only say again what they said. */

import type { Transaction } from '../database/connect.js'
import type { Appeal, AuditEntry, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { wakeForReply } from '../moderation/decide-reply.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { type Reversed, reverse } from '../reversals/reverse.js'
import { countOtherDeciders, findEntry } from './queries.js'

export type AppealOutcome =
  | 'decided'
  | 'already-decided'
  /** They decided first, and somebody else could decide now. */
  | 'own-decision'

type Deciding = Pick<Deps, 'db' | 'jobs' | 'keyring' | 'clock' | 'config'>

/**
 * Leaves the decision as it is, or undoes it, and tells whoever appealed.
 *
 * When the first moderator is the only one, they decide, and that is written down: an association of one must not
 * leave an appeal unanswered.
 */
export async function decideAppeal(
  deps: Deciding,
  { id }: Pick<Appeal, 'id'>,
  moderator: Moderator,
  { state, note }: { state: 'upheld' | 'reversed'; note: string },
): Promise<{ outcome: AppealOutcome; reversed?: Reversed }> {
  const at = deps.clock.now()
  const decided = await deps.db.transaction().execute(async (trx) => {
    const appeal = await trx.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    // The petition before the appeal, as everywhere, so that nobody waits in a circle.
    const petition = await lockPetitionOf(trx, appeal)
    const open = await trx
      .selectFrom('appeals')
      .select('id')
      .where('id', '=', id)
      .where('state', '=', 'received')
      .forUpdate()
      .executeTakeFirst()
    if (!open) return { outcome: 'already-decided' as const }

    const isOwn = appeal.firstBy === moderator.id
    if (isOwn && (await countOtherDeciders(trx, moderator.id)) > 0)
      return { outcome: 'own-decision' as const }

    const entry = (await findEntry(trx, appeal.entryId))!
    const reversed = state === 'reversed' ? await reverse(deps, trx, entry, petition, 'appeal') : undefined
    await trx
      .updateTable('appeals')
      .set({ state, decidedAt: at, decidedBy: moderator.id, decidedAlone: isOwn, decisionNote: note })
      .where('id', '=', id)
      .execute()
    await record(trx, moderator, { entry, id, state, note, at })
    const { locale } = appeal
    await addMails(trx, [
      { queue: 'milestone-mails', kind: 'appeal-decided', params: { appeal: id }, locale },
    ])
    return { outcome: 'decided' as const, ...(reversed ? { reversed } : {}), act: entry.act }
  })
  if (decided.outcome !== 'decided') return decided
  deps.jobs.wakeLater('milestone-mails')
  deps.jobs.wakeLater('decision-maker-notices')
  if (decided.act === 'reply-refused') wakeForReply(deps)
  return decided
}

async function lockPetitionOf(trx: Transaction, { petitionId }: Appeal): Promise<Petition | undefined> {
  if (petitionId === null) return undefined
  return trx.selectFrom('petitions').selectAll().where('id', '=', petitionId).forUpdate().executeTakeFirst()
}

async function record(
  trx: Transaction,
  moderator: Moderator,
  {
    entry,
    id,
    state,
    note,
    at,
  }: { entry: AuditEntry; id: number; state: 'upheld' | 'reversed'; note: string; at: Date },
): Promise<void> {
  const { petitionId, replyId, reportId, limitId } = entry
  await recordAct(trx, {
    act: `appeal-${state}`,
    moderator,
    petitionId,
    replyId,
    reportId,
    limitId,
    appealId: id,
    ...(state === 'reversed' ? { undoesId: entry.id } : {}),
    note,
    at,
  })
}
