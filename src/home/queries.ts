import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import { type ListedPetition, selectListed } from '../petitions/listing.js'

/** Two rows of three. */
const SHELF = 6

/** What needs its first fifty voices: the newest of those that can still be signed. */
export function listStarting(db: Database, today: string): Promise<ListedPetition[]> {
  return selectOpen(db, today)
    .where(sql<boolean>`coalesce(count.confirmed, 0) < least(50, petition.goal)`)
    .orderBy('petition.openedAt', 'desc')
    .orderBy('petition.id', 'desc')
    .limit(SHELF)
    .execute()
}

/** At least three quarters of the way, the nearest first. */
export function listAlmost(db: Database, today: string): Promise<ListedPetition[]> {
  return selectOpen(db, today)
    .where(sql<boolean>`count.confirmed between petition.goal * 0.75 and petition.goal - 1`)
    .where(sql<boolean>`coalesce(count.confirmed, 0) >= least(50, petition.goal)`)
    .orderBy(sql`count.confirmed::float / petition.goal`, 'desc')
    .orderBy('petition.id', 'desc')
    .limit(SHELF)
    .execute()
}

export function listWon(db: Database): Promise<ListedPetition[]> {
  return selectListed(db)
    .where('petition.state', '=', 'victory')
    .orderBy('petition.closedAt', 'desc')
    .orderBy('petition.id', 'desc')
    .limit(SHELF)
    .execute()
}

/** Answered by the person asked, the latest answer first. */
export function listAnswered(db: Database): Promise<ListedPetition[]> {
  return selectListed(db)
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('replies')
          .select(['petitionId', sql<Date>`max(decided_at)`.as('answeredAt')])
          .where('state', '=', 'published')
          .groupBy('petitionId')
          .as('answer'),
      (join) => join.onRef('answer.petitionId', '=', 'petition.id'),
    )
    .where('petition.state', 'in', ['open', 'closed'])
    .orderBy('answer.answeredAt', 'desc')
    .orderBy('petition.id', 'desc')
    .limit(SHELF)
    .execute()
}

function selectOpen(db: Database, today: string) {
  return selectListed(db)
    .where('petition.state', '=', 'open')
    .where((eb) => eb.or([eb('petition.closesOn', 'is', null), eb('petition.closesOn', '>=', today)]))
}

export interface HomeFigures {
  confirmed: number
  open: number
  won: number
  answered: number
  /** From the opening of a petition to its first published answer; null before the first. */
  medianDays: number | null
}

export async function readFigures(db: Database): Promise<HomeFigures> {
  const { rows } = await sql<HomeFigures>`
    with shown as (
      select id, state, opened_at from petitions where state in ('open', 'closed', 'victory', 'retired')
    ), answers as (
      select min(replies.submitted_at) - shown.opened_at as took
      from replies join shown on shown.id = replies.petition_id
      where replies.state = 'published' group by shown.id, shown.opened_at
    )
    select
      (select coalesce(sum(confirmed), 0) from petition_counts join shown on shown.id = petition_id)::bigint as confirmed,
      (select count(*) from shown where state = 'open') as open,
      (select count(*) from shown where state = 'victory') as won,
      (select count(*) from answers) as answered,
      (select percentile_cont(0.5) within group (order by extract(epoch from took)::float / 86400) from answers)
        as median_days`.execute(db)
  return rows[0]!
}
