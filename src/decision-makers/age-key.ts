import type { Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { lockDecisionMaker } from './queries.js'

type Reader = Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>

/**
 * From now on what they download with names in it is encrypted to this key; without one, it is not.
 *
 * Each change is told to their own address, since whoever has the link could have made it. The same key again changes
 * nothing and tells nothing.
 *
 * @returns whether anything changed.
 */
export async function chooseAgeKey(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  maker: Reader,
  key: string | null,
): Promise<boolean> {
  const at = clock.now()
  const isChanged = await db.transaction().execute(async (trx) => {
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return false
    const updated = await trx
      .updateTable('decisionMakers')
      .set({ ageKey: key, ageKeyAt: key === null ? null : at })
      .where('id', '=', maker.id)
      .where('ageKey', 'is distinct from', key)
      .returning('id')
      .execute()
    if (updated.length === 0) return false
    await tellChange(trx, maker, key, at)
    return true
  })
  if (isChanged) jobs.wakeLater('confirmation-mails')
  return isChanged
}

async function tellChange(trx: Transaction, maker: Reader, key: string | null, at: Date): Promise<void> {
  await addMails(trx, [
    {
      queue: 'confirmation-mails',
      kind: 'decision-maker-age-key',
      petitionId: maker.petitionId,
      decisionMakerId: maker.id,
      params: key === null ? {} : { key },
      locale: maker.locale,
      dueAt: at,
    },
  ])
}
