import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Dossier, Locale, Reply } from '../database/tables.js'

export { type Figures, findFigures } from './figures.js'

export async function findDecisionMaker(
  db: Database | Transaction,
  { petitionId, id }: { petitionId: number; id: number },
): Promise<DecisionMaker | undefined> {
  return db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds the row, so that two acts of one person come one after the other. */
export async function lockDecisionMaker(
  trx: Transaction,
  id: number,
): Promise<Pick<DecisionMaker, 'id' | 'state'> | undefined> {
  return trx
    .selectFrom('decisionMakers')
    .select(['id', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export interface PublishedReply {
  id: number
  body: string
  signedBy: string
  publishedAt: Date
  /** Whom the petition asks, and who therefore answers. */
  name: string
  role: string
  organisation: string
  /** In which the decision-maker reads and, most likely, writes. */
  locale: Locale
}

/** Replies that a moderator found to come from the institution; the newest first. */
export async function findPublishedReplies(
  db: Database | Transaction,
  petitionId: number,
): Promise<PublishedReply[]> {
  return db
    .selectFrom('replies')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .select(({ fn }) => [
      'replies.id',
      'replies.body',
      'replies.signedBy',
      fn.coalesce('replies.decidedAt', 'replies.submittedAt').as('publishedAt'),
      'decisionMakers.name',
      'decisionMakers.role',
      'decisionMakers.organisation',
      'decisionMakers.locale',
    ])
    .where('replies.petitionId', '=', petitionId)
    .where('replies.state', '=', 'published')
    .orderBy('replies.id', 'desc')
    .execute()
}

/** Everything one decision-maker answered, the newest first. */
export async function listReplies(db: Database | Transaction, decisionMakerId: number): Promise<Reply[]> {
  return db
    .selectFrom('replies')
    .selectAll()
    .where('decisionMakerId', '=', decisionMakerId)
    .orderBy('id', 'desc')
    .execute()
}

export interface ListedDossier
  extends Pick<
    Dossier,
    'id' | 'state' | 'confirmed' | 'written' | 'requestedAt' | 'file' | 'timestampMissed'
  > {
  readyAt: Date | null
  frozenAt: Date | null
  files: { file: string; bytes: number }[]
}

/** A decision-maker's dossiers with the size of their files, the newest first. */
export async function listDossiers(
  db: Database | Transaction,
  decisionMakerId: number,
): Promise<ListedDossier[]> {
  return db
    .selectFrom('dossiers')
    .select([
      'id',
      'state',
      'confirmed',
      'written',
      'requestedAt',
      'readyAt',
      'frozenAt',
      'file',
      'timestampMissed',
    ])
    .select(
      sql<ListedDossier['files']>`(
        select coalesce(json_agg(json_build_object('file', file, 'bytes', bytes) order by place), '[]')
        from dossier_files where dossier_id = dossiers.id and dossiers.state = 'ready'
      )`.as('files'),
    )
    .where('decisionMakerId', '=', decisionMakerId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}
