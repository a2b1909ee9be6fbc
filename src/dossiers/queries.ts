import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Dossier } from '../database/tables.js'
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

/** Of the leaves that moderators took out: the reason of the last act, most signatures first. */
export async function countStruckFor(
  db: Transaction,
  { petitionId, logSize }: Pick<Dossier, 'petitionId' | 'logSize'>,
): Promise<{ reason: string; signatures: number }[]> {
  const { rows } = await sql<{ reason: string; signatures: number }>`
    select act.reason, count(*)::int as signatures
    from signatures
    join log_leaves on log_leaves.petition_id = signatures.petition_id and log_leaves.signature_id = signatures.id
    join lateral (
      select reason from quarantine_acts
      where quarantine_id = signatures.quarantine_id and act <> 'restored' order by id desc limit 1
    ) as act on true
    where signatures.petition_id = ${petitionId} and signatures.state in ('quarantined', 'removed')
      and leaf < ${logSize}
    group by act.reason order by signatures desc, act.reason`.execute(db)
  return rows
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

/** The dossiers that wait to be made, in the order in which they were ordered. */
export async function listDue(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('dossiers').select('id').where('state', '=', 'due').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
