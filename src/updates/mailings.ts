/** Mailings: one letter for many signers, walked in batches, with where it stands written beside what it did. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { CONFIRMATION_GRACE_HOURS } from '../petitions/signing.js'
import { isForFollowers, walkFollowers } from './followers.js'

/** Half a second's work at most: what a killed process loses, and what a pause has to wait for. */
const BATCH = 500

/**
 * Turns each due mailing into mails, a batch a transaction.
 *
 * The mails of a batch and the place where the next one begins are committed together, so a process that is killed
 * anywhere leaves nobody out; and a signer can have one mail of a mailing, as an index demands.
 */
export async function walkDueMailings(deps: Deps): Promise<void> {
  await turnBackForLate(deps)
  while (await deps.db.transaction().execute((trx) => walkBatch(deps, trx))) {
    // Each turn commits; what a pause or another worker took is not seen by the next.
  }
}

/**
 * Who signed before the end may confirm for some time after it, when the news of the closing has gone past. That news
 * goes round once more when nobody can confirm any longer, for those it has not reached; the newest, where there are two.
 */
async function turnBackForLate({ db, clock }: Deps): Promise<void> {
  await sql`
    update mailings set state = 'due', last_signature_id = 0, finished_at = null
    from petitions
    where mailings.kind = 'closing' and mailings.state = 'done' and petitions.id = mailings.petition_id
      and mailings.finished_at < petitions.closed_at + make_interval(hours => ${CONFIRMATION_GRACE_HOURS})
      and petitions.closed_at <= ${clock.now()}::timestamptz - make_interval(hours => ${CONFIRMATION_GRACE_HOURS})
      and not exists (
        select from mailings as later
        where later.petition_id = mailings.petition_id and later.kind = 'closing' and later.id > mailings.id)`.execute(
    db,
  )
}

/** @returns false when no mailing is due. */
async function walkBatch(deps: Deps, trx: Transaction): Promise<boolean> {
  const mailing = await trx
    .selectFrom('mailings')
    .selectAll()
    .where('state', '=', 'due')
    // The one that has gone least far first: a large petition's news does not hold up a small one's.
    .orderBy('queued')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!mailing) return false
  if (isForFollowers(mailing)) {
    await walkFollowers(deps, trx, mailing, BATCH)
    return true
  }

  const signers = await trx
    .selectFrom('signatures')
    .select(['id', 'locale'])
    .where('petitionId', '=', mailing.petitionId)
    .where('id', '>', mailing.lastSignatureId)
    .where('state', '=', 'confirmed')
    .where('updates', '=', true)
    // On its second round it finds those whom the first did not reach.
    .$if(mailing.kind === 'closing', (query) =>
      query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('mails')
              .select('mails.id')
              .where('mails.mailingId', '=', mailing.id)
              .whereRef('mails.signatureId', '=', 'signatures.id'),
          ),
        ),
      ),
    )
    .orderBy('id')
    .limit(BATCH)
    .execute()

  const now = deps.clock.now()
  if (signers.length > 0) {
    await trx
      .insertInto('mails')
      .values(
        signers.map(({ id, locale }) => ({
          queue: 'updates',
          kind: mailing.kind,
          petitionId: mailing.petitionId,
          signatureId: id,
          mailingId: mailing.id,
          locale,
          dueAt: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const isDone = signers.length < BATCH
  await trx
    .updateTable('mailings')
    .set({
      lastSignatureId: signers.at(-1)?.id ?? mailing.lastSignatureId,
      queued: sql`queued + ${signers.length}`,
      ...(isDone && { state: 'done' as const, finishedAt: now }),
    })
    .where('id', '=', mailing.id)
    .execute()
  return true
}

/**
 * Holds a mailing back: no further signer is reached, and the mails that wait in the outbox stay there.
 *
 * @returns false when everything has left already, or it was held before.
 */
export async function pauseMailing(
  deps: Deps,
  mailing: { id: number; petitionId: number },
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('mailings')
      .select('state')
      .where('id', '=', mailing.id)
      .where('petitionId', '=', mailing.petitionId)
      .forUpdate()
      .executeTakeFirst()
    if (!found || found.state === 'paused') return false
    const held = await trx
      .updateTable('mails')
      .set({ dueAt: sql`'infinity'` })
      .where('mailingId', '=', mailing.id)
      .where('state', '=', 'due')
      .executeTakeFirst()
    if (found.state === 'done' && held.numUpdatedRows === 0n) return false
    await trx.updateTable('mailings').set({ state: 'paused' }).where('id', '=', mailing.id).execute()
    return true
  })
}

/** Lets a held mailing go on from where it stood. @returns false when it was not held. */
export async function resumeMailing(
  deps: Deps,
  mailing: { id: number; petitionId: number },
): Promise<boolean> {
  const resumed = await deps.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('mailings')
      .set({
        state: 'due',
        finishedAt: null,
        // One that was held until after the time of grace has no second round.
        lastSignatureId: sql`case when kind = 'closing' then 0 else last_signature_id end`,
      })
      .where('id', '=', mailing.id)
      .where('petitionId', '=', mailing.petitionId)
      .where('state', '=', 'paused')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await trx
      .updateTable('mails')
      .set({ dueAt: deps.clock.now() })
      .where('mailingId', '=', mailing.id)
      .where('state', '=', 'due')
      .execute()
    return true
  })
  if (resumed) deps.jobs.wakeLater('updates')
  return resumed
}
