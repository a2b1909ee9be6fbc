import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { isDownloadEnded } from './download.js'

type Reader = Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>

export interface DossierOptions {
  /** Also a list for each territory, in a folder of its own. */
  byTerritory?: boolean
}

/**
 * Orders a dossier in its reader's language. While one is being made, another order changes nothing;
 * nor after the reader has said that they need the download no more.
 *
 * @returns whether a new one was ordered; the caller wakes the queue `dossiers` after its commit.
 */
export async function addDossier(
  db: Database | Transaction,
  reader: Reader,
  at: Date,
  { byTerritory = false }: DossierOptions = {},
): Promise<boolean> {
  if (await isDownloadEnded(db, reader)) return false
  const added = await db
    .insertInto('dossiers')
    .values({
      petitionId: reader.petitionId,
      decisionMakerId: reader.id,
      locale: reader.locale,
      requestedAt: at,
      byTerritory,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function orderDossier(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  reader: Reader,
  options: DossierOptions = {},
): Promise<boolean> {
  const ordered = await addDossier(db, reader, clock.now(), options)
  jobs.wakeLater('dossiers')
  return ordered
}
