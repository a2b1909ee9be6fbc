import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'

type Reader = Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>

/**
 * Orders a dossier in its reader's language. While one is being made, another order changes nothing.
 *
 * @returns whether a new one was ordered; the caller wakes the queue `dossiers` after its commit.
 */
export async function addDossier(db: Database | Transaction, reader: Reader, at: Date): Promise<boolean> {
  const added = await db
    .insertInto('dossiers')
    .values({
      petitionId: reader.petitionId,
      decisionMakerId: reader.id,
      locale: reader.locale,
      requestedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function orderDossier(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  reader: Reader,
): Promise<boolean> {
  const ordered = await addDossier(db, reader, clock.now())
  jobs.wakeLater('dossiers')
  return ordered
}
