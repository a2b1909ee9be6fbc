/**
 * Who is at something, so that two people do not read the same at once. A word to colleagues and no more: it runs out by
 * itself, anyone may take over, and races are decided where the decision is written.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { LockedThing } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Moderator } from './record.js'

/** Long enough to read a petition and think; who forgets it holds nobody up for long. */
export const LOCK_MINUTES = 30

interface Thing {
  thing: LockedThing
  thingId: number
}

/** Takes a thing, also from who has it: the button says whose it is. */
export async function takeThing(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  thing: Thing,
  moderator: Moderator,
): Promise<void> {
  const takenAt = clock.now()
  const held = {
    accountId: moderator.id,
    takenAt,
    expiresAt: new Date(takenAt.getTime() + LOCK_MINUTES * 60_000),
  }
  await db
    .insertInto('deskLocks')
    .values({ ...thing, ...held })
    .onConflict((conflict) => conflict.columns(['thing', 'thingId']).doUpdateSet(held))
    .execute()
}

/** Lets go of it; somebody else's stays theirs. */
export async function leaveThing(
  { db }: Pick<Deps, 'db'>,
  { thing, thingId }: Thing,
  moderator: Moderator,
): Promise<void> {
  await db
    .deleteFrom('deskLocks')
    .where('thing', '=', thing)
    .where('thingId', '=', thingId)
    .where('accountId', '=', moderator.id)
    .execute()
}

export interface Lock {
  thingId: number
  accountId: number
  name: string | null
  takenAt: Date
}

/** What is held now, of some things. */
export async function listLocks(
  db: Database,
  thing: LockedThing,
  ids: number[],
  now: Date,
): Promise<Map<number, Lock>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deskLocks')
    .innerJoin('accounts', 'accounts.id', 'deskLocks.accountId')
    .select(['thingId', 'accountId', 'takenAt', 'accounts.name'])
    .where('thing', '=', thing)
    .where('thingId', 'in', ids)
    .where('expiresAt', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.thingId, row]))
}

/** Whose it is, for the page of one thing. */
export async function findLock(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { thing, thingId }: Thing,
  reader: Moderator,
): Promise<(Lock & { isMine: boolean }) | undefined> {
  const lock = (await listLocks(db, thing, [thingId], clock.now())).get(thingId)
  return lock && { ...lock, isMine: lock.accountId === reader.id }
}

/** For a list of things: those that this account holds now. @param id the column with the thing's id. */
export function isTakenBy(
  thing: LockedThing,
  id: string,
  { accountId, now }: { accountId: number; now: Date },
): RawBuilder<boolean> {
  return sql`exists (
    select from desk_locks where thing = ${thing} and thing_id = ${sql.ref(id)}
      and desk_locks.account_id = ${accountId} and expires_at > ${now})`
}
