/** Who sends manifestly unfounded reports again and again: the warning, and what may follow it. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Report } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMails } from '../mail/outbox.js'
import { lockPetition } from '../moderation/decide-petition.js'
import { type Moderator, recordAct } from '../moderation/record.js'
import { toldAt } from '../moderation/tell-later.js'
import type { Deciding } from './close.js'
import { unsealContact } from './reporter.js'
import { findSuspension } from './suspensions.js'

const DAY_MS = 86_400_000

/** One may be a slip and two a quarrel: the third within a year is what the law calls frequent. */
export const UNFOUNDED_TO_SUSPEND = 3
/** Whoever has stopped for a year begins anew; the fingerprints of their reports are erased then. */
export const UNFOUNDED_DAYS = 365
/** Three months: long enough to be felt, and within half a year, in which it can be contested. */
export const SUSPENSION_DAYS = 90

/** The address of who reported, as it is compared; undefined when none was given, or once it was erased. */
export function fingerprintReporter(
  keys: Keys,
  report: Pick<Report, 'number' | 'contactSealed'>,
): Buffer | undefined {
  return fingerprintOf(keys, unsealContact(keys, report)?.email ?? '')
}

export function fingerprintOf(keys: Keys, email: string): Buffer | undefined {
  const canonical = readAddress(email)?.canonical
  return canonical === undefined ? undefined : fingerprint(keys.fingerprints, `reporter ${canonical}`)
}

/**
 * Whether they had been told, before they sent this report, that one of theirs was manifestly unfounded. Mails are kept for
 * 90 days: who was warned longer ago is warned once more first.
 */
export async function wasWarnedBefore(
  trx: Transaction,
  reporterFingerprint: Buffer,
  { receivedAt }: Pick<Report, 'receivedAt'>,
): Promise<boolean> {
  const told = await trx
    .selectFrom('reports')
    .innerJoin('mails', (join) =>
      join
        .on('mails.kind', '=', 'report-decided')
        .on(sql<boolean>`(mails.params->>'report')::bigint = reports.id`),
    )
    .select('mails.id')
    .where('reporterFingerprint', '=', reporterFingerprint)
    .where('mails.state', '=', 'sent')
    .where('mails.doneAt', '<', receivedAt)
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

export interface Unfounded {
  /** Within a year, and not reversed since. */
  count: number
  /** They went on after a warning, so often that their reports may be suspended. */
  isEnough: boolean
}

export async function countUnfounded(
  db: Database | Transaction,
  reporterFingerprint: Buffer,
  now: Date,
): Promise<Unfounded> {
  const rows = await db
    .selectFrom('reports')
    .select('afterWarning')
    .where('reporterFingerprint', '=', reporterFingerprint)
    .where('decidedAt', '>', new Date(now.getTime() - UNFOUNDED_DAYS * DAY_MS))
    .execute()
  const isEnough = rows.length >= UNFOUNDED_TO_SUSPEND && rows.some(({ afterWarning }) => afterWarning)
  return { count: rows.length, isEnough }
}

/** Some milliseconds each. */
const BATCH = 1_000

/**
 * How many reports an address has sent, as far as they are still known: the law weighs the unfounded ones against all of
 * them. What is sealed has no fingerprint, so the reports of half a year are opened, one after the other.
 */
export async function countReportsOf(db: Database, keys: Keys, reporterFingerprint: Buffer): Promise<number> {
  let count = 0
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('reports')
      .select(['id', 'number', 'contactSealed'])
      .where('contactSealed', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const row of rows) if (fingerprintReporter(keys, row)?.equals(reporterFingerprint)) count += 1
    if (rows.length < BATCH) return count
    after = rows.at(-1)!.id
  }
}

export type SuspensionOutcome = 'suspended' | 'suspended-before' | 'not-enough'

/**
 * Has the reports of an address wait for three months, and tells its owner why. Of two moderators who do it at once one
 * does; and nobody does it who was not warned, or has not gone on after it.
 */
export async function suspendReporter(
  deps: Deciding,
  report: Report,
  moderator: Moderator,
  { note }: { note: string },
): Promise<SuspensionOutcome> {
  const at = deps.clock.now()
  const keys = await deps.keyring.getSiteKeys(deps.db, 'reports')
  const reporterFingerprint = fingerprintReporter(keys, report)
  if (!reporterFingerprint) return 'not-enough'
  const outcome = await deps.db.transaction().execute(async (trx): Promise<SuspensionOutcome> => {
    // The petition first, as everywhere. Then their rows: a colleague who decides the same waits, and finds it done.
    await lockPetition(trx, report.petitionId)
    await trx
      .selectFrom('reports')
      .select('id')
      .where('reporterFingerprint', '=', reporterFingerprint)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (await findSuspension(trx, reporterFingerprint, at)) return 'suspended-before'
    if (!(await countUnfounded(trx, reporterFingerprint, at)).isEnough) return 'not-enough'
    await suspend(deps, trx, report, moderator, { reporterFingerprint, note, at })
    return 'suspended'
  })
  if (outcome === 'suspended') deps.jobs.wakeLater('milestone-mails')
  return outcome
}

async function suspend(
  deps: Pick<Deps, 'config' | 'clock'>,
  trx: Transaction,
  { id: reportId, petitionId, locale }: Report,
  moderator: Moderator,
  { reporterFingerprint, note, at }: { reporterFingerprint: Buffer; note: string; at: Date },
): Promise<void> {
  const entryId = await recordAct(trx, {
    act: 'reporter-suspended',
    moderator,
    petitionId,
    reportId,
    note,
    at,
  })
  await trx
    .insertInto('reporterSuspensions')
    .values({
      reporterFingerprint,
      entryId,
      reportId,
      fromAt: at,
      untilAt: new Date(at.getTime() + SUSPENSION_DAYS * DAY_MS),
    })
    .execute()
  await addMails(trx, [
    {
      queue: 'milestone-mails',
      kind: 'reporter-suspended',
      petitionId,
      params: { report: reportId, entry: entryId },
      locale,
      dueAt: toldAt(deps),
    },
  ])
}
