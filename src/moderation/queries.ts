/** What the desk reads. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { DecisionMaker, Locale, Petition, PetitionState, Reply } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { BULK_ACTS, type BulkAct, thingOf } from './bulk.js'
import { isTakenBy } from './locks.js'
import { DECISIONS, type Moderator } from './record.js'
import { isUndoable, undoableUntil } from './undoable.js'
import { overdueSince, URGENT_CATEGORIES, URGENT_HOURS } from './waiting.js'

/** Whoever waits longest comes first, so a page of them is enough: deciding brings the next ones up. */
const QUEUE_PAGE = 100
export const LIST_PAGE = 30
export const LOG_PAGE = 50

/** What the desk finds again: drafts belong to their campaigners, and what waits has its own queue. */
export const LISTED_STATES = ['open', 'closed', 'victory', 'retired', 'hidden', 'rejected'] as const
export type ListedState = (typeof LISTED_STATES)[number]

export function isListedState(value: string): value is ListedState {
  return (LISTED_STATES as readonly string[]).includes(value)
}

/** How many wait in each queue, and how many of them all too long. */
export interface DeskCounts {
  petitions: number
  replies: number
  reports: number
  appeals: number
  /** What the rules found. */
  alerts: number
  overdue: number
}

export async function countDesk(db: Database, now: Date): Promise<DeskCounts> {
  const { rows } = await sql<DeskCounts>`
    select
      count(*) filter (where kind = 'petition') as petitions,
      count(*) filter (where kind = 'reply') as replies,
      count(*) filter (where kind = 'report') as reports,
      count(*) filter (where kind = 'appeal') as appeals,
      count(*) filter (where kind = 'alert') as alerts,
      count(*) filter (
        where submitted_at <= case when urgent then ${overdueSince(now, URGENT_HOURS)}::timestamptz
          else ${overdueSince(now)}::timestamptz end
      ) as overdue
    from (
      select 'petition' as kind, submitted_at, false as urgent from petitions where state = 'submitted'
      union all
      select 'reply', submitted_at, false from replies where state = 'submitted'
      union all
      select 'report', coalesce(held_until, received_at), category = any(${[...URGENT_CATEGORIES]})
      from reports where state = 'received' and (held_until is null or held_until <= ${now})
      union all
      select 'appeal', received_at, false from appeals where state = 'received'
      union all
      select 'alert', raised_at, false from alerts where state = 'open'
    ) waiting`.execute(db)
  return rows[0]!
}

export interface WaitingPetition {
  id: number
  title: string
  locale: string
  placeName: string | null
  campaignerName: string | null
  topic: string | null
  submittedAt: Date
  isFirst: boolean
}

/** What a moderator looks for in a queue. */
export interface QueueFilter {
  language?: string | undefined
  topic?: string | undefined
  /** Waiting since then or longer. */
  waitingSince?: Date | undefined
  /** Taken by this account, and not let go of. */
  takenBy?: { accountId: number; now: Date } | undefined
}

export async function listWaitingPetitions(
  db: Database,
  { language, topic, waitingSince, takenBy }: QueueFilter = {},
): Promise<WaitingPetition[]> {
  let query = db
    .selectFrom('petitions')
    .select(['id', 'title', 'locale', 'placeName', 'campaignerName', 'topic', 'submittedAt', 'createdAt'])
    .select(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('petitions as earlier')
            .select('earlier.id')
            .whereRef('earlier.accountId', '=', 'petitions.accountId')
            .whereRef('earlier.id', '<', 'petitions.id')
            .where('earlier.state', 'not in', ['draft', 'submitted']),
        ),
      ).as('isFirst'),
    )
    .where('state', '=', 'submitted')
    .orderBy('submittedAt')
    .orderBy('id')
    .limit(QUEUE_PAGE)
  if (language) query = query.where('locale', '=', language as Locale)
  if (topic) query = query.where('topic', '=', topic)
  if (waitingSince) query = query.where('submittedAt', '<=', waitingSince)
  if (takenBy) query = query.where(isTakenBy('petition', 'petitions.id', takenBy))
  const rows = await query.execute()
  return rows.map(({ createdAt, submittedAt, isFirst, ...row }) => ({
    ...row,
    submittedAt: submittedAt ?? createdAt,
    isFirst: Boolean(isFirst),
  }))
}

