import type { Database } from '../database/connect.js'
import type { LogHead, SampleAnswer, SampleCheck } from '../database/tables.js'

export type ListedCheck = SampleCheck & { head: LogHead }

/** All of a petition, newest first; there are a few a year. */
export async function listSampleChecks(db: Database, petitionId: number): Promise<ListedCheck[]> {
  const checks = await db
    .selectFrom('sampleChecks')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('number', 'desc')
    .execute()
  if (checks.length === 0) return []
  const heads = await db
    .selectFrom('logHeads')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where(
      'number',
      'in',
      checks.map(({ headNumber }) => headNumber),
    )
    .execute()
  const byNumber = new Map(heads.map((head) => [head.number, head]))
  return checks.map((check) => ({ ...check, head: byNumber.get(check.headNumber)! }))
}

export interface AskedPerson {
  signatureId: number
  answer: SampleAnswer | null
  endsAt: Date
}

/** @returns undefined once the check is over, or the person has left it. */
export async function findAsked(
  db: Database,
  { petitionId, id, now }: { petitionId: number; id: number; now: Date },
): Promise<AskedPerson | undefined> {
  const row = await db
    .selectFrom('sampleCheckPeople')
    .innerJoin('sampleChecks', 'sampleChecks.id', 'sampleCheckPeople.sampleCheckId')
    .select(['signatureId', 'answer', 'endsAt'])
    .where('sampleCheckPeople.petitionId', '=', petitionId)
    .where('sampleCheckPeople.id', '=', id)
    .where('endsAt', '>', now)
    .executeTakeFirst()
  return row && { ...row, endsAt: row.endsAt! }
}

/** The last answer counts. @returns false once the check is over, or the person has left it. */
export async function recordAnswer(
  db: Database,
  { petitionId, id, now, answer }: { petitionId: number; id: number; now: Date; answer: SampleAnswer },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sampleCheckPeople')
    .set({ answer })
    .where('petitionId', '=', petitionId)
    .where('id', '=', id)
    .where((on) =>
      on.exists(
        on
          .selectFrom('sampleChecks')
          .select('sampleChecks.id')
          .whereRef('sampleChecks.id', '=', 'sampleCheckPeople.sampleCheckId')
          .where('endsAt', '>', now),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
