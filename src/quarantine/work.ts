/**
 * Carries decisions out, a batch a transaction. What a batch did, how far it is, the public number and the public
 * line are committed together: whoever looks, at any moment and after any crash, finds that they add up.
 */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { QuarantineAct } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { strikeFromDossiers } from '../signatures/strikes.js'
import { lockCount } from '../signatures/withdraw.js'
import { type Condition, holds } from './condition.js'
import { SOURCES } from './queries.js'
import { settleAlerts } from './settle.js'

/** The petition's count is held meanwhile, and who confirms waits for it: some 20 ms. */
const BATCH = 500

export async function carryOutDecisions(
  deps: Deps,
  { batch = BATCH, onBatch = async () => {} }: { batch?: number; onBatch?: () => Promise<void> } = {},
): Promise<void> {
  let batches = 0
  for (; await deps.db.transaction().execute((trx) => carryOutBatch(deps, trx, batch)); batches += 1)
    await onBatch()
  if (batches === 0) return
  // Those who were removed are told, a number that rose again may pass a step, and the log of the tally hears of both.
  deps.jobs.wakeLater('updates')
  deps.jobs.wakeLater('counting')
  deps.jobs.wakeLater('log')
}

/** @returns false when nothing is due. */
async function carryOutBatch(deps: Deps, trx: Transaction, batch: number): Promise<boolean> {
  const act = await trx
    .selectFrom('quarantineActs')
    .selectAll()
    .where('state', '=', 'due')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!act) return false

  const now = deps.clock.now()
  if (act.lastSignatureId >= act.upToId) {
    // A turn of its own, in which nobody who confirms has to wait.
    if (act.act === 'set-aside') await settleAlerts(trx, act, now)
    await trx
      .updateTable('quarantineActs')
      .set({ state: 'done', finishedAt: now })
      .where('id', '=', act.id)
      .execute()
    return true
  }
  // First, as confirming and withdrawing do: nobody is counted and set aside at once.
  await lockCount(trx, act.petitionId)
  const touched = await moveBatch(trx, deps.config.timeZone, act, now, batch)
  const counted = touched.filter(({ wasConfirmed }) => wasConfirmed)
  if (act.act === 'removed') {
    await writeToRemoved(trx, act.petitionId, counted, now)
    // Whoever holds a list of them is told which to strike, as for those who withdraw.
    const signatureIds = counted.map(({ id }) => id)
    await strikeFromDossiers(trx, { petitionId: act.petitionId, signatureIds, act: 'strike', at: now })
  }

  await trx
    .updateTable('quarantineActs')
    .set({
      lastSignatureId: touched.length < batch ? act.upToId : touched.at(-1)!.id,
      counted: sql`counted + ${counted.length}`,
      uncounted: sql`uncounted + ${touched.length - counted.length}`,
    })
    .where('id', '=', act.id)
    .execute()
  return true
}

interface Touched {
  id: number
  wasConfirmed: boolean
}

/**
 * One statement: the next signatures in the order of their ids, their new state, and what that takes from the tallies
 * or gives back to them. Number, day, area and strength stay with the row, so what is restored is what it was.
 */
async function moveBatch(
  trx: Transaction,
  timeZone: string,
  { act, petitionId, quarantineId, lastSignatureId, upToId, condition }: QuarantineAct,
  now: Date,
  batch: number,
): Promise<Touched[]> {
  const moved = {
    'set-aside': sql`state = 'quarantined', quarantine_id = ${quarantineId}`,
    removed: sql`state = 'removed'`,
    // The time in which an unconfirmed one may be confirmed went on; when it is over, one signs as if for the first time.
    restored: sql`state = case when chosen.was_confirmed then 'confirmed' else 'pending' end, objected_at = null`,
  }[act]
  const sign = { 'set-aside': -1, removed: 0, restored: 1 }[act]
  const { rows } = await sql<Touched>`
    with chosen as materialized (
      select id, confirmed_at is not null as was_confirmed, text_version, territory, strength,
        (confirmed_at at time zone ${timeZone})::date as day
      from signatures
      where petition_id = ${petitionId} and id > ${lastSignatureId} and id <= ${upToId}
        and ${SOURCES[act](condition as Condition)}
        and ${act === 'set-aside' ? sql`true` : sql`quarantine_id = ${quarantineId}`}
        and ${holds(condition as Condition, timeZone)}
      order by id limit ${batch} for update of signatures
    ), moved as (
      update signatures set ${moved} from chosen
      where signatures.petition_id = ${petitionId} and signatures.id = chosen.id
    ), tallied as (
      insert into tallies (petition_id, text_version, day, territory, strength, confirmed)
      select ${petitionId}, text_version, day, territory, strength, ${sign} * count(*) from chosen
      where was_confirmed and ${sign} <> 0
      group by text_version, day, territory, strength
      on conflict (petition_id, day, territory, strength, text_version)
      do update set confirmed = tallies.confirmed + excluded.confirmed
    ), counted as (
      update petition_counts
      set confirmed = confirmed + ${sign} * (select count(*)::int from chosen where was_confirmed), updated_at = ${now}
      where petition_id = ${petitionId} and ${sign} <> 0
    )
    select id, was_confirmed from chosen order by id`.execute(trx)
  return rows
}

/**
 * Whoever confirmed is told, once, that their signature counts no more and how to object: it is their opinion that was
 * taken out. Not those whose mail comes back or whose mailbox lasts ten minutes: such mails reach nobody and cost the
 * site its name with mail servers. Who never confirmed asked for nothing; and being set aside or restored changes
 * nothing that a person could do, so it is told on their page alone.
 */
async function writeToRemoved(
  trx: Transaction,
  petitionId: number,
  removed: Touched[],
  now: Date,
): Promise<void> {
  if (removed.length === 0) return
  await sql`
    insert into mails (queue, kind, petition_id, signature_id, locale, due_at, asked_at)
    select 'updates', 'signature-removed', petition_id, id, locale, ${now}, ${now} from signatures
    where petition_id = ${petitionId} and id = any (${removed.map(({ id }) => id)}::bigint[])
      and bounced_at is null and sealed is not null
      and not coalesce('disposable-domains' = any (marks), false)`.execute(trx)
}