/** What was decided about together, in the order of the ids. */
export async function listTitles(
  db: Database,
  thing: 'petition' | 'report',
  ids: number[],
): Promise<{ id: number; title: string; locale: string }[]> {
  if (ids.length === 0) return []
  if (thing === 'petition')
    return db
      .selectFrom('petitions')
      .select(['id', 'title', 'locale'])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute()
  return db
    .selectFrom('reports')
    .innerJoin('petitions', 'petitions.id', 'reports.petitionId')
    .select(['reports.id', 'petitions.title', 'petitions.locale'])
    .where('reports.id', 'in', ids)
    .orderBy('reports.id')
    .execute()
}

/** What this moderator decided about these things and can still take back; undefined when that is nothing. */
export async function listUndoable(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  act: BulkAct,
  ids: number[],
  moderator: Moderator,
): Promise<{ entryIds: number[]; until: Date } | undefined> {
  if (ids.length === 0) return undefined
  const rows = await db
    .selectFrom('auditEntries')
    .select(['id', 'act', 'at', 'undoneAt'])
    .where('act', '=', BULK_ACTS[act])
    .where(thingOf(act) === 'report' ? 'reportId' : 'petitionId', 'in', ids)
    .where('accountId', '=', moderator.id)
    .orderBy('id')
    .execute()
  const undoable = rows.filter((entry) => isUndoable(entry, clock.now()))
  const [first] = undoable
  return first && { entryIds: undoable.map(({ id }) => id), until: undoableUntil(first.at) }
}

export interface WaitingReply {
  id: number
  submittedAt: Date
  title: string
  locale: string
  name: string
  organisation: string
}

/** Language and topic are those of the petition that is answered. */
export async function listWaitingReplies(
  db: Database,
  { language, topic, waitingSince, takenBy }: QueueFilter = {},
): Promise<WaitingReply[]> {
  let query = db
    .selectFrom('replies')
    .innerJoin('petitions', 'petitions.id', 'replies.petitionId')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .select([
      'replies.id',
      'replies.submittedAt',
      'petitions.title',
      'petitions.locale',
      'decisionMakers.name',
      'decisionMakers.organisation',
    ])
    .where('replies.state', '=', 'submitted')
    .orderBy('replies.submittedAt')
    .orderBy('replies.id')
    .limit(QUEUE_PAGE)
  if (language) query = query.where('petitions.locale', '=', language as Locale)
  if (topic) query = query.where('petitions.topic', '=', topic)
  if (waitingSince) query = query.where('replies.submittedAt', '<=', waitingSince)
  if (takenBy) query = query.where(isTakenBy('reply', 'replies.id', takenBy))
  return query.execute()
}

export interface ListedPetition {
  id: number
  title: string
  locale: string
  state: PetitionState
  placeName: string | null
  campaignerName: string | null
  confirmed: number | null
}

/** The newest first, a page at a time; one more than a page tells that there is a next one. */
export async function listPetitions(
  db: Database,
  { words, state, before }: { words: string; state: ListedState | undefined; before: number | undefined },
): Promise<ListedPetition[]> {
  let query = db
    .selectFrom('petitions')
    .leftJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
    .select(['id', 'title', 'locale', 'state', 'placeName', 'campaignerName', 'confirmed'])
    .where('state', 'in', state ? [state] : [...LISTED_STATES])
    .orderBy('id', 'desc')
    .limit(LIST_PAGE + 1)
  if (before !== undefined) query = query.where('id', '<', before)
  if (words !== '') {
    // Whole words anywhere in the text, or words much like them in the title.
    query = query.where(
      sql<boolean>`(search @@ plainto_tsquery('simple', plain_text(${words}))
        or plain_text(${words}) <% search_words)`,
    )
  }
  return query.execute()
}

