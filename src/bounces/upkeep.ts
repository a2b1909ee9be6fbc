import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import { SOFT_FORGOTTEN_DAYS } from '../mail/suppressions.js'

/** A year without a mail coming back: the mailbox may be another person's by now. */
export const KEEP_HARD_MONTHS = 12
/** As long as the mails that they are about. */
export const KEEP_EVENTS_DAYS = 90

const BATCH = 1_000

/** Complaints stay: without them the address would be written to again. */
export async function forgetBounces({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await db
    .deleteFrom('suppressions')
    .where(
      sql<boolean>`(kind = 'hard' and greatest(last_at, retried_at) < ${now}::timestamptz - ${KEEP_HARD_MONTHS} * interval '1 month')
        or (kind = 'soft' and greatest(last_at, retried_at) < ${now}::timestamptz - ${SOFT_FORGOTTEN_DAYS} * interval '1 day')`,
    )
    .execute()
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from mail_events where id in (
        select id from mail_events where at < ${now}::timestamptz - ${KEEP_EVENTS_DAYS} * interval '1 day' limit ${BATCH}
      )`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}
