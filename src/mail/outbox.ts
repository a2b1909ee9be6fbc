/** The mails that must leave, as rows, and the one place that sends them. */

import { sql } from 'kysely'
import { type Database, isDatabaseAway, type Transaction } from '../database/connect.js'
import type { Locale, Mail, SuppressionKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { QueueName } from '../jobs/jobs.js'
import type { Keys } from '../keys/keyring.js'
import { bookMails, giveBack, type Held } from './brake.js'
import { compose } from './compose.js'
import { contactOf } from './contact.js'
import { recordMailEvent, sealRecipient } from './events.js'
import type { Letter } from './letter.js'
import {
  DelayedError,
  MailError,
  MailServerAwayError,
  type OutgoingMail,
  UndeliverableError,
} from './mailer.js'
import { markOf, withMark } from './marks.js'
import { giveRetriesBack, holdBack } from './suppressions.js'

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
/**
 * Rows that name no moment take the database's, which is finer than ours and may be ahead of it: a mail asked for
 * just now must not wait for the next sweep.
 */
const CLOCKS_DIFFER_MS = 2_000
const TOGETHER = 5
/** A mail that is delayed this often, over about a day, has failed. */
const MOST_ATTEMPTS = 12

/** Where the mails wait that a person just asked for. */
const ASKED_FOR: QueueName = 'confirmation-mails'

/** `mails.failure` of a letter that could not be written; the log says why. */
const NOT_WRITTEN = 'not-written'
/** `mails.failure` of one that was dropped because its address gets no mail. */
export const SUPPRESSED = 'suppressed'

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
    const { taken, away, dead } = await deps.db
      .transaction()
      .execute((trx) => deliverBatch(deps, trx, queue, composers))
    // After the commit: two batches that mark the same addresses in another order must not end each other.
    for (const { id, to } of dead)
      await recordMailEvent(deps, {
        source: 'delivery',
        id: String(id),
        kind: 'hard',
        mailId: id,
        address: to,
      })
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
    .where('dueAt', '<=', new Date(now.getTime() + CLOCKS_DIFFER_MS))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  const dead: { id: number; to: string }[] = []
  if (mails.length === 0) return { taken: 0, dead }

  const { letters, unwritten } = await writeLetters(deps, trx, mails, composers)
  for (const mail of unwritten) await recordDelay(trx, mail, NOT_WRITTEN, now)
  const { held, fingerprints, retries } = await holdBack(deps, letters)
  await settleSuppressed(trx, held, now)
  const suppressed = new Set(held.map(({ id }) => id))
  const keys = await deps.keyring.getSiteKeys(deps.db, 'bounces')

  const inTurn = new Map(
    mails.flatMap(({ id }) => (letters.has(id) && !suppressed.has(id) ? [[id, letters.get(id)!]] : [])),
  )
  const late = await bookMails(deps, trx, inTurn, { isAsked: queue === ASKED_FOR, now })
  await putOff(trx, late)

  const sent: number[] = []
  let away: MailServerAwayError | undefined

  const leaving = mails.filter((mail) => inTurn.has(mail.id) && !late.has(mail.id))
  const waiting = [...leaving]
  async function sendNext(): Promise<void> {
    for (let mail = waiting.shift(); mail && !away; mail = waiting.shift()) {
      const letter = letters.get(mail.id)!
      const failure = await send(deps, mail, letter, keys)
      if (failure === undefined) sent.push(mail.id)
      else if (failure instanceof MailServerAwayError) away = failure
      else if (failure instanceof UndeliverableError) {
        if (failure.isAddressDead) dead.push({ id: mail.id, to: letter.to })
        await recordFailure(trx, mail, failure.code, now)
      } else await recordDelay(trx, mail, failure instanceof DelayedError ? failure.code : NOT_WRITTEN, now)
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, sendNext))

  const unsent = leaving.filter((mail) => !sent.includes(mail.id))
  await giveBack(
    deps,
    trx,
    unsent.map((mail) => letters.get(mail.id)!),
  )

  const untried = retries.filter((id) => late.has(id) || unsent.some((mail) => mail.id === id))
  await giveRetriesBack(
    deps.db,
    untried.map((id) => fingerprints.get(id)!),
  )

  const dropped = mails.filter((mail) => !letters.has(mail.id) && !unwritten.includes(mail))
  await settle(trx, sent, 'sent', now)
  await keepRecipients(trx, keys, sent, fingerprints)
  await settle(
    trx,
    dropped.map((mail) => mail.id),
    'dropped',
    now,
  )
  return { taken: mails.length, away, dead }
}

