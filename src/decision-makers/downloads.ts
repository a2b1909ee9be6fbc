import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker } from '../database/tables.js'

const LISTED = 20

export interface Download {
  file: string
  at: Date
}

/** An entry of the log that both sides read; it changes nothing of what a page does. */
export async function recordDownload(
  db: Database,
  { maker, ...download }: { maker: Pick<DecisionMaker, 'id'>; dossierId: number; file: string; at: Date },
): Promise<void> {
  await db
    .insertInto('downloads')
    .values({ decisionMakerId: maker.id, ...download })
    .execute()
}

/** The newest first. */
export function listDownloads(
  db: Database | Transaction,
  maker: Pick<DecisionMaker, 'id'>,
): Promise<Download[]> {
  return db
    .selectFrom('downloads')
    .select(['file', 'at'])
    .where('decisionMakerId', '=', maker.id)
    .orderBy('id', 'desc')
    .limit(LISTED)
    .execute()
}

export interface DownloadCount {
  decisionMakerId: number
  downloads: number
  lastAt: Date
}

/** What a campaigner sees of it: how often, and when last. */
export async function countDownloads(db: Database, petitionId: number): Promise<DownloadCount[]> {
  const { rows } = await sql<DownloadCount>`
    select m.id as "decisionMakerId", count(*)::int as downloads, max(d.at) as "lastAt"
    from downloads d join decision_makers m on m.id = d.decision_maker_id
    where m.petition_id = ${petitionId} group by m.id`.execute(db)
  return rows
}
