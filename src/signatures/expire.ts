/** Requests to sign that nobody confirmed are erased. */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { forgetSpentMails, keepSpentMails } from './spent-mails.js'

/** Long enough for two weeks away from one's mail. Every mail and page that speaks of it is told this number. */
export const DAYS_TO_CONFIRM = 14
const DAY_MS = 86_400_000
/** Short locks, and little to repeat when a process dies. */
const BATCH = 1_000

/**
 * Erases what was typed, and the fingerprint too: random bytes take its place, so that nothing links the row to an
 * address, and its owner can sign again. Of that there is left how many mails were asked for, apart from the row.
 */
export async function expirePendingSignatures({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_TO_CONFIRM * DAY_MS)
  for (const unconfirmed of UNCONFIRMED) await expire(db, unconfirmed, before)
  await forgetSpentMails(db)
}

/** Set aside or removed before they were confirmed, they are kept no longer than others: there is nothing to restore. */
const UNCONFIRMED = [
  sql`state = 'pending'`,
  sql`quarantine_id is not null and state in ('quarantined', 'removed') and confirmed_at is null`,
]

async function expire(db: Database, unconfirmed: RawBuilder<unknown>, before: Date): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      with old as materialized (
        select petition_id, id, email_fingerprint, mails_asked
        from signatures where ${unconfirmed} and signed_at < ${before}
        order by signed_at limit ${BATCH} for update skip locked
      ), spent as (${keepSpentMails(sql`old`)})
      update signatures set
        state = 'expired', email_fingerprint = uuid_send(gen_random_uuid()), sealed = null,
        name_fingerprint = null, domain_fingerprint = null, network_fingerprint = null,
        wide_network_fingerprint = null, agent_fingerprint = null, fill_seconds = null, bounced_at = null,
        marks = null, stem_fingerprint = null, objected_at = null, postcode = '', territory = country, inside = false,
        shown_name = null, comment = null, reservation = false, updates = false, campaigner_news = false,
        name_withheld = false, refuses_checks = false
      where (petition_id, id) in (select petition_id, id from old)`.execute(db)
    if (Number(numAffectedRows) < BATCH) return
  }
}
