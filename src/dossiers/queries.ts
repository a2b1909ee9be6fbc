import type { Database } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'
import { isDownloadEnded } from '../decision-makers/download.js'
import type { Written } from './parts.js'

export interface FinishedFile extends Written {
  file: string
}

/** In the order in which they were made, which is that of the archive. */
export function listFinished(db: Database, dossierId: number): Promise<FinishedFile[]> {
  return db
    .selectFrom('dossierFiles')
    .select(['file', 'bytes', 'sha256'])
    .where('dossierId', '=', dossierId)
    .orderBy('place')
    .orderBy('file')
    .execute()
}

/** @returns undefined unless the dossier is this decision-maker's, is ready, and may still be downloaded. */
export async function findReady(
  db: Database,
  maker: Pick<DecisionMaker, 'id'>,
  id: string,
): Promise<{ id: number; readyAt: Date } | undefined> {
  if (await isDownloadEnded(db, maker)) return undefined
  if (!/^\d{1,15}$/.test(id)) return undefined
  const found = await db
    .selectFrom('dossiers')
    .select(['id', 'readyAt'])
    .where('id', '=', Number(id))
    .where('decisionMakerId', '=', maker.id)
    .where('state', '=', 'ready')
    .where('destroyedAt', 'is', null)
    .executeTakeFirst()
  return found && { id: found.id, readyAt: found.readyAt! }
}
