/**
 * The second factor: a code in the mailbox that the petition was sent to, or that a delegate was added with. The link
 * alone shows figures and takes an answer; whoever wants names shows that they read that mailbox today, since links are
 * forwarded and kept.
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Deps } from '../deps.js'
import type { Translator } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import type { Letter } from '../mail/letter.js'
import { addMails } from '../mail/outbox.js'
import { lockDecisionMaker } from './queries.js'
import type { PrivateReader } from './reader.js'
import { markSeen } from './seen.js'

export const CODE_MINUTES = 10
/** Of 100 million codes: five guesses, five codes an hour. */
const MOST_TRIES = 5
const MOST_AN_HOUR = 5
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const DIGITS = 8

type Reader = Pick<PrivateReader, 'maker' | 'delegate'>

export interface SentCode {
  id: number
  decisionMakerId: number
  nonce: Buffer
}

export function codeOf(keys: Keys, { id, decisionMakerId, nonce }: SentCode): string {
  const mac = createHmac('sha256', keys.links)
    .update(`decision-maker code ${decisionMakerId} ${id} `)
    .update(nonce)
    .digest()
  return String(mac.readBigUInt64BE() % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}

/** @returns undefined for a code that works no more. */
export async function findLiveCode(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  keys: Keys,
  id: number,
): Promise<string | undefined> {
  const sent = await db
    .selectFrom('readerCodes')
    .select(['id', 'decisionMakerId', 'nonce'])
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst()
  return sent && codeOf(keys, sent)
}

/** The letter that carries a code, but for whom it goes to. */
export function showsCode(
  { t, locale }: Translator,
  { code, title, url }: { code: string; title: string; url: string },
): Omit<Letter, 'to'> {
  return {
    locale,
    subject: t('decision-makers.code.mail.subject', { code }),
    preview: t('decision-makers.code.mail.preview'),
    blocks: [
      { facts: [{ label: t('decision-makers.code.label'), value: code }] },
      { paragraph: t('decision-makers.code.mail.code', { title, minutes: CODE_MINUTES }) },
      { button: { label: t('decision-makers.code.act'), url } },
      { paragraph: t('decision-makers.code.mail.notYou') },
    ],
    why: t('decision-makers.code.mail.why'),
    evenAfterComplaint: true,
  }
}

/** Sends a code; one that was sent before counts no more. */
export async function sendCode(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  { maker, delegate }: Reader,
): Promise<'sent' | 'too-often' | 'stepped-aside'> {
  const at = clock.now()
  const outcome = await db.transaction().execute(async (trx) => {
    // One after the other, so that a hundred requests at once send no more than one after the other would.
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return 'stepped-aside'
    const { sent } = await trx
      .selectFrom('readerCodes')
      .select(({ fn }) => fn.countAll<number>().as('sent'))
      .where('decisionMakerId', '=', maker.id)
      .where(isOf(delegate))
      .where('askedAt', '>', new Date(at.getTime() - HOUR_MS))
      .executeTakeFirstOrThrow()
    if (Number(sent) >= MOST_AN_HOUR) return 'too-often'
    const { id } = await trx
      .insertInto('readerCodes')
      .values({
        decisionMakerId: maker.id,
        delegateId: delegate?.id ?? null,
        nonce: randomBytes(16),
        askedAt: at,
        expiresAt: new Date(at.getTime() + CODE_MINUTES * 60_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addMails(trx, [
      {
        queue: 'confirmation-mails',
        kind: delegate ? 'delegate-code' : 'decision-maker-code',
        petitionId: maker.petitionId,
        ...(delegate ? {} : { decisionMakerId: maker.id }),
        params: { code: id, ...(delegate && { delegate: delegate.id }) },
        locale: (delegate ?? maker).locale,
        dueAt: at,
      },
    ])
    return 'sent'
  })
  if (outcome === 'sent') jobs.wakeLater('confirmation-mails')
  return outcome
}

/**
 * Compares what was typed with the newest code, in the same time wherever they differ. Every try is counted before it is
 * compared, so that tries at once are no more than tries in turn; a code works once.
 */
export async function confirmCode(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  keys: Keys,
  { maker, delegate }: Reader,
  typed: string,
): Promise<boolean> {
  const digits = typed.replace(/\D/g, '')
  if (digits.length !== DIGITS) return false
  const at = clock.now()
  const code = await db
    .updateTable('readerCodes')
    .set({ tries: sql`tries + 1` })
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('readerCodes')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('decisionMakerId', '=', maker.id)
        .where(isOf(delegate)),
    )
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .where('tries', '<', MOST_TRIES)
    .returning(['id', 'decisionMakerId', 'nonce'])
    .executeTakeFirst()
  if (!code || !timingSafeEqual(Buffer.from(codeOf(keys, code)), Buffer.from(digits))) return false
  const used = await db
    .updateTable('readerCodes')
    .set({ usedAt: at })
    .where('id', '=', code.id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!used) return false
  await markSeen(db, { maker, delegate }, at)
  return true
}

/** Each has their own codes: a delegate's opens nothing for the decision-maker, nor the other way round. */
function isOf(delegate: Reader['delegate']) {
  return sql<boolean>`delegate_id is not distinct from ${delegate?.id ?? null}::bigint`
}

/** Those of yesterday limit nothing any more. */
export async function forgetCodes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db
    .deleteFrom('readerCodes')
    .where('askedAt', '<', new Date(clock.now().getTime() - DAY_MS))
    .execute()
}
