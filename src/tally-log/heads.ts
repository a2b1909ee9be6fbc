/** Signed tree heads: what the installation says that a log was at a time, and can never take back. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { LogHead } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { openSigner, type Signer } from '../keys/signing.js'
import { dayOf } from '../petitions/days.js'
import { headText } from './entries.js'
import { lockLog } from './write.js'

/** A minute of change has one head. */
const HEAD_EVERY_MS = 60_000

/**
 * Signs a head of each log that changed, a minute after its last at the earliest, and of every log once a day, so that
 * a log which nobody touches is seen to be untouched. With its signers' key a petition's log comes to rest: nothing in
 * it can change any more.
 */
export async function signDueHeads(deps: Deps): Promise<void> {
  const due = await listDue(deps)
  if (due.length === 0) return
  const signer = await openSigner(deps)
  for (const log of due) await deps.db.transaction().execute((trx) => signHead(trx, deps, signer, log))
}

interface DueLog {
  petitionId: number
  slug: string
}

async function listDue({ db, clock, config }: Deps, petitionId?: number): Promise<DueLog[]> {
  const now = clock.now()
  const aMinuteAgo = new Date(now.getTime() - HEAD_EVERY_MS)
  const { rows } = await sql<DueLog>`
    select petition_id, slug from logs join petitions on petitions.id = petition_id
    where (${petitionId ?? null}::bigint is null or petition_id = ${petitionId ?? null})
      and (
        head_at is null
        or ((size, removals_size) <> (head_size, head_removals_size) and head_at <= ${aMinuteAgo})
        or ((head_at at time zone ${config.timeZone})::date < ${dayOf(now, config.timeZone)}::date
          and exists (select from petition_keys where petition_keys.petition_id = logs.petition_id))
      )
    order by petition_id`.execute(db)
  return rows
}

/** Of two workers that come at once, one finds it done. */
async function signHead(
  trx: Parameters<typeof lockLog>[0],
  deps: Deps,
  signer: Signer,
  due: DueLog,
): Promise<void> {
  const { petitionId, slug } = due
  const log = await lockLog(trx, petitionId)
  if (!log || (await listDue({ ...deps, db: trx }, petitionId)).length === 0) return
  const { size, root, removalsSize, removalsRoot, counted } = log
  const content = { size, root, removalsSize, removalsRoot, counted, signedAt: deps.clock.now() }
  const number = log.headNumber + 1
  await trx
    .insertInto('logHeads')
    .values({
      petitionId,
      number,
      ...content,
      keyId: signer.keyId,
      signature: signer.sign(Buffer.from(headText(slug, content))),
    })
    .execute()
  await trx
    .updateTable('logs')
    .set({
      headNumber: number,
      headSize: size,
      headRemovalsSize: removalsSize,
      headAt: content.signedAt,
    })
    .where('petitionId', '=', petitionId)
    .execute()
}

/** The newest. */
export function findHead(db: Database, petitionId: number): Promise<LogHead | undefined> {
  return db
    .selectFrom('logHeads')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Newest first, those with a lower number than `before`. */
export function listHeads(
  db: Database,
  { petitionId, before, limit }: { petitionId: number; before: number | undefined; limit: number },
): Promise<LogHead[]> {
  return db
    .selectFrom('logHeads')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}
