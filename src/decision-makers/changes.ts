/** What has changed about a petition since a moment, for who comes back to it. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'

const SHOWN = 3
/** Beyond it a number says no more than "many". */
const MOST_REASONS = 1_000

interface NewReason {
  comment: string
  isReservation: boolean
  shownName: string | null
}

export interface Changes {
  /** Of the number that was ever counted: those that left again are in it, and below. */
  signatures: number
  withdrawn: number
  setAside: number
  restored: number
  reasons: { count: number; isMore: boolean; newest: NewReason[] }
  texts: { version: number; publishedAt: Date }[]
  updates: { id: number; title: string; publishedAt: Date }[]
  isClosed: boolean
}

/** Numbers are those of the public log, which is seconds behind at the most. */
export async function findChanges(db: Database, petitionId: number, since: Date): Promise<Changes> {
  const [log, reasons, newest, texts, updates, petition] = await Promise.all([
    countInLog(db, petitionId, since),
    sql<{ count: number }>`
      select count(*)::int as count from (
        select from signatures where petition_id = ${petitionId} and state = 'confirmed' and comment is not null
          and comment <> '' and confirmed_at > ${since} limit ${MOST_REASONS + 1}) as found`.execute(db),
    db
      .selectFrom('signatures')
      .select(['comment', 'reservation', 'shownName', 'nameWithheld'])
      .where('petitionId', '=', petitionId)
      .where('state', '=', 'confirmed')
      .where('comment', 'is not', null)
      .where('comment', '<>', '')
      .where('confirmedAt', '>', since)
      .orderBy('confirmedAt', 'desc')
      .limit(SHOWN)
      .execute(),
    db
      .selectFrom('petitionTexts')
      .select(['version', 'publishedAt'])
      .where('petitionId', '=', petitionId)
      .where('publishedAt', '>', since)
      .orderBy('version')
      .execute(),
    db
      .selectFrom('updates')
      .select(['id', 'title', 'publishedAt'])
      .where('petitionId', '=', petitionId)
      .where('publishedAt', '>', since)
      .where('removedAt', 'is', null)
      .orderBy('publishedAt', 'desc')
      .execute(),
    db.selectFrom('petitions').select('closedAt').where('id', '=', petitionId).executeTakeFirst(),
  ])
  const count = reasons.rows[0]!.count
  return {
    ...log,
    reasons: {
      count: Math.min(count, MOST_REASONS),
      isMore: count > MOST_REASONS,
      newest: newest.map(({ comment, reservation, shownName, nameWithheld }) => ({
        comment: comment ?? '',
        isReservation: reservation,
        // Everybody may read it on the petition's page; it is not we who hand it to the recipient.
        shownName: nameWithheld ? null : shownName,
      })),
    },
    texts,
    updates,
    isClosed: petition?.closedAt != null && petition.closedAt > since,
  }
}

/** Where the log stands less where it stood: its heads remember, one for every minute of change. */
async function countInLog(db: Database, petitionId: number, since: Date) {
  const { rows } = await sql<Pick<Changes, 'signatures' | 'withdrawn' | 'setAside' | 'restored'>>`
    with before as (
      select size, removals_size from log_heads
      where petition_id = ${petitionId} and signed_at <= ${since} order by signed_at desc, number desc limit 1
    ), lines as (
      select kind, leaf from log_removals
      where petition_id = ${petitionId} and line >= coalesce((select removals_size from before), 0)
    )
    select
      coalesce((select size from logs where petition_id = ${petitionId}), 0)::int
        - coalesce((select size from before), 0)::int as signatures,
      (select count(*) from lines where kind = 'withdrawn')::int as withdrawn,
      (select count(distinct leaf) from lines where kind in ('quarantined', 'removed'))::int as "setAside",
      (select count(*) from lines where kind = 'restored')::int as restored`.execute(db)
  return rows[0]!
}

/** Whether there is anything to tell. */
export function isAnythingNew({ reasons, texts, updates, isClosed, ...numbers }: Changes): boolean {
  return (
    isClosed ||
    reasons.count + texts.length + updates.length > 0 ||
    Object.values(numbers).some((number) => number !== 0)
  )
}
