/** What becomes of a petition's other alerts when signatures were set aside: one attack is found by many rules. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { QuarantineAct } from '../database/tables.js'
import { keyFor } from '../detection/traits.js'

type Done = Pick<QuarantineAct, 'petitionId' | 'quarantineId' | 'accountId' | 'upToId'>

/**
 * Closes the open alerts of which no signature is left where it was: there is nothing to decide about them any more. Of
 * the alert that was acted upon it writes down how many the moderator left, so that it comes back only for others.
 */
export async function settleAlerts(
  trx: Transaction,
  { petitionId, quarantineId, accountId, upToId }: Done,
  now: Date,
): Promise<void> {
  const alerts = await trx
    .selectFrom('alerts')
    .select(['id', 'rule', 'firstAt'])
    .where('petitionId', '=', petitionId)
    .where(({ eb, or }) => or([eb('state', '=', 'open'), eb('quarantineId', '=', quarantineId)]))
    .execute()
  if (alerts.length === 0) return
  const rules = [...new Set(alerts.map(({ rule }) => rule))]
  const since = new Date(Math.min(...alerts.map(({ firstAt }) => firstAt.getTime())))
  // Once through the petition's signatures, however many alerts there are.
  await sql`
    with left_over as (
      select alerts.id, count(*) filter (where signatures.id <= ${upToId})::int as known
      from signatures
      cross join lateral (values ${sql.join(rules.map((rule) => sql`(${rule}::text, ${keyFor(rule)})`))}) as found (rule, key)
      join alerts on alerts.petition_id = signatures.petition_id and alerts.rule = found.rule
        and alerts.group_key = found.key and alerts.first_at <= signatures.signed_at
      where signatures.petition_id = ${petitionId} and signatures.signed_at >= ${since}
        and signatures.state in ('pending', 'confirmed') and signatures.quarantine_id is null
        and alerts.id = any(${alerts.map(({ id }) => id)}::bigint[])
      group by alerts.id
    )
    update alerts set
      state = 'closed', closed_at = coalesce(closed_at, ${now}), closed_by = coalesce(closed_by, ${accountId ?? null}),
      quarantine_id = ${quarantineId}, left_as_is = coalesce(known, 0)
    from unnest(${alerts.map(({ id }) => id)}::bigint[]) as looked (id) left join left_over using (id)
    where alerts.id = looked.id and (alerts.quarantine_id = ${quarantineId} or (state = 'open' and left_over.id is null))`.execute(
    trx,
  )
}
