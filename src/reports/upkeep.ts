import { sql } from 'kysely'
import type { Deps } from '../deps.js'

const DAY_MS = 86_400_000
/** As long as a decision may be contested: six months (EU Digital Services Act, Article 20(1)). */
export const DAYS_KEPT = 183
const BATCH = 1_000

/**
 * Erases who reported and what they wrote, and what was removed, once nobody can contest the decision any more. What
 * the public figures count stays.
 */
export async function forgetReporters({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_KEPT * DAY_MS)
  for (;;) {
    const { numAffectedRows } = await sql`
      update reports set words_sealed = null, contact_sealed = null, removed_sealed = null, fingerprint = null
      where id in (
        select id from reports where words_sealed is not null and decided_at < ${before}
        order by decided_at limit ${BATCH} for update skip locked
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}
