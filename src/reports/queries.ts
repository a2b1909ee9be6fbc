import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { AuditEntry, Petition, Report, ReportKind } from '../database/tables.js'
import { isTakenBy } from '../moderation/locks.js'
import { OVERDUE_HOURS, overdueSince, URGENT_CATEGORIES, URGENT_HOURS } from '../moderation/waiting.js'

/** A page is enough: deciding brings the next ones up. */
const QUEUE_PAGE = 100

/** What is reported, as everyone can read it now. */
export type Subject =
  | { kind: 'petition' }
  | { kind: 'reason'; id: number; comment: string; shownName: string | null }
  | { kind: 'update'; id: number; title: string; body: string }
  | { kind: 'picture'; id: number; alt: string }

/** @returns undefined for what does not stand on the petition's page, or not any more. */
export async function findSubject(
  db: Database,
  { id: petitionId }: Pick<Petition, 'id'>,
  asked: { kind: ReportKind; id?: number | null | undefined },
): Promise<Subject | undefined> {
  if (asked.kind === 'petition') return { kind: 'petition' }
  if (asked.id === undefined || asked.id === null) return undefined
  if (asked.kind === 'reason') {
    const signature = await db
      .selectFrom('signatures')
      .select(['comment', 'shownName'])
      .where('petitionId', '=', petitionId)
      .where('id', '=', asked.id)
      .where('state', '=', 'confirmed')
      .executeTakeFirst()
    if (!signature?.comment) return undefined
    return { kind: 'reason', id: asked.id, comment: signature.comment, shownName: signature.shownName }
  }
  if (asked.kind === 'picture') {
    const picture = await db
      .selectFrom('petitions')
      .innerJoin('pictures', 'pictures.id', 'petitions.pictureId')
      .select(['pictures.id', 'pictures.alt'])
      .where('petitions.id', '=', petitionId)
      .where('pictures.id', '=', asked.id)
      .executeTakeFirst()
    return picture && { kind: 'picture', ...picture }
  }
  const update = await db
    .selectFrom('updates')
    .select(['id', 'title', 'body'])
    .where('petitionId', '=', petitionId)
    .where('id', '=', asked.id)
    .where('kind', '=', 'news')
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return update && { kind: 'update', ...update }
}

export async function findEntry(db: Database, id: number): Promise<AuditEntry | undefined> {
  return db.selectFrom('auditEntries').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findReport(db: Database, id: number): Promise<Report | undefined> {
  return db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findReportByNumber(
  db: Database,
  petition: Pick<Petition, 'id'>,
  number: string,
): Promise<Report | undefined> {
  return db
    .selectFrom('reports')
    .selectAll()
    .where('number', '=', number)
    .where('petitionId', '=', petition.id)
    .executeTakeFirst()
}

export async function listReportsByIds(db: Database, ids: number[]): Promise<Report[]> {
  if (ids.length === 0) return []
  return db.selectFrom('reports').selectAll().where('id', 'in', ids).execute()
}

export interface WaitingReport {
  id: number
  kind: ReportKind
  category: string
  receivedAt: Date
  heldUntil: Date | null
  title: string
  locale: string
}

/** What a moderator looks for in the queue. */
export interface ReportFilter {
  kind?: ReportKind | undefined
  category?: string | undefined
  /** Those alone that are overdue now. */
  overdueAt?: Date | undefined
  /** Taken by this account, and not let go of. */
  takenBy?: { accountId: number; now: Date } | undefined
  /** Those alone that are held back by a suspension, instead of all others. */
  isHeld?: boolean
}

/** What is said to be against the law is overdue sooner, so it comes up sooner. */
const URGENT = sql<boolean>`reports.category = any(${[...URGENT_CATEGORIES]})`

/** What a suspension held back waits since it came up. */
const WAITS_SINCE = sql<Date>`coalesce(reports.held_until, reports.received_at)`

function isHeldAt(now: Date) {
  return sql<boolean>`coalesce(reports.held_until > ${now}, false)`
}

function isOverdue(now: Date) {
  return sql<boolean>`${WAITS_SINCE} <= case when ${URGENT}
    then ${overdueSince(now, URGENT_HOURS)}::timestamptz else ${overdueSince(now)}::timestamptz end`
}

/** In the order in which they are, or will be, overdue. */
export async function listWaitingReports(
  db: Database,
  now: Date,
  { kind, category, overdueAt, takenBy, isHeld = false }: ReportFilter = {},
): Promise<WaitingReport[]> {
  let query = db
    .selectFrom('reports')
    .innerJoin('petitions', 'petitions.id', 'reports.petitionId')
    .select(['reports.id', 'reports.kind', 'reports.category', 'reports.receivedAt', 'reports.heldUntil'])
    .select(['petitions.title', 'petitions.locale'])
    .where('reports.state', '=', 'received')
    .where(isHeld ? isHeldAt(now) : sql<boolean>`not ${isHeldAt(now)}`)
    .orderBy(
      sql`${WAITS_SINCE} + make_interval(hours => case when ${URGENT} then ${sql.lit(URGENT_HOURS)} else ${sql.lit(OVERDUE_HOURS)} end)`,
    )
    .orderBy('reports.id')
    .limit(QUEUE_PAGE)
  if (kind) query = query.where('reports.kind', '=', kind)
  if (category) query = query.where('reports.category', '=', category)
  if (overdueAt) query = query.where(isOverdue(overdueAt))
  if (takenBy) query = query.where(isTakenBy('report', 'reports.id', takenBy))
  return query.execute()
}

export async function countWaitingReports(
  db: Database,
  now: Date,
): Promise<{ waiting: number; overdue: number; held: number }> {
  return db
    .selectFrom('reports')
    .select(({ fn }) => [
      fn
        .countAll<number>()
        .filterWhere(sql<boolean>`not ${isHeldAt(now)}`)
        .as('waiting'),
      fn.countAll<number>().filterWhere(isOverdue(now)).as('overdue'),
      fn.countAll<number>().filterWhere(isHeldAt(now)).as('held'),
    ])
    .where('state', '=', 'received')
    .executeTakeFirstOrThrow()
}

/** Other reports about the same thing, whatever became of them. */
export async function countSameSubject(db: Database, report: Report): Promise<number> {
  const { others } = await db
    .selectFrom('reports')
    .select(({ fn }) => fn.countAll<number>().as('others'))
    .where('petitionId', '=', report.petitionId)
    .where('kind', '=', report.kind)
    .where('signatureId', 'is not distinct from', report.signatureId)
    .where('updateId', 'is not distinct from', report.updateId)
    .where('pictureId', 'is not distinct from', report.pictureId)
    .where('id', '!=', report.id)
    .executeTakeFirstOrThrow()
  return others
}