export interface SimilarPetition {
  id: number
  title: string
  locale: string
  state: PetitionState
  isSameTitle: boolean
  isSameCampaigner: boolean
}

/** Petitions that read much like this one, or that the same campaigner launched; the most alike first. */
export async function listSimilarPetitions(db: Database, petition: Petition): Promise<SimilarPetition[]> {
  return db
    .selectFrom('petitions')
    .select(['id', 'title', 'locale', 'state'])
    .select([
      sql<boolean>`plain_text(title) = plain_text(${petition.title})`.as('isSameTitle'),
      sql<boolean>`coalesce(account_id = ${petition.accountId}::bigint, false)`.as('isSameCampaigner'),
    ])
    .where('id', '!=', petition.id)
    .where('state', '!=', 'draft')
    .where(
      sql<boolean>`(search_words % ${petition.searchWords}::text or account_id = ${petition.accountId}::bigint)`,
    )
    .orderBy(sql`similarity(search_words, ${petition.searchWords}::text)`, 'desc')
    .orderBy('id', 'desc')
    .limit(8)
    .execute()
}

export async function findReply(db: Database, id: number): Promise<Reply | undefined> {
  return db.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function getDecisionMaker(db: Database, id: number): Promise<DecisionMaker> {
  return db.selectFrom('decisionMakers').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findPicture(
  db: Database,
  petitionId: number,
): Promise<{ webp: Buffer; alt: string } | undefined> {
  return db
    .selectFrom('petitions')
    .innerJoin('pictures', 'pictures.id', 'petitions.pictureId')
    .select(['pictures.webp', 'pictures.alt'])
    .where('petitions.id', '=', petitionId)
    .executeTakeFirst()
}

export interface LogEntry {
  id: number
  at: Date
  act: string
  reason: string | null
  law: string | null
  note: string | null
  accountId: number | null
  name: string | null
  emailSealed: Buffer | null
  petitionId: number | null
  title: string | null
  replyId: number | null
  reportId: number | null
  /** Whom of the desk it is about. */
  subjectName: string | null
  subjectSealed: Buffer | null
  appealId: number | null
  undoneAt: Date | null
}

/** The newest first; one more than a page tells that there is a next one. */
export async function listLog(
  db: Database,
  { petitionId, before }: { petitionId: number | undefined; before?: number | undefined },
): Promise<LogEntry[]> {
  let query = logEntries(db).limit(LOG_PAGE + 1)
  if (petitionId !== undefined) query = query.where('auditEntries.petitionId', '=', petitionId)
  if (before !== undefined) query = query.where('auditEntries.id', '<', before)
  return query.execute()
}

/** Who decided last, for the colleague who came second. */
export async function findLastDecision(
  db: Database,
  about: { petitionId: number; replyId?: number },
): Promise<LogEntry | undefined> {
  let query = logEntries(db)
    .where('auditEntries.petitionId', '=', about.petitionId)
    .where('auditEntries.act', 'in', [...DECISIONS])
  query =
    about.replyId === undefined
      ? query.where('auditEntries.replyId', 'is', null)
      : query.where('auditEntries.replyId', '=', about.replyId)
  return query.limit(1).executeTakeFirst()
}

function logEntries(db: Database) {
  return db
    .selectFrom('auditEntries')
    .leftJoin('accounts', 'accounts.id', 'auditEntries.accountId')
    .leftJoin('accounts as subject', 'subject.id', 'auditEntries.subjectId')
    .leftJoin('petitions', 'petitions.id', 'auditEntries.petitionId')
    .select([
      'auditEntries.id',
      'auditEntries.at',
      'auditEntries.act',
      'auditEntries.reason',
      'auditEntries.law',
      'auditEntries.note',
      'auditEntries.accountId',
      'accounts.name',
      'accounts.emailSealed',
      'auditEntries.petitionId',
      'petitions.title',
      'auditEntries.replyId',
      'auditEntries.reportId',
      'subject.name as subjectName',
      'subject.emailSealed as subjectSealed',
      'auditEntries.appealId',
      'auditEntries.undoneAt',
    ])
    .orderBy('auditEntries.id', 'desc')
}
