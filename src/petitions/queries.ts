import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Petition } from '../database/tables.js'

export async function findPetitionBySlug(db: Database, slug: string): Promise<Petition | undefined> {
  return db.selectFrom('petitions').selectAll().where('slug', '=', slug).executeTakeFirst()
}

export async function findPetition(db: Database | Transaction, id: number): Promise<Petition | undefined> {
  return db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function getPetition(db: Database | Transaction, id: number): Promise<Petition> {
  return db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listDecisionMakers(
  db: Database | Transaction,
  petitionId: number,
): Promise<DecisionMaker[]> {
  return db
    .selectFrom('decisionMakers')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('id')
    .execute()
}

/** The public number, and the milestone that comes next. */
export async function getCount(
  db: Database | Transaction,
  petitionId: number,
): Promise<{ confirmed: number; nextMilestone: number; updatedAt: Date }> {
  const count = await db
    .selectFrom('petitionCounts')
    .select(['confirmed', 'nextMilestone', 'updatedAt'])
    .where('petitionId', '=', petitionId)
    .executeTakeFirst()
  return count ?? { confirmed: 0, nextMilestone: 10, updatedAt: new Date(0) }
}

/** Lines of paper that count, at whichever strength. They stand beside the public number and are never part of it. */
export async function countPaper(db: Database | Transaction, petitionId: number): Promise<number> {
  const count = await db
    .selectFrom('paperCounts')
    .select(['numbered', 'reversed'])
    .where('petitionId', '=', petitionId)
    .executeTakeFirst()
  return count ? count.numbered - count.reversed : 0
}