/** What kept a mail from leaving is returned: thrown, it would undo the rows of the mails that left beside it. */
async function send(deps: Deps, mail: DueMail, letter: Letter, keys: Keys): Promise<unknown> {
  try {
    await deps.mailer.send(marked(deps, compose(letter), mail.id, keys))
    return undefined
  } catch (error) {
    if (!(error instanceof MailError)) tellUnwritten(deps, mail, error)
    return error
  }
}

/** With what lets an answer of a mail server or provider find the mail. */
function marked({ config }: Deps, mail: OutgoingMail, id: number, keys: Keys): OutgoingMail {
  const domain = contactOf(config).split('@').at(-1)
  const mark = markOf(keys, 'message-id', id)
  return {
    ...mail,
    messageId: `<${mark}@${domain}>`,
    ...(config.returnPath && { returnPath: withMark(config.returnPath, markOf(keys, 'return-path', id)) }),
    // Postmark writes a Message-ID of its own, and repeats this.
    ...(config.mailWebhooks.postmark && { headers: { ...mail.headers, 'X-PM-Metadata-mail': mark } }),
  }
}

/**
 * Writes the letters a kind at a time; when that fails, one at a time, so that a mail whose petition or account is
 * broken waits alone and holds up nobody's.
 *
 * @throws only when the database is away.
 */
async function writeLetters(
  deps: Deps,
  trx: Transaction,
  mails: DueMail[],
  composers: Record<string, Composer>,
): Promise<{ letters: Map<number, Letter>; unwritten: DueMail[] }> {
  const letters = new Map<number, Letter>()
  const unwritten: DueMail[] = []

  async function write(kind: string, some: DueMail[]): Promise<void> {
    // A failed statement ends the transaction, but for what comes after a savepoint.
    await sql`savepoint letters`.execute(trx)
    try {
      const composer = composers[kind]
      if (!composer) throw new Error('Nobody writes letters of this kind')
      const written = await composer({ ...deps, db: trx as unknown as Database }, some)
      for (const [id, letter] of written) letters.set(id, letter)
      await sql`release savepoint letters`.execute(trx)
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      await sql`rollback to savepoint letters`.execute(trx)
      if (some.length > 1) for (const mail of some) await write(kind, [mail])
      else {
        tellUnwritten(deps, some[0]!, error)
        unwritten.push(some[0]!)
      }
    }
  }
  for (const kind of new Set(mails.map((mail) => mail.kind)))
    await write(
      kind,
      mails.filter((mail) => mail.kind === kind),
    )
  return { letters, unwritten }
}

function tellUnwritten({ log }: Deps, { id, kind }: DueMail, error: unknown): void {
  log.error({ mail: id, kind, err: error }, 'a mail could not be written; it will be tried again')
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

async function settleSuppressed(
  trx: Transaction,
  held: { id: number; kind: SuppressionKind }[],
  doneAt: Date,
): Promise<void> {
  if (held.length === 0) return
  await trx
    .updateTable('mails')
    .set({ state: 'dropped', failure: SUPPRESSED, doneAt })
    .where('id', '=', sql<number>`any(${held.map(({ id }) => id)}::bigint[])`)
    .execute()
}

/** Whom an answer will be about; sealed, so that the rows do not tell which went to the same address. */
async function keepRecipients(
  trx: Transaction,
  keys: Keys,
  ids: number[],
  fingerprints: Map<number, Buffer>,
): Promise<void> {
  const known = ids.filter((id) => fingerprints.has(id))
  if (known.length === 0) return
  const sealed = known.map((id) => sealRecipient(keys.sealing, fingerprints.get(id)!))
  await sql`
    update mails set recipient_sealed = asked.sealed
    from unnest(${known}::bigint[], ${sealed}::bytea[]) as asked (id, sealed)
    where mails.id = asked.id`.execute(trx)
}

/** What is over the brake is no failure: it waits for its turn. */
async function putOff(trx: Transaction, late: Map<number, Held>): Promise<void> {
  if (late.size === 0) return
  await sql`
    update mails set due_at = late.until
    from unnest(${[...late.keys()]}::bigint[], ${[...late.values()].map(({ until }) => until)}::timestamptz[])
      as late (id, until)
    where mails.id = late.id`.execute(trx)
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
