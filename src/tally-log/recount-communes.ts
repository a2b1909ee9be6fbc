/** The tallies by postcode are recomputable from the signatures; every night they are, and once when they are new. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import { inOneMoment } from '../database/one-moment.js'
import type { Deps } from '../deps.js'
import { replaceCommunes } from '../places/tallies.js'
import { lastNight } from '../signatures/recount.js'
import { lockLog, writeLogs } from './write.js'

/**
 * Compares the tallies of each petition once a night, the one that has waited longest first, and corrects what differs;
 * a killed process goes on where it was.
 *
 * They follow the log, so it is written first; a petition whose log another process is writing waits for the next time.
 * One whose signers were destroyed is left alone: its signatures have no postcode any more, and its tallies stay.
 */
export async function recountCommunesEveryNight(deps: Deps): Promise<void> {
  const { db, clock, config, log } = deps
  const now = clock.now()
  const night = sql<Date>`${lastNight(now, config.timeZone)}::timestamp at time zone ${config.timeZone}`
  const due = await db
    .selectFrom('logs')
    .select(['petitionId', 'communesAt'])
    .where((eb) => eb.or([eb('communesAt', 'is', null), eb('communesAt', '<', night)]))
    .orderBy(sql`communes_at nulls first`)
    .execute()
  if (due.length === 0) return
  await writeLogs(deps)
  for (const { petitionId, communesAt } of due) {
    const wrong = await inOneMoment(db, (trx) => recountCommunes(trx, petitionId, now))
    if (wrong && communesAt !== null)
      log.error({ petitionId }, 'signatures by postcode differed from the signatures and were corrected')
  }
}

/** @returns whether something was wrong. */
async function recountCommunes(trx: Transaction, petitionId: number, at: Date): Promise<boolean> {
  const written = await lockLog(trx, petitionId)
  if (!written || !(await isWhole(trx, petitionId))) return false
  const counted = await count(trx, petitionId, written.lastNumber)
  const kept = await trx
    .selectFrom('communeTallies')
    .select(['postcode', 'confirmed'])
    .where('petitionId', '=', petitionId)
    .where('confirmed', '!=', 0)
    .execute()
  const wanted = new Map(counted.map(({ postcode, confirmed }) => [postcode, confirmed]))
  const isRight =
    kept.length === counted.length &&
    kept.every(({ postcode, confirmed }) => wanted.get(postcode) === confirmed)
  const isDestroyed = !(await trx
    .selectFrom('petitionKeys')
    .select('petitionId')
    .where('petitionId', '=', petitionId)
    .executeTakeFirst())
  if (!isRight && !isDestroyed) await replaceCommunes(trx, petitionId, counted)
  await trx.updateTable('logs').set({ communesAt: at }).where('petitionId', '=', petitionId).execute()
  return !isRight && !isDestroyed
}

/** Nothing that happened waits to be written. */
async function isWhole(trx: Transaction, petitionId: number): Promise<boolean> {
  const waiting = await trx
    .selectFrom('logEvents')
    .select('id')
    .where('petitionId', '=', petitionId)
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined
}

async function count(
  trx: Transaction,
  petitionId: number,
  lastNumber: number,
): Promise<{ postcode: string; confirmed: number }[]> {
  return trx
    .selectFrom('signatures')
    .select(['postcode', sql<number>`count(*)::int`.as('confirmed')])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .where('number', '<=', lastNumber)
    .where('country', '=', 'FR')
    .where('postcode', '!=', '')
    .groupBy('postcode')
    .execute()
}
