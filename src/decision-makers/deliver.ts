/**
 * Delivery: the moment at which a petition is handed over to those who can decide. It has a date, it freezes a dossier,
 * and it happens once for each of them.
 */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { DeliverWhen, Delivery, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { isDownloadEnded } from './download.js'
import type { DossierOptions } from './order-dossier.js'

/** A petition that its campaigner gave up is delivered to nobody. */
const DELIVERABLE: readonly Petition['state'][] = ['open', 'closed', 'victory']

export type DeliverOutcome = 'delivered' | 'delivered-before' | 'nothing-to-deliver'

/** Delivers now. Of two presses at once one delivers. */
export async function deliverPetition(
  deps: Deps,
  petition: Pick<Petition, 'id'>,
  cause: Delivery['cause'],
  { byTerritory }: DossierOptions = {},
): Promise<DeliverOutcome> {
  const { db, clock, jobs } = deps
  const outcome = await db
    .transaction()
    .execute((trx) => addDeliveries(trx, { petitionId: petition.id, cause, at: clock.now(), byTerritory }))
  if (outcome === 'delivered') {
    jobs.wakeLater('dossiers')
    jobs.wakeLater('decision-maker-notices')
  }
  return outcome
}

async function addDeliveries(
  trx: Transaction,
  {
    petitionId,
    cause,
    at,
    byTerritory,
  }: { petitionId: number; cause: Delivery['cause']; at: Date; byTerritory: boolean | undefined },
): Promise<DeliverOutcome> {
  const petition = await trx
    .selectFrom('petitions')
    .leftJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .select(['state', 'confirmed'])
    .where('petitions.id', '=', petitionId)
    .executeTakeFirst()
  if (!petition || !DELIVERABLE.includes(petition.state)) return 'nothing-to-deliver'
  const { confirmed } = petition
  if (!confirmed) return 'nothing-to-deliver'

  const makers = await trx
    .selectFrom('decisionMakers')
    .select(['id', 'locale'])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'active')
    .where('emailSealed', 'is not', null)
    .orderBy('id')
    .execute()
  if (makers.length === 0) return 'nothing-to-deliver'
  const added = await trx
    .insertInto('deliveries')
    .values(makers.map(({ id }) => ({ petitionId, decisionMakerId: id, cause, deliveredAt: at })))
    .onConflict((conflict) => conflict.column('decisionMakerId').doNothing())
    .returning(['id', 'decisionMakerId'])
    .execute()
  if (added.length === 0) return 'delivered-before'

  await addMails(
    trx,
    added.map(({ decisionMakerId }) => ({
      queue: 'decision-maker-notices' as const,
      kind: 'decision-maker-delivered',
      petitionId,
      decisionMakerId,
      params: { confirmed },
      locale: makers.find(({ id }) => id === decisionMakerId)!.locale,
      dueAt: at,
    })),
  )
  await trx.insertInto('auditEntries').values({ at, petitionId, act: 'petition-delivered' }).execute()
  if (byTerritory !== undefined)
    await trx
      .updateTable('petitions')
      .set({ deliverByTerritory: byTerritory })
      .where('id', '=', petitionId)
      .execute()
  for (const { id } of added) await orderItsDossier(trx, id, at)
  return 'delivered'
}

/**
 * Delivers what its campaigner wanted delivered at a number of signatures, or at the end; and orders the dossiers that
 * could not be ordered at once, because an older one was being made.
 */
export async function deliverDuePetitions(deps: Deps): Promise<void> {
  const due = await deps.db
    .selectFrom('petitions')
    .innerJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .select(['petitions.id', 'petitions.state'])
    .where('deliverWhen', '<>', 'hand')
    .where('confirmed', '>', 0)
    .where(
      sql<boolean>`(petitions.state in ('closed', 'victory')
        or petitions.state = 'open' and deliver_when = 'threshold' and confirmed >= deliver_at)`,
    )
    .where(
      sql<boolean>`exists (select from decision_makers m where m.petition_id = petitions.id and m.state = 'active'
        and m.email_sealed is not null and not exists (select from deliveries where decision_maker_id = m.id))`,
    )
    .execute()
  for (const { id, state } of due)
    await deliverPetition(deps, { id }, state === 'open' ? 'threshold' : 'closing')

  const at = deps.clock.now()
  const without = await deps.db
    .selectFrom('deliveries')
    .innerJoin('petitions', 'petitions.id', 'deliveries.petitionId')
    .select('deliveries.id')
    .where('dossierId', 'is', null)
    .where('downloadEndedAt', 'is', null)
    .where('petitions.state', 'in', DELIVERABLE)
    .execute()
  for (const { id } of without)
    if (await deps.db.transaction().execute((trx) => orderItsDossier(trx, id, at)))
      deps.jobs.wakeLater('dossiers')
}

/**
 * One that was ordered before and has not begun will hold what is signed now, and serves as well; one that has begun
 * holds an earlier moment, and is waited for.
 */
async function orderItsDossier(trx: Transaction, deliveryId: number, at: Date): Promise<boolean> {
  const delivery = await trx
    .selectFrom('deliveries')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'deliveries.decisionMakerId')
    .innerJoin('petitions', 'petitions.id', 'deliveries.petitionId')
    .select([
      'deliveries.petitionId',
      'decisionMakers.id',
      'decisionMakers.locale',
      'petitions.deliverByTerritory as byTerritory',
    ])
    .where('deliveries.id', '=', deliveryId)
    .where('deliveries.dossierId', 'is', null)
    .forUpdate('deliveries')
    .executeTakeFirst()
  if (!delivery || (await isDownloadEnded(trx, delivery))) return false
  const { petitionId, id: decisionMakerId, locale, byTerritory } = delivery
  const dossier =
    (await trx
      .insertInto('dossiers')
      .values({ petitionId, decisionMakerId, locale, requestedAt: at, byTerritory })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()) ??
    (await trx
      .selectFrom('dossiers')
      .select('id')
      .where('decisionMakerId', '=', decisionMakerId)
      .where('state', '=', 'due')
      .where('begunAt', 'is', null)
      .forUpdate()
      .executeTakeFirst())
  if (!dossier) return false
  if (byTerritory)
    await trx.updateTable('dossiers').set({ byTerritory }).where('id', '=', dossier.id).execute()
  await trx.updateTable('deliveries').set({ dossierId: dossier.id }).where('id', '=', deliveryId).execute()
  return true
}

/** When it shall be delivered by itself. What was delivered stays so. */
export async function planDelivery(
  { db, jobs }: Pick<Deps, 'db' | 'jobs'>,
  petition: Pick<Petition, 'id'>,
  { when, at, byTerritory = false }: { when: DeliverWhen; at: number | null } & DossierOptions,
): Promise<void> {
  await db
    .updateTable('petitions')
    .set({ deliverWhen: when, deliverAt: at, deliverByTerritory: byTerritory })
    .where('id', '=', petition.id)
    .execute()
  jobs.wakeLater('decision-maker-notices')
}
