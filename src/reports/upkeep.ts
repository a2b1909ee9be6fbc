import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { DAYS_TO_CONTEST } from '../moderation/contest.js'

const DAY_MS = 86_400_000
export const DAYS_KEPT = DAYS_TO_CONTEST
const BATCH = 1_000

/**
 * Erases who reported and what they wrote, and what was removed, once nobody can contest the decision any more, nor
 * has done so without an answer yet. What
 * the public figures count stays.
 */
export async function forgetReporters({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_KEPT * DAY_MS)
  for (;;) {
    const { numAffectedRows } = await sql`
      update reports set words_sealed = null, contact_sealed = null, removed_sealed = null, fingerprint = null
      where id in (
        select id from reports where words_sealed is not null and decided_at < ${before}
          and not exists (select from appeals where appeals.entry_id = reports.entry_id and appeals.state = 'received')
        order by decided_at limit ${BATCH} for update skip locked
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}
