import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { unsealDelegateName } from '../petitions/decision-maker.js'

const LISTED = 20

export interface Download {
  file: string
  at: Date
  /** The delegate's name; undefined when the decision-maker did it themselves. */
  by: string | undefined
}

/** An entry of the log that both sides read; it changes nothing of what a page does. */
export async function recordDownload(
  db: Database,
  {
    maker,
    delegate,
    ...download
  }: {
    maker: Pick<DecisionMaker, 'id'>
    delegate: Pick<Delegate, 'id'> | undefined
    dossierId: number
    file: string
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('downloads')
    .values({ decisionMakerId: maker.id, delegateId: delegate?.id ?? null, ...download })
    .execute()
}

/** The newest first. */
export async function listDownloads(
  db: Database | Transaction,
  keys: Keys | undefined,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
): Promise<Download[]> {
  const downloads = await db
    .selectFrom('downloads')
    .leftJoin('delegates', 'delegates.id', 'downloads.delegateId')
    .select(['file', 'at', 'delegates.nameSealed'])
    .where('downloads.decisionMakerId', '=', maker.id)
    .orderBy('downloads.id', 'desc')
    .limit(LISTED)
    .execute()
  return downloads.map(({ file, at, nameSealed }) => ({
    file,
    at,
    by: nameSealed && keys ? unsealDelegateName(keys, { ...maker, nameSealed }) : undefined,
  }))
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
