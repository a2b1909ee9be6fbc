import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'

/** As many as are read for the ten that the brief can show. */
const READ = 60
/** A longer reason would be a page of its own. */
const LONGEST = 400

/** The latest reasons that signers chose to show, with the name where they chose to show that too. */
export async function findReasons(
  db: Transaction,
  petitionId: number,
): Promise<{ comment: string; name: string | null }[]> {
  const found = await db
    .selectFrom('signatures')
    .select(['comment', 'shownName as name'])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .where('comment', 'is not', null)
    .where(sql<boolean>`length(comment) <= ${LONGEST}`)
    .orderBy('confirmedAt', 'desc')
    .limit(READ)
    .execute()
  return found.flatMap(({ comment, name }) => (comment ? [{ comment, name }] : []))
}
