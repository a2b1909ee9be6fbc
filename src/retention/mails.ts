import { sql } from 'kysely'
import type { Deps } from '../deps.js'

/** Long enough to answer "I never had that mail"; the page of periods says it. */
export const KEEP_MAILS_DAYS = 90
const BATCH = 1_000

/**
 * Forgets what was written to whom: the rows of single mails go, and those of news keep their place in its figures,
 * without the signature that they went to.
 */
export async function forgetOldMails({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_MAILS_DAYS * 86_400_000)
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from mails where id in (
        select id from mails where state <> 'due' and done_at < ${before} and mailing_id is null limit ${BATCH}
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) break
  }
  for (;;) {
    const { numAffectedRows } = await sql`
      update mails set signature_id = null, recipient_sealed = null where id in (
        select id from mails where state <> 'due' and done_at < ${before} and (signature_id is not null or recipient_sealed is not null) limit ${BATCH}
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}
