import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { DAYS_TO_CONTEST } from '../moderation/contest.js'
import { UNFOUNDED_DAYS } from './unfounded.js'

const DAY_MS = 86_400_000
export const DAYS_KEPT = DAYS_TO_CONTEST
const BATCH = 1_000

/**
 * Erases who reported and what they wrote, and what was removed, once nobody can contest the decision any more, nor
 * has done so without an answer yet; the same holds for a suspension that followed from it. What the public figures
 * count stays.
 */
export async function forgetReporters({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_KEPT * DAY_MS)
  for (;;) {
    const { numAffectedRows } = await sql`
      update reports set words_sealed = null, contact_sealed = null, removed_sealed = null, fingerprint = null
      where id in (
        select id from reports where words_sealed is not null and decided_at < ${before}
          and not exists (select from appeals where appeals.entry_id = reports.entry_id and appeals.state = 'received')
          and not exists (
            select from reporter_suspensions s left join appeals a on a.entry_id = s.entry_id
            where s.report_id = reports.id and (s.from_at >= ${before} or a.state = 'received'))
        order by decided_at limit ${BATCH} for update skip locked
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}

/** Erases by which address an unfounded report was known, after a year, and a suspension once it is over. */
export async function forgetWarnings({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await db
    .updateTable('reports')
    .set({ reporterFingerprint: null })
    .where('reporterFingerprint', 'is not', null)
    .where('decidedAt', '<', new Date(now.getTime() - UNFOUNDED_DAYS * DAY_MS))
    .execute()
  await db
    .updateTable('reporterSuspensions')
    .set({ reporterFingerprint: null })
    .where('reporterFingerprint', 'is not', null)
    .where(({ or, eb }) => or([eb('untilAt', '<', now), eb('liftedAt', 'is not', null)]))
    .execute()
}
