/**
 * Addresses that get no mail: those it comes back from, and those whose owner called one unwanted. They are known by a
 * keyed fingerprint alone, the same in every petition but under a key of its own, which tells nothing of signatures.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Suppression, SuppressionKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from './canonical-address.js'
import type { Letter } from './letter.js'

/** Days on which mails came back, and how far the first is from the last, until a full mailbox counts as left. */
const SOFT_DAYS = 3
const SOFT_SPAN_MS = 3 * 86_400_000
/** So long after the last one, soft bounces begin anew. */
export const SOFT_FORGOTTEN_DAYS = 30

/** A mail server may have been repaired: then one mail is tried; each time it comes back, the next wait is twice as long. */
const RETRY_MS = 14 * 86_400_000
const MOST_DOUBLINGS = 4
/** Nearly every answer to a mail comes within this time (RFC 5321 lets a server try for four to five days at the least). */
const ANSWERED_WITHIN_MS = 5 * 86_400_000

export type Standing =
  /** Nothing is held back. */
  | 'open'
  | 'held'
  /** One mail may try. */
  | 'retry'
  /** The one that tried did not come back. */
  | 'alive'

export function standingOf(
  row: Pick<Suppression, 'kind' | 'count' | 'firstAt' | 'lastAt' | 'retriedAt'>,
  now: Date,
): Standing {
  const { kind, count, firstAt, lastAt, retriedAt } = row
  if (kind === 'complaint') return 'held'
  if (kind === 'soft' && (count < SOFT_DAYS || lastAt.getTime() - firstAt.getTime() < SOFT_SPAN_MS))
    return 'open'
  if (retriedAt && retriedAt > lastAt)
    return now.getTime() - retriedAt.getTime() >= ANSWERED_WITHIN_MS ? 'alive' : 'held'
  const doublings = kind === 'hard' ? Math.min(count - 1, MOST_DOUBLINGS) : 0
  return now.getTime() - lastAt.getTime() >= RETRY_MS * 2 ** doublings ? 'retry' : 'held'
}

type Whose = Pick<Deps, 'db' | 'keyring'>

/** @returns undefined for what is no address. */
export async function fingerprintAddress(
  { db, keyring }: Whose,
  address: string,
): Promise<Buffer | undefined> {
  const read = readAddress(address)
  if (!read) return undefined
  const keys = await keyring.getSiteKeys(db, 'bounces')
  return fingerprint(keys.fingerprints, read.canonical)
}

export async function findSuppression(deps: Whose, address: string): Promise<Suppression | undefined> {
  const mark = await fingerprintAddress(deps, address)
  if (!mark) return undefined
  return deps.db.selectFrom('suppressions').selectAll().where('fingerprint', '=', mark).executeTakeFirst()
}

/** @returns false when nothing was marked. */
export async function liftSuppression(db: Database | Transaction, fingerprint: Buffer): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('suppressions')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** A graver mark stays when a lesser one comes; soft ones of one day count once. */
export async function suppress(
  db: Database | Transaction,
  { fingerprint, kind, source, at }: { fingerprint: Buffer; kind: SuppressionKind; source: string; at: Date },
): Promise<void> {
  const begins = sql`(suppressions.kind = 'soft' and (excluded.kind <> 'soft'
    or suppressions.last_at < excluded.last_at - ${SOFT_FORGOTTEN_DAYS} * interval '1 day'))`
  const sameDay = sql`(excluded.kind = 'soft' and suppressions.last_at > excluded.last_at - interval '20 hours')`
  await sql`
    insert into suppressions (fingerprint, kind, source, first_at, last_at)
    values (${fingerprint}, ${kind}, ${source}, ${at}, ${at})
    on conflict (fingerprint) do update set
      kind = case
        when 'complaint' in (suppressions.kind, excluded.kind) then 'complaint'
        when 'hard' in (suppressions.kind, excluded.kind) then 'hard' else 'soft' end,
      source = excluded.source,
      count = case when ${begins} then 1 when ${sameDay} then suppressions.count else suppressions.count + 1 end,
      first_at = case when ${begins} then excluded.first_at else suppressions.first_at end,
      last_at = case when ${sameDay} then suppressions.last_at
        else greatest(suppressions.last_at, excluded.last_at) end`.execute(db)
}

export interface HeldBack {
  /** Mails whose address gets none. */
  held: { id: number; kind: SuppressionKind }[]
  /** Of every mail that has a letter. */
  fingerprints: Map<number, Buffer>
  /** Mails that try an address again. */
  retries: number[]
}

/**
 * Which of these letters must not leave. An address that may be tried again lets one of them pass, whoever asks at the
 * same time; one that did not come back is forgotten.
 *
 * Not in the transaction that sends: whoever tells of a bounce would wait for it.
 */
export async function holdBack(
  { db, keyring, clock }: Pick<Deps, 'db' | 'keyring' | 'clock'>,
  letters: Map<number, Letter>,
): Promise<HeldBack> {
  const keys = await keyring.getSiteKeys(db, 'bounces')
  const fingerprints = new Map<number, Buffer>()
  for (const [id, { to }] of letters) {
    const read = readAddress(to)
    if (read) fingerprints.set(id, fingerprint(keys.fingerprints, read.canonical))
  }
  const held: HeldBack['held'] = []
  const retries: number[] = []
  if (fingerprints.size === 0) return { held, fingerprints, retries }

  const rows = await db
    .selectFrom('suppressions')
    .selectAll()
    .where('fingerprint', '=', sql<Buffer>`any(${[...fingerprints.values()]}::bytea[])`)
    .execute()
  const now = clock.now()
  for (const row of rows) {
    const standing = standingOf(row, now)
    if (standing === 'open') continue
    let passes = standing === 'alive' ? Number.POSITIVE_INFINITY : 0
    if (standing === 'alive') await forgetRetried(db, row)
    if (standing === 'retry' && (await takeRetry(db, row, now))) passes = 1
    for (const [id, letter] of letters) {
      if (!fingerprints.get(id)?.equals(row.fingerprint)) continue
      if (row.kind === 'complaint' && letter.evenAfterComplaint) continue
      if (passes > 0) {
        passes -= 1
        if (standing === 'retry') retries.push(id)
      } else held.push({ id, kind: row.kind })
    }
  }
  return { held, fingerprints, retries }
}

/** Of two that come at once, one passes. */
async function takeRetry(db: Database, { fingerprint }: Suppression, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('suppressions')
    .set({ retriedAt: now })
    .where('fingerprint', '=', fingerprint)
    .where(sql<boolean>`coalesce(retried_at <= last_at, true)`)
    .executeTakeFirstOrThrow()
  return taken.numUpdatedRows > 0n
}

/** For a try that did not leave after all: the next mail may try. */
export async function giveRetriesBack(db: Database, fingerprints: Buffer[]): Promise<void> {
  if (fingerprints.length === 0) return
  await db
    .updateTable('suppressions')
    .set({ retriedAt: null })
    .where('fingerprint', '=', sql<Buffer>`any(${fingerprints}::bytea[])`)
    .execute()
}

/** Unless it has come back meanwhile. */
async function forgetRetried(db: Database, { fingerprint, lastAt }: Suppression): Promise<void> {
  await db
    .deleteFrom('suppressions')
    .where('fingerprint', '=', fingerprint)
    .where('kind', '!=', 'complaint')
    .where('lastAt', '=', lastAt)
    .execute()
}
