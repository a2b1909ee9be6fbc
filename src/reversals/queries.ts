import type { Database } from '../database/connect.js'
import { BULK_ACTS, type BulkAct, thingOf } from '../moderation/bulk.js'

/** The desk's page of what an entry of the log is about; undefined for no entry, or one about nothing with a page. */
export async function findUndonePlace(db: Database, entryId: number): Promise<string | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select(['petitionId', 'reportId', 'replyId'])
    .where('id', '=', entryId)
    .executeTakeFirst()
  if (!entry) return undefined
  if (entry.replyId !== null) return `/desk/replies/${entry.replyId}`
  if (entry.reportId !== null) return `/desk/reports/${entry.reportId}`
  return entry.petitionId === null ? undefined : `/desk/petitions/${entry.petitionId}`
}

/** Lines of the log of one kind of act, with the id of what each is about. */
export async function listSubjects(
  db: Database,
  act: BulkAct,
  entryIds: number[],
): Promise<{ id: number; of: number }[]> {
  if (entryIds.length === 0) return []
  const rows = await db
    .selectFrom('auditEntries')
    .select(['id', 'petitionId', 'reportId'])
    .where('id', 'in', entryIds)
    .where('act', '=', BULK_ACTS[act])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, petitionId, reportId }) => {
    const of = thingOf(act) === 'report' ? reportId : petitionId
    return of === null ? [] : [{ id, of }]
  })
}
