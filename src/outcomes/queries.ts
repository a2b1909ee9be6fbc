import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { OutcomeParty, OutcomeSaid } from '../database/tables.js'
import { PUBLIC_STATES } from '../petitions/states.js'

export interface OutcomeAnswer {
  id: number
  saidBy: OutcomeParty
  said: OutcomeSaid
  note: string
  saidAt: Date
  disputedAt: Date | null
  disputedNote: string | null
}

export const MOST_LISTED = 100

/** Only of public petitions, and of a reply only while it is published. */
function selectOutcomes(db: Database | Transaction) {
  return db
    .selectFrom('outcomes')
    .innerJoin('petitions', 'petitions.id', 'outcomes.petitionId')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'outcomes.decisionMakerId')
    .leftJoin('replies', 'replies.id', 'outcomes.replyId')
    .select(['outcomes.id', 'outcomes.petitionId', 'outcomes.decisionMakerId', 'outcomes.replyId'])
    .select(['outcomes.promise', 'outcomes.promisedOn', 'outcomes.dueOn', 'outcomes.source'])
    .select(['outcomes.addedBy', 'outcomes.disputedAt', 'outcomes.disputedNote'])
    .select(['petitions.slug', 'petitions.title', 'petitions.locale'])
    .select(['decisionMakers.name', 'decisionMakers.role', 'decisionMakers.organisation'])
    .where('petitions.state', 'in', PUBLIC_STATES)
    .where((where) =>
      where.or([where('outcomes.replyId', 'is', null), where('replies.state', '=', 'published')]),
    )
}

export type OutcomeRow = Awaited<ReturnType<ReturnType<typeof selectOutcomes>['execute']>>[number]
export type Outcome = OutcomeRow & { answers: OutcomeAnswer[]; askedAt: Date | null }

export async function listOutcomes(db: Database | Transaction, petitionId: number): Promise<Outcome[]> {
  const rows = await selectOutcomes(db)
    .where('outcomes.petitionId', '=', petitionId)
    .orderBy('outcomes.id')
    .execute()
  return withAnswers(db, rows)
}

/** The whole register, the newest first, a part at a time. */
export async function listRegister(
  db: Database,
  { before, most = MOST_LISTED }: { before: number | undefined; most?: number },
): Promise<{ outcomes: Outcome[]; next: number | undefined }> {
  let query = selectOutcomes(db)
  if (before !== undefined) query = query.where('outcomes.id', '<', before)
  const rows = await query
    .orderBy('outcomes.id', 'desc')
    .limit(most + 1)
    .execute()
  const shown = rows.slice(0, most)
  return {
    outcomes: await withAnswers(db, shown),
    next: rows.length > most ? shown.at(-1)?.id : undefined,
  }
}

async function withAnswers(db: Database | Transaction, rows: OutcomeRow[]): Promise<Outcome[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [answers, asked] = await Promise.all([
    db.selectFrom('outcomeAnswers').selectAll().where('outcomeId', 'in', ids).orderBy('id').execute(),
    db
      .selectFrom('outcomeQuestions')
      .select(['outcomeId', sql<Date>`max(asked_at)`.as('askedAt')])
      .where('outcomeId', 'in', ids)
      .groupBy('outcomeId')
      .execute(),
  ])
  return rows.map((row) => ({
    ...row,
    answers: answers.filter(({ outcomeId }) => outcomeId === row.id),
    askedAt: asked.find(({ outcomeId }) => outcomeId === row.id)?.askedAt ?? null,
  }))
}

/** Holds the row, so that two answers come one after the other; only a petition's own. */
export async function lockOutcome(
  trx: Transaction,
  { id, petitionId }: { id: number; petitionId: number },
): Promise<{ id: number; decisionMakerId: number } | undefined> {
  return trx
    .selectFrom('outcomes')
    .select(['id', 'decisionMakerId'])
    .where('id', '=', id)
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirst()
}
