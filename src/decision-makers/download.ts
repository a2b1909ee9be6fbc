/** The end of a download: the recipient has their copy, and what this site keeps of it is destroyed. */

import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'

/** Long enough to find out that the copy is lost, and to take the end back. */
export const DAYS_UNTIL_DESTROYED = 14
const DAY_MS = 86_400_000

type Reader = Pick<DecisionMaker, 'id'>

/** Whether the reader has ended it. A copy that is being sent is finished all the same. */
export async function isDownloadEnded(db: Database | Transaction, reader: Reader): Promise<boolean> {
  const ended = await db
    .selectFrom('deliveries')
    .select('id')
    .where('decisionMakerId', '=', reader.id)
    .where('downloadEndedAt', 'is not', null)
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends it at once and names the day on which the files are destroyed. Only what was acknowledged can be ended. */
export async function endDownload(db: Database | Transaction, reader: Reader, at: Date): Promise<boolean> {
  const ended = await db
    .updateTable('deliveries')
    .set({
      downloadEndedAt: at,
      destroyAt: new Date(at.getTime() + DAYS_UNTIL_DESTROYED * DAY_MS),
    })
    .where('decisionMakerId', '=', reader.id)
    .where('acknowledgedAt', 'is not', null)
    .where('downloadEndedAt', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

/** Takes the end back, as long as nothing is destroyed. */
export async function reopenDownload(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  reader: Reader,
): Promise<boolean> {
  const reopened = await db
    .updateTable('deliveries')
    .set({ downloadEndedAt: null, destroyAt: null })
    .where('decisionMakerId', '=', reader.id)
    .where('destroyAt', '>', clock.now())
    .returning('id')
    .execute()
  return reopened.length > 0
}

/** Destroys the files of every download whose announced day has come; their names and sums stay, for the receipt. */
export async function destroyEndedDownloads({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    // One that is still being written is destroyed by a later round, when it is finished.
    const due = await trx
      .selectFrom('dossiers')
      .innerJoin('deliveries', 'deliveries.decisionMakerId', 'dossiers.decisionMakerId')
      .select('dossiers.id')
      .where('deliveries.destroyAt', '<=', at)
      .where('dossiers.state', '=', 'ready')
      .where('dossiers.destroyedAt', 'is', null)
      .forUpdate('dossiers')
      .skipLocked()
      .execute()
    if (due.length === 0) return
    const ids = due.map(({ id }) => id)
    await trx.deleteFrom('dossierParts').where('dossierId', 'in', ids).execute()
    await trx.updateTable('dossiers').set({ destroyedAt: at }).where('id', 'in', ids).execute()
  })
}
