import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { PetitionState, QuarantineActName, SignatureState } from '../database/tables.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { listLoggedPetitions, readQuarantineFigures } from '../quarantine/queries.js'
import { type ReportFigures, readReportFigures } from '../reports/figures.js'

export interface Transparency {
  petitions: { state: PetitionState; count: number }[]
  signatures: { state: SignatureState; count: number }[]
  refusals: { reason: string; count: number }[]
  hidings: { reason: string; count: number }[]
  replies: { published: number; acknowledged: number }
  /** Hours from submission to the moderator's first decision; null before the first. */
  medianHours: number | null
  reports: ReportFigures
  /** What moderators took out of numbers and gave back, in signatures that counted. */
  quarantines: { act: QuarantineActName; reason: string; count: number }[]
  /** Petitions whose public log has a line, the newest first. */
  logged: { slug: string; title: string; locale: string }[]
}

/** Everything is counted from the rows at this moment; drafts are nobody's business but their writer's. */
export async function readTransparency(db: Database): Promise<Transparency> {
  const [petitions, signatures, refusals, hidings, replies, decision, reports, quarantines, logged] =
    await Promise.all([
      db
        .selectFrom('petitions')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .where('state', '!=', 'draft')
        .groupBy('state')
        .orderBy('count', 'desc')
        .execute(),
      db
        .selectFrom('signatures')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .groupBy('state')
        .orderBy('count', 'desc')
        .execute(),
      countReasons(db, 'petition-refused'),
      countReasons(db, 'petition-hidden'),
      db
        .selectFrom('decisionMakers')
        .select((eb) => [
          eb.fn.count<number>('acknowledgedAt').as('acknowledged'),
          eb
            .selectFrom('replies')
            .select((inner) => inner.fn.countAll<number>().as('published'))
            .where('replies.state', '=', 'published')
            .as('published'),
        ])
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('petitions')
        .select(
          sql<number | null>`percentile_cont(0.5) within group (
          order by extract(epoch from coalesce(opened_at, rejected_at) - submitted_at)::float / 3600)`.as(
            'hours',
          ),
        )
        .where(sql<boolean>`coalesce(opened_at, rejected_at) >= submitted_at`)
        .executeTakeFirstOrThrow(),
      readReportFigures(db),
      readQuarantineFigures(db),
      listLoggedPetitions(db, PUBLIC_STATES),
    ])
  return {
    petitions,
    signatures,
    refusals,
    hidings,
    replies: { published: replies.published ?? 0, acknowledged: replies.acknowledged },
    medianHours: decision.hours,
    reports,
    quarantines,
    logged,
  }
}

function countReasons(db: Database, act: string): Promise<{ reason: string; count: number }[]> {
  return db
    .selectFrom('auditEntries')
    .select((eb) => [sql<string>`coalesce(reason, '')`.as('reason'), eb.fn.countAll<number>().as('count')])
    .where('act', '=', act)
    .where('undoneAt', 'is', null)
    .groupBy('reason')
    .orderBy('count', 'desc')
    .execute()
}

/** Addresses of every public petition, newest first, with the day of their last change of state. */
export function listForSitemap(db: Database, limit: number) {
  return db
    .selectFrom('petitions')
    .select(['slug', sql<Date>`coalesce(closed_at, opened_at)`.as('changedAt')])
    .where('state', 'in', [...PUBLIC_STATES])
    .orderBy('openedAt', 'desc')
    .limit(limit)
    .execute()
}
