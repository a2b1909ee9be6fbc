import type { Database } from '../database/connect.js'

/** The desk's page of what an entry of the log is about; undefined for no entry, or one about nothing with a page. */
export async function findUndonePlace(db: Database, entryId: number): Promise<string | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select(['petitionId', 'reportId', 'act'])
    .where('id', '=', entryId)
    .executeTakeFirst()
  if (!entry) return undefined
  if (entry.reportId !== null) return `/desk/reports/${entry.reportId}`
  return entry.petitionId === null ? undefined : `/desk/petitions/${entry.petitionId}`
}
