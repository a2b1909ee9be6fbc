/** What mail servers and providers tell about mails that have left, and what follows from it. */

import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../database/connect.js'
import type { Mail, MailEventKind } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { seal, unsealBytes } from '../keys/sealing.js'
import { fingerprintAddress, suppress } from './suppressions.js'

export type EventSource = 'delivery' | 'dsn' | 'feedback' | 'ses' | 'postmark' | 'mailgun' | 'generic'

export interface MailEvent {
  source: EventSource
  /** The source's own name of it; the same twice is one event. */
  id: string
  kind: MailEventKind
  mailId?: number | undefined
  /** Only from a source that has shown who it is; the mail's own address comes first. */
  address?: string | undefined
  /** A token that may be used once. */
  nonce?: string | undefined
}

/**
 * The answer was faster than the record that its mail has left, and says nothing of the address by itself: it has to
 * come again. Only after a crash between the two; otherwise the record is waited for.
 */
export class EarlyAnswerError extends Error {
  override name = 'EarlyAnswerError'
  code = 'EARLY_ANSWER'
}

/** `known`: nothing followed this time. `replayed`: its token was used for another event. */
export type Recorded = 'recorded' | 'known' | 'replayed'

/**
 * Writes an event down and does what follows: the address is marked, a signature or a decision-maker whose mail came
 * back is told apart, and who complained gets no more news. No signature is un-confirmed.
 *
 * @throws EarlyAnswerError when it cannot be known yet whom the mail went to.
 */
export async function recordMailEvent(
  deps: Pick<Deps, 'db' | 'keyring' | 'clock'>,
  event: MailEvent,
): Promise<Recorded> {
  const at = deps.clock.now()
  const id = sha256(`${event.source} ${event.id}`)
  // Before the transaction: it may have to make the key.
  const claimed = event.address ? await fingerprintAddress(deps, event.address) : undefined
  // By itself, so that nothing is held while it waits.
  if (!claimed && event.mailId !== undefined) await waitForBatch(deps.db, event.mailId)
  const { sealing } = await deps.keyring.getSiteKeys(deps.db, 'bounces')
  return deps.db.transaction().execute(async (trx) => {
    const { kind, source, mailId, nonce } = event
    const added = await trx
      .insertInto('mailEvents')
      .values({ id, kind, source, mailId, nonce: nonce ? sha256(nonce) : null, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) {
      const known = await trx.selectFrom('mailEvents').select('id').where('id', '=', id).executeTakeFirst()
      return known ? 'known' : 'replayed'
    }
    if (kind !== 'hard' && kind !== 'soft' && kind !== 'complaint') return 'recorded'

    const mail =
      mailId === undefined
        ? undefined
        : await trx.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst()
    const fingerprint = mail?.recipientSealed ? openRecipient(sealing, mail.recipientSealed) : claimed
    if (!fingerprint && mail?.state === 'due') throw new EarlyAnswerError('The mail is about to leave again')
    if (fingerprint) await suppress(trx, { fingerprint, kind, source, at })
    if (mail) await follow(trx, mail, kind, at)
    return 'recorded'
  })
}

/** A mail server may answer within a second, before the batch that sends the mail has committed to whom it went. */
async function waitForBatch(db: Database, mailId: number): Promise<void> {
  await db.selectFrom('mails').select('id').where('id', '=', mailId).forShare().execute()
}

/** What an answer means for whom the mail was about. */
async function follow(
  trx: Transaction,
  mail: Mail,
  kind: 'hard' | 'soft' | 'complaint',
  at: Date,
): Promise<void> {
  const { petitionId, signatureId, decisionMakerId } = mail
  if (kind === 'soft' || petitionId === null) return
  if (signatureId !== null) {
    const signature = trx
      .updateTable('signatures')
      .where('petitionId', '=', petitionId)
      .where('id', '=', signatureId)
    // A sign of fraud among others; it counts as before.
    if (kind === 'hard') await signature.set({ bouncedAt: at }).where('bouncedAt', 'is', null).execute()
    else await signature.set({ updates: false, campaignerNews: false }).execute()
  }
  const delegate = Number(mail.params.delegate)
  if (decisionMakerId === null && Number.isSafeInteger(delegate) && kind === 'hard')
    await trx
      .updateTable('delegates')
      .set({ bouncedAt: at })
      .where('petitionId', '=', petitionId)
      .where('id', '=', delegate)
      .where('bouncedAt', 'is', null)
      .execute()
  if (decisionMakerId !== null) {
    const maker = trx
      .updateTable('decisionMakers')
      .where('petitionId', '=', petitionId)
      .where('id', '=', decisionMakerId)
    if (kind === 'hard') await maker.set({ bouncedAt: at }).where('bouncedAt', 'is', null).execute()
    else await maker.set({ rhythm: 'none' }).execute()
  }
}

const PLACE = 'mails.recipient'

export function sealRecipient(sealing: Buffer, fingerprint: Buffer): Buffer {
  return seal(sealing, PLACE, fingerprint)
}

function openRecipient(sealing: Buffer, sealed: Buffer): Buffer {
  return unsealBytes(sealing, PLACE, sealed)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
