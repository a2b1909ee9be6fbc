import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Petition, Reply, Update } from '../database/tables.js'
import { addDays } from '../petitions/days.js'

/** A campaigner's petitions, the one they touched last first. */
export async function listOwnPetitions(db: Database, accountId: number) {
  return db
    .selectFrom('petitions')
    .leftJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .select(({ exists, selectFrom, fn, lit }) => [
      'petitions.id',
      'petitions.slug',
      'petitions.title',
      'petitions.locale',
      'petitions.state',
      'petitions.goal',
      'petitions.closesOn',
      'petitions.submittedAt',
      'petitions.closingStatement',
      fn.coalesce('petitionCounts.confirmed', lit(0)).as('confirmed'),
      exists(
        selectFrom('replies')
          .whereRef('replies.petitionId', '=', 'petitions.id')
          .where('replies.state', '=', 'published')
          .select('replies.id'),
      ).as('isAnswered'),
    ])
    .where('petitions.accountId', '=', accountId)
    .orderBy('petitions.editedAt', 'desc')
    .orderBy('petitions.id', 'desc')
    .execute()
}

export type OwnPetition = Awaited<ReturnType<typeof listOwnPetitions>>[number]

/** Only its campaigner finds it: for anybody else it does not exist. */
export async function findOwnPetition(
  db: Database,
  accountId: number,
  slug: string,
): Promise<Petition | undefined> {
  return db
    .selectFrom('petitions')
    .selectAll()
    .where('slug', '=', slug)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
}

export interface Figures {
  today: number
  lastSevenDays: number
  /** Email confirmed and postcode inside the territory, or stronger. */
  inside: number
}

export async function readFigures(db: Database, petitionId: number, today: string): Promise<Figures> {
  const row = await db
    .selectFrom('tallies')
    .select([
      sql<number>`coalesce(sum(confirmed) filter (where day = ${today}), 0)::int`.as('today'),
      sql<number>`coalesce(sum(confirmed) filter (where day > ${addDays(today, -7)}), 0)::int`.as(
        'lastSevenDays',
      ),
      sql<number>`coalesce(sum(confirmed) filter (where strength >= 2), 0)::int`.as('inside'),
    ])
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return row
}

export async function listMilestones(db: Database, petitionId: number) {
  return db
    .selectFrom('milestones')
    .select(['threshold', 'isGoal', 'reachedAt'])
    .where('petitionId', '=', petitionId)
    .orderBy('threshold', 'desc')
    .execute()
}

/** The answers of a petition's decision-makers, whether a moderator has checked them yet or not. */
export async function listReplies(db: Database, petitionId: number): Promise<Reply[]> {
  return db.selectFrom('replies').selectAll().where('petitionId', '=', petitionId).orderBy('id').execute()
}

/** The campaigner's own answers to replies, also one that was taken away. */
export async function listAnswers(db: Database, petitionId: number): Promise<Update[]> {
  return db
    .selectFrom('updates')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('replyId', 'is not', null)
    .execute()
}

/** Whose reply it is; only of this petition. */
export async function findAnswered(
  db: Database,
  petitionId: number,
  replyId: number,
): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('replies')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .select('decisionMakers.name')
    .where('replies.id', '=', replyId)
    .where('replies.petitionId', '=', petitionId)
    .executeTakeFirst()
}
