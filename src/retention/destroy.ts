/** The end of a petition's signers: its key is destroyed, and what it alone could read is emptied. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { PetitionState } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { emptyPaper } from '../paper/destroy.js'
import { dayOf } from '../petitions/days.js'
import { destructionDayOf } from '../petitions/retention.js'
import { forgetFewOfPlaces } from '../places/tallies.js'

const ENDED: readonly PetitionState[] = ['closed', 'victory', 'retired', 'hidden', 'rejected']

/** Short locks, and little to repeat when a process dies. */
const BATCH = 1_000

/**
 * Destroys the key of every petition whose day has come, and goes on with what was begun.
 *
 * The key and the certificate are one transaction: from its commit nobody can read a name, whatever happens then.
 * Emptying the rows walks by their ids and may be killed at any point. State, day, area and strength stay, so the
 * number and its figures are recounted to what they were.
 */
export async function destroyDueKeys(deps: Deps): Promise<void> {
  const { db, config, clock } = deps
  const today = dayOf(clock.now(), config.timeZone)
  const isDue = (ended: Parameters<typeof destructionDayOf>[0]) => {
    const day = destructionDayOf(ended, config)
    return day !== undefined && day <= today
  }
  const closed = await db
    .selectFrom('petitions')
    .innerJoin('petitionKeys', 'petitionKeys.petitionId', 'petitions.id')
    .select(['petitions.id', 'petitions.closedAt', 'petitions.rejectedAt', 'petitions.hiddenAt'])
    .where('petitions.state', 'in', ENDED)
    .where(
      sql<boolean>`coalesce(closed_at, rejected_at, hidden_at) < ${clock.now()}::timestamptz - interval '27 days'`,
    )
    .orderBy('petitions.id')
    .execute()
  for (const { id, ...ended } of closed) {
    if (!isDue(ended)) continue
    const isAnswered = sql<boolean>`(closed_at is not null or not exists (
      select from appeals where appeals.petition_id = petitions.id and appeals.state = 'received'))`
    await db.transaction().execute(async (trx) => {
      // Shown again since it was looked at, it has no day any more; contested without an answer yet, what the appeal
      // may bring back is kept.
      const petition = await trx
        .selectFrom('petitions')
        .select(['state', 'closedAt', 'rejectedAt', 'hiddenAt'])
        .where('id', '=', id)
        .where('state', 'in', ENDED)
        .where(isAnswered)
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (petition && isDue(petition)) await destroyKey(trx, { id, state: petition.state }, clock.now())
    })
    deps.keyring.forget(id)
  }
  const begun = await db
    .selectFrom('destructions')
    .select('petitionId')
    .where('finishedAt', 'is', null)
    .orderBy('petitionId')
    .execute()
  for (const { petitionId } of begun)
    while (
      (await db.transaction().execute((trx) => emptySignatures(trx, petitionId, clock.now()))) === BATCH
    );
}

/** Of two workers that come at once, one finds no key. */
async function destroyKey(
  trx: Transaction,
  { id: petitionId, state }: { id: number; state: PetitionState },
  at: Date,
): Promise<void> {
  const key = await trx
    .deleteFrom('petitionKeys')
    .where('petitionId', '=', petitionId)
    .returning('wrapped')
    .executeTakeFirst()
  if (!key) return
  const count = await trx
    .selectFrom('petitionCounts')
    .select('confirmed')
    .where('petitionId', '=', petitionId)
    .executeTakeFirst()
  await trx
    .insertInto('destructions')
    .values({
      petitionId,
      keySha256: createHash('sha256').update(key.wrapped).digest(),
      confirmed: count?.confirmed ?? 0,
      destroyedAt: at,
    })
    .execute()
  await trx
    .updateTable('petitions')
    .set({ campaignerEmailSealed: null, campaignerContactSealed: null })
    .where('id', '=', petitionId)
    .execute()
  // Nobody can be written to any more; the name of who was asked is part of the petition.
  await trx
    .updateTable('decisionMakers')
    .set({ emailSealed: null, emailFingerprint: null, rhythm: 'none', ageKey: null, ageKeyAt: null })
    .where('petitionId', '=', petitionId)
    .execute()
  // With their dossiers, of which the log of downloads is a part.
  await trx.deleteFrom('delegates').where('petitionId', '=', petitionId).execute()
  if (state === 'rejected') await forgetWhoAsked(trx, petitionId)
  await trx.deleteFrom('nameSearches').where('petitionId', '=', petitionId).execute()
  await trx.updateTable('reports').set({ removedSealed: null }).where('petitionId', '=', petitionId).execute()
  await trx.deleteFrom('dossiers').where('petitionId', '=', petitionId).execute()
  await emptyPaper(trx, petitionId)
  await forgetFewOfPlaces(trx, petitionId)
  await trx
    .updateTable('mails')
    .set({ state: 'dropped', doneAt: at })
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'due')
    .execute()
  // Those of signatures follow with their rows.
  await trx
    .updateTable('mails')
    .set({ recipientSealed: null })
    .where('petitionId', '=', petitionId)
    .where('signatureId', 'is', null)
    .execute()
}

/** A refused petition never opened: nobody signed it, and who wrote it and whom it was for was never public. */
async function forgetWhoAsked(trx: Transaction, petitionId: number): Promise<void> {
  await trx
    .updateTable('petitions')
    .set({ campaignerName: null, accountId: null, pictureId: null })
    .where('id', '=', petitionId)
    .execute()
  await trx.deleteFrom('pictures').where('petitionId', '=', petitionId).execute()
  await trx.deleteFrom('decisionMakers').where('petitionId', '=', petitionId).execute()
}

/** @returns how many rows it emptied, after the checkpoint. */
async function emptySignatures(trx: Transaction, petitionId: number, at: Date): Promise<number> {
  const { lastSignatureId } = await trx
    .selectFrom('destructions')
    .select('lastSignatureId')
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: number }>`
    update signatures set
      email_fingerprint = uuid_send(gen_random_uuid()), sealed = null, name_fingerprint = null,
      domain_fingerprint = null, network_fingerprint = null, wide_network_fingerprint = null,
      agent_fingerprint = null, fill_seconds = null, bounced_at = null, marks = null, stem_fingerprint = null,
      objected_at = null, postcode = '', shown_name = null, comment = null, reservation = false, updates = false,
      campaigner_news = false, name_withheld = false, refuses_checks = false
    where petition_id = ${petitionId} and id in (
      select id from signatures where petition_id = ${petitionId} and id > ${lastSignatureId}
      order by id limit ${BATCH} for update
    )
    returning id`.execute(trx)
  // Who was written to is forgotten with who signed.
  await sql`
    update mails set signature_id = null, recipient_sealed = null
    where petition_id = ${petitionId} and signature_id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(
    trx,
  )
  await trx
    .updateTable('destructions')
    .set({
      signatures: sql`signatures + ${rows.length}`,
      lastSignatureId: Math.max(lastSignatureId, ...rows.map(({ id }) => id)),
      finishedAt: rows.length < BATCH ? at : null,
    })
    .where('petitionId', '=', petitionId)
    .execute()
  return rows.length
}
