import type { AuditEntry, Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { contestableUntil } from '../moderation/contest.js'
import { sealWords } from './words.js'

export type LodgeOutcome =
  | 'received'
  /** There is one about this decision already, waiting or decided. */
  | 'received-before'
  | 'too-late'
  /** The decision was taken back meanwhile. */
  | 'undone'

/** Whether a decision can be contested now; a first appeal is looked for where it is written. */
export function mayLodge(
  { clock }: Pick<Deps, 'clock'>,
  { at, undoneAt }: Pick<AuditEntry, 'at' | 'undoneAt'>,
): 'yes' | 'too-late' | 'undone' {
  if (undoneAt) return 'undone'
  return clock.now() > contestableUntil(at) ? 'too-late' : 'yes'
}

/** Writes an appeal down and confirms it by mail. Each decision has one: of two that are sent at once one is kept. */
export async function lodgeAppeal(
  deps: Pick<Deps, 'db' | 'keyring' | 'jobs' | 'clock'>,
  entry: AuditEntry,
  { words, locale }: { words: string; locale: Locale },
): Promise<LodgeOutcome> {
  const may = mayLodge(deps, entry)
  if (may !== 'yes') return may
  const keys = await deps.keyring.getSiteKeys(deps.db, 'appeals')
  const outcome = await deps.db.transaction().execute(async (trx): Promise<LodgeOutcome> => {
    // Whoever takes the decision back at this moment holds its row.
    const { undoneAt } = await trx
      .selectFrom('auditEntries')
      .select('undoneAt')
      .where('id', '=', entry.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (undoneAt) return 'undone'
    const added = await trx
      .insertInto('appeals')
      .values({
        entryId: entry.id,
        petitionId: entry.petitionId,
        wordsSealed: sealWords(keys, entry.id, words),
        locale,
        firstBy: entry.accountId,
        receivedAt: deps.clock.now(),
      })
      .onConflict((conflict) => conflict.column('entryId').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return 'received-before'
    const params = { appeal: added.id }
    await addMails(trx, [{ queue: 'confirmation-mails', kind: 'appeal-received', params, locale }])
    return 'received'
  })
  if (outcome === 'received') deps.jobs.wakeLater('confirmation-mails')
  return outcome
}
