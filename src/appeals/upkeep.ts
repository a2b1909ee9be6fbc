import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { DAYS_TO_CONTEST } from '../moderation/contest.js'

const DAY_MS = 86_400_000

/** Erases what was written in an appeal, half a year after it was decided; that there was one, and its outcome, stay. */
export async function forgetAppeals({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_TO_CONTEST * DAY_MS)
  await sql`
    update appeals set words_sealed = null
    where words_sealed is not null and decided_at < ${before}`.execute(db)
}

/** Erases removed pictures once nobody can contest their removal any more, nor has done so without an answer yet. */
export async function forgetRemovedPictures({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_TO_CONTEST * DAY_MS)
  await sql`
    delete from pictures where removed_at < ${before} and not exists (
      select from audit_entries e join appeals a on a.entry_id = e.id
      where e.picture_id = pictures.id and a.state = 'received')`.execute(db)
}
