/** Alerts at the desk: what waits for a look, and that somebody looked. */

import type { Database, Transaction } from '../database/connect.js'
import type { Alert } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Moderator, recordAct } from '../moderation/record.js'

const LIST_PAGE = 100

export type ListedAlert = Alert & { title: string; locale: string }

/** Those that wait, oldest first; or those that were closed, newest first. */
export async function listAlerts(db: Database, state: Alert['state']): Promise<ListedAlert[]> {
  return db
    .selectFrom('alerts')
    .innerJoin('petitions', 'petitions.id', 'alerts.petitionId')
    .selectAll('alerts')
    .select(['petitions.title', 'petitions.locale'])
    .where('alerts.state', '=', state)
    .orderBy(state === 'open' ? 'alerts.raisedAt' : 'alerts.closedAt', state === 'open' ? 'asc' : 'desc')
    .orderBy('alerts.id')
    .limit(LIST_PAGE)
    .execute()
}

export async function findAlert(db: Database, id: number): Promise<Alert | undefined> {
  return db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function countOpenAlerts(db: Database): Promise<number> {
  const { open } = await db
    .selectFrom('alerts')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return open
}

/** @returns false when somebody closed it before. */
export async function closeAlert(
  { db, clock }: Deps,
  alert: Pick<Alert, 'id' | 'petitionId'>,
  moderator: Moderator,
  note: string,
): Promise<boolean> {
  return db.transaction().execute((trx) => closeWithin(trx, alert, moderator, { note, at: clock.now() }))
}

/** The same as part of a larger act. */
export async function closeWithin(
  trx: Transaction,
  { id, petitionId }: Pick<Alert, 'id' | 'petitionId'>,
  moderator: Moderator,
  { note, at, quarantineId }: { note: string; at: Date; quarantineId?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('alerts')
    .set({ state: 'closed', closedAt: at, closedBy: moderator.id, note, quarantineId })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await recordAct(trx, { act: 'alert-closed', moderator, petitionId, note: note || undefined, at })
  return true
}
