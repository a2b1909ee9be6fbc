/**
 * Tells decision-makers: once when the petition opens, then by digest at the rhythm they chose, and once when it
 * closes. Never a mail per signature.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { addDossier } from './order-dossier.js'

/** Below this a digest would come while the campaigner's friends sign. */
export const FIRST_TOLD_THRESHOLD = 50

const BATCH = 100
const DAY_MS = 86_400_000

interface Owed {
  id: number
  petitionId: number
  locale: Locale
  confirmed: number
  toldConfirmed: number
  /** The highest milestone that was not told yet; 0 when there is none. */
  threshold: number
  isFirst: boolean
  hasDossier: boolean
}

/**
 * Writes down the notices and digests that decision-makers are owed; they leave with the queue
 * `decision-maker-notices`. Each is committed with the mark that it was told, under a lock of the row, so that
 * workers who look at the same time tell once.
 */
export async function tellDecisionMakersLater(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  // One that was opened by a slip is told to nobody when that is taken back at once.
  const openedBy = new Date(now.getTime() - deps.config.decisionDelaySeconds * 1000)
  let ordered = false
  for (const kind of ['notice', 'digest', 'closing'] as const) {
    let told: number
    do {
      told = await deps.db.transaction().execute(async (trx) => {
        const owed = await lockOwed(trx, OWED[kind](now, openedBy))
        for (const one of owed) ordered = (await tell(trx, one, kind, now)) || ordered
        return owed.length
      })
    } while (told === BATCH)
  }
  if (ordered) deps.jobs.wakeLater('dossiers')
}

/** Who is owed what; a rhythm of "none" is owed nothing after the first notice. */
const OWED = {
  notice: (_now: Date, openedBy: Date) =>
    sql<boolean>`p.state = 'open' and d.told_at is null and (p.opened_at is null or p.opened_at <= ${openedBy})`,

  digest: (now: Date) => sql<boolean>`
    p.state = 'open' and d.told_at is not null and ${isDayQuiet(now)} and (
      d.rhythm = 'threshold' and exists (
        select from milestones m where m.petition_id = d.petition_id
          and m.threshold >= ${FIRST_TOLD_THRESHOLD} and m.threshold > d.told_confirmed)
      or d.rhythm = 'weekly' and d.told_at <= ${before(now, 7)} and c.confirmed > d.told_confirmed
      or d.rhythm = 'monthly' and d.told_at <= ${before(now, 30)} and c.confirmed > d.told_confirmed)`,

  // Who was told after the petition closed has had the closing digest: it is the only thing told then.
  closing: (now: Date) => sql<boolean>`
    p.state in ('closed', 'victory', 'retired') and d.rhythm not in ('none', 'delivery')
    and (d.told_at is null or d.told_at < p.closed_at) and ${isDayQuiet(now)}`,
}

/**
 * One digest a day at the most, whatever the rhythm and however fast a petition grows. Counted from when the mail
 * was due, which a slow mail server only moves later.
 */
function isDayQuiet(now: Date): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from mails where mails.decision_maker_id = d.id and mails.kind = 'decision-maker-digest'
      and mails.due_at > ${before(now, 1)})`
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

async function lockOwed(trx: Transaction, isOwed: RawBuilder<boolean>): Promise<Owed[]> {
  return trx
    .selectFrom('decisionMakers as d')
    .innerJoin('petitions as p', 'p.id', 'd.petitionId')
    .leftJoin('petitionCounts as c', 'c.petitionId', 'd.petitionId')
    .select(['d.id', 'd.petitionId', 'd.locale', 'd.toldConfirmed'])
    .select([
      sql<number>`coalesce(c.confirmed, 0)`.as('confirmed'),
      sql<number>`coalesce((
        select max(m.threshold) from milestones m
        where m.petition_id = d.petition_id and m.threshold > d.told_confirmed), 0)`.as('threshold'),
      sql<boolean>`d.told_at is null`.as('isFirst'),
      sql<boolean>`exists (
        select from dossiers s where s.decision_maker_id = d.id
          and (s.state = 'due' or s.state = 'ready' and s.confirmed > 0))`.as('hasDossier'),
    ])
    .where('d.state', '=', 'active')
    .where('d.emailSealed', 'is not', null)
    .where(isOwed)
    .orderBy('d.id')
    .limit(BATCH)
    .forUpdate('d')
    .skipLocked()
    .execute()
}

/** @returns whether a dossier was ordered with it. */
async function tell(
  trx: Transaction,
  one: Owed,
  kind: 'notice' | 'digest' | 'closing',
  now: Date,
): Promise<boolean> {
  await trx
    .updateTable('decisionMakers')
    // A threshold stays told when withdrawals have brought the number below it since.
    .set({ toldAt: now, toldConfirmed: Math.max(one.confirmed, kind === 'digest' ? one.threshold : 0) })
    .where('id', '=', one.id)
    .execute()
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind: kind === 'notice' ? 'decision-maker-notice' : 'decision-maker-digest',
      petitionId: one.petitionId,
      decisionMakerId: one.id,
      params:
        kind === 'notice'
          ? {}
          : {
              confirmed: one.confirmed,
              since: Math.max(0, one.confirmed - one.toldConfirmed),
              isClosing: kind === 'closing',
              isFirst: one.isFirst,
            },
      locale: one.locale,
      dueAt: now,
    },
  ])
  // There is always one to read: with the notice, with the first digest, and a last one when all is counted.
  if (one.hasDossier && kind !== 'closing') return false
  return addDossier(trx, one, now)
}
