/**
 * How many confirmation mails an address was sent by requests that have expired. Without it five mails would be five a
 * fortnight: an expired row keeps no fingerprint to count by.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connect.js'

/**
 * The address under which mails are counted, as SQL: a hash of the fingerprint, so that these rows cannot be laid beside
 * those of `signatures` without knowing the address and the petition's key.
 *
 * @param fingerprint an SQL expression.
 */
export function spentAs(fingerprint: string): string {
  return `substr(sha256('spent-mails'::bytea || ${fingerprint}), 1, 16)`
}

/** Counts what rows had asked for. @param rows a relation with `petition_id`, `email_fingerprint` and `mails_asked`. */
export function keepSpentMails(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into spent_mails as kept (petition_id, address, mails)
    select petition_id, ${sql.raw(spentAs('email_fingerprint'))}, max(mails_asked) from ${rows}
    where mails_asked > 0 group by 1, 2 order by 1, 2
    on conflict (petition_id, address) do update set mails = greatest(kept.mails, excluded.mails)`
}

/** Once a petition is over, or its key destroyed, nobody is written to on its account by who knows their address. */
export async function forgetSpentMails(db: Database): Promise<void> {
  await sql`
    delete from spent_mails where petition_id not in (
      select id from petitions join petition_keys on petition_id = id where state in ('open', 'submitted', 'hidden')
    )`.execute(db)
}

/** Of one address that asked to be erased, by petition: only its owner can ask that. */
export async function eraseSpentMails(
  db: Database,
  fingerprints: ReadonlyMap<number, Buffer>,
): Promise<void> {
  await sql`
    delete from spent_mails using unnest(
      ${[...fingerprints.keys()]}::bigint[], ${[...fingerprints.values()]}::bytea[]) as asked (petition, fingerprint)
    where petition_id = petition and address = ${sql.raw(spentAs('fingerprint'))}`.execute(db)
}
