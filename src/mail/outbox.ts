/** The mails that must leave, as rows, and the one place that sends them. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Locale, Mail } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { QueueName } from '../jobs/jobs.js'
import { compose } from './compose.js'
import type { Letter } from './letter.js'
import { DelayedError, MailServerAwayError, UndeliverableError } from './mailer.js'

export type DueMail = Mail

/**
 * Writes the letters for due rows of one kind. A row that is missing from the answer is dropped: what it would say
 * is no longer true, or its reader is gone.
 */
export type Composer = (deps: Deps, mails: DueMail[]) => Promise<Map<number, Letter>>

export interface NewMail {
  queue: QueueName
  kind: string
  petitionId?: number
  signatureId?: number
  accountId?: number
  decisionMakerId?: number
  params?: Record<string, string | number | boolean>
  locale: Locale
  dueAt?: Date
}

/** Commits mails with the act that causes them; the caller wakes their queue after its commit. */
export async function addMails(db: Database | Transaction, mails: NewMail[]): Promise<void> {
  if (mails.length === 0) return
  await db
    .insertInto('mails')
    .values(mails.map(({ params, ...mail }) => ({ ...mail, params: JSON.stringify(params ?? {}) })))
    .execute()
}

/** Small, because a process that dies sends at most this many twice. */
const BATCH = 25
const TOGETHER = 5
/** A mail that is delayed this often, over about a day, has failed. */
const MOST_ATTEMPTS = 12

/**
 * Sends everything that is due in a queue, oldest first, in batches of locked rows: two workers never send the same
 * mail, and what a killed one held is due again at once. Ends when nothing is due.
 *
 * @throws MailServerAwayError when the server cannot be asked; the rows stay due.
 */
export async function deliverDue(
  deps: Deps,
  queue: QueueName,
  composers: Record<string, Composer>,
): Promise<void> {
  for (;;) {
    const { taken, away } = await deps.db
      .transaction()
      .execute((trx) => deliverBatch(deps, trx, queue, composers))
    if (away) throw away
    if (taken < BATCH) return
  }
}

async function deliverBatch(
  deps: Deps,
  trx: Transaction,
  queue: QueueName,
  composers: Record<string, Composer>,
) {
  const now = deps.clock.now()
  const mails: DueMail[] = await trx
    .selectFrom('mails')
    .selectAll()
    .where('queue', '=', queue)
    .where('state', '=', 'due')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  if (mails.length === 0) return { taken: 0 }

  const letters = await writeLetters({ ...deps, db: trx as unknown as Database }, mails, composers)
  const sent: number[] = []
  const dropped = mails.filter((mail) => !letters.has(mail.id)).map((mail) => mail.id)
  let away: MailServerAwayError | undefined

  const waiting = mails.filter((mail) => letters.has(mail.id))
  async function sendNext(): Promise<void> {
    for (let mail = waiting.shift(); mail && !away; mail = waiting.shift()) {
      try {
        await deps.mailer.send(compose(letters.get(mail.id)!))
        sent.push(mail.id)
      } catch (error) {
        if (error instanceof MailServerAwayError) away = error
        else if (error instanceof UndeliverableError) await recordFailure(trx, mail, error.code, now)
        else if (error instanceof DelayedError) await recordDelay(trx, mail, error.code, now)
        else throw error
      }
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, sendNext))

  await settle(trx, sent, 'sent', now)
  await settle(trx, dropped, 'dropped', now)
  return { taken: mails.length, away }
}

async function writeLetters(
  deps: Deps,
  mails: DueMail[],
  composers: Record<string, Composer>,
): Promise<Map<number, Letter>> {
  const letters = new Map<number, Letter>()
  for (const kind of new Set(mails.map((mail) => mail.kind))) {
    const composer = composers[kind]
    if (!composer) throw new Error(`No letter is written for mails of the kind "${kind}"`)
    for (const [id, letter] of await composer(
      deps,
      mails.filter((mail) => mail.kind === kind),
    ))
      letters.set(id, letter)
  }
  return letters
}

async function settle(
  trx: Transaction,
  ids: number[],
  state: 'sent' | 'dropped',
  doneAt: Date,
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('mails')
    .set({ state, doneAt, attempts: sql`attempts + 1` })
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}

async function recordFailure(trx: Transaction, mail: DueMail, failure: string, doneAt: Date): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ state: 'failed', failure, doneAt, attempts: mail.attempts + 1 })
    .where('id', '=', mail.id)
    .execute()
}

async function recordDelay(trx: Transaction, mail: DueMail, failure: string, now: Date): Promise<void> {
  if (mail.attempts + 1 >= MOST_ATTEMPTS) return recordFailure(trx, mail, failure, now)
  // 30 s, 1 min, 2 min … up to 4 hours: most greylists open within minutes.
  const seconds = Math.min(30 * 2 ** mail.attempts, 4 * 3600)
  await trx
    .updateTable('mails')
    .set({ attempts: mail.attempts + 1, failure, dueAt: new Date(now.getTime() + seconds * 1000) })
    .where('id', '=', mail.id)
    .execute()
}
