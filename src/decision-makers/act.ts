/** What a decision-maker does on the private page, other than reading and answering. */

import type { Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate, Rhythm } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { recordReaderAct } from './acts.js'
import { endAllDelegates } from './delegates.js'
import { endDownload } from './download.js'
import { lockDecisionMaker } from './queries.js'
import { markSeen } from './seen.js'

export const RHYTHMS: readonly Rhythm[] = ['threshold', 'weekly', 'monthly', 'closing', 'delivery', 'none']

type Acting = Pick<Deps, 'db' | 'clock'>

/**
 * Says publicly that the petition was received, and, where it was delivered, that the delivery was. Each happens once; a
 * second press changes nothing. A delegate acknowledges too, but ends no download.
 *
 * @returns whether this was the first time.
 */
export async function acknowledge(
  { db, clock }: Acting,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  {
    delegate,
    endsDownload = false,
  }: { delegate?: Pick<Delegate, 'id'> | undefined; endsDownload?: boolean } = {},
): Promise<boolean> {
  const at = clock.now()
  return db.transaction().execute(async (trx) => {
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return false
    await markSeen(trx, { maker, delegate }, at)
    const petitions = await trx
      .updateTable('decisionMakers')
      .set({ acknowledgedAt: at })
      .where('id', '=', maker.id)
      .where('acknowledgedAt', 'is', null)
      .returning('id')
      .execute()
    const deliveries = await trx
      .updateTable('deliveries')
      .set({ acknowledgedAt: at, isAcknowledgedByDelegate: delegate !== undefined })
      .where('decisionMakerId', '=', maker.id)
      .where('acknowledgedAt', 'is', null)
      .returning('id')
      .execute()
    if (deliveries.length > 0 && endsDownload && !delegate) await endDownload(trx, maker, at)
    if (petitions.length + deliveries.length === 0) return false
    await recordReaderAct(trx, { maker, delegate, act: 'acknowledged', at })
    await trx
      .insertInto('auditEntries')
      .values({ at, petitionId: maker.petitionId, act: 'decision-maker-acknowledged' })
      .execute()
    return true
  })
}

export async function chooseRhythm(
  { db, clock }: Acting,
  maker: Pick<DecisionMaker, 'id'>,
  rhythm: Rhythm,
): Promise<void> {
  const chosen = await db
    .updateTable('decisionMakers')
    .set({ rhythm })
    .where('id', '=', maker.id)
    .where('state', '=', 'active')
    .where('rhythm', '<>', rhythm)
    .returning('id')
    .execute()
  if (chosen.length > 0) await recordReaderAct(db, { maker, act: 'rhythm-chosen', at: clock.now() })
}

/**
 * "It is not me", or an objection under Article 21 GDPR: every mail stops at once, also those already written down,
 * and the address is erased, with those of the delegates. What is left is what the petition itself says, for a moderator to look at.
 */
export async function stepAside(
  { db, clock, jobs }: Acting & Pick<Deps, 'jobs'>,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  { as, note }: { as: 'not-me' | 'objected'; note: string },
): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    const updated = await trx
      .updateTable('decisionMakers')
      .set({
        state: as,
        stateNote: note || null,
        stateAt: at,
        rhythm: 'none',
        emailSealed: null,
        ageKey: null,
        ageKeyAt: null,
      })
      .where('id', '=', maker.id)
      .where('state', '=', 'active')
      .returning('id')
      .execute()
    if (updated.length === 0) return
    await endAllDelegates(trx, maker, at)
    await trx
      .updateTable('mails')
      .set({ state: 'dropped', doneAt: at })
      .where('decisionMakerId', '=', maker.id)
      .where('state', '=', 'due')
      .execute()
    await tellCampaigner(trx, maker, at)
    await trx
      .insertInto('auditEntries')
      .values({ at, petitionId: maker.petitionId, act: `decision-maker-${as}`, note: note || null })
      .execute()
  })
  jobs.wakeLater('decision-maker-notices')
}

async function tellCampaigner(
  trx: Transaction,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  at: Date,
): Promise<void> {
  const campaigner = await trx
    .selectFrom('petitions')
    .innerJoin('accounts', 'accounts.id', 'petitions.accountId')
    .select(['accounts.id', 'accounts.locale'])
    .where('petitions.id', '=', maker.petitionId)
    .executeTakeFirst()
  if (!campaigner) return
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind: 'recipient-stepped-aside',
      petitionId: maker.petitionId,
      accountId: campaigner.id,
      params: { maker: maker.id },
      locale: campaigner.locale,
      dueAt: at,
    },
  ])
}
