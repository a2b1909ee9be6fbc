import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Petition } from '../database/tables.js'

export interface SimilarPetition {
  id: number
  slug: string
  title: string
  locale: Petition['locale']
  placeName: string | null
  goal: number
  confirmed: number
  makerName: string | null
  pictureId: number | null
}

/**
 * Below, words in common are chance. Measured on the titles of 895 real petitions: the words of a title found close
 * together in another petition are not enough, since a short title ("Stop it 2014") finds itself in any long one;
 * the titles as a whole must be near too.
 */
const WORDS_FROM = 0.42
const TITLES_FROM = 0.3

/** Open petitions whose words are nearly those of a title, in whatever order, the nearest first. */
export async function listSimilar(db: Database, title: string): Promise<SimilarPetition[]> {
  return db.transaction().execute(async (trx) => {
    // The operator, unlike the function, is found in the index; it reads its threshold from here.
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(WORDS_FROM)}, true)`.execute(
      trx,
    )
    return trx
      .selectFrom('petitions')
      .leftJoin('petitionCounts', 'petitionCounts.petitionId', 'petitions.id')
      .select((select) => [
        'petitions.id',
        'slug',
        'title',
        'locale',
        'placeName',
        'goal',
        'pictureId',
        sql<number>`coalesce(confirmed, 0)`.as('confirmed'),
        select
          .selectFrom('decisionMakers')
          .select('name')
          .whereRef('decisionMakers.petitionId', '=', 'petitions.id')
          .orderBy('decisionMakers.id')
          .limit(1)
          .as('makerName'),
      ])
      .where('state', '=', 'open')
      .where(sql<boolean>`plain_text(${title}) <% search_words`)
      .where(sql<boolean>`similarity(plain_text(${title}), plain_text(title)) >= ${TITLES_FROM}`)
      .orderBy(sql`word_similarity(plain_text(${title}), search_words)`, 'desc')
      .orderBy('confirmed', 'desc')
      .limit(3)
      .execute()
  })
}

/** Few enough to be chance say nothing about how long one waits. */
const DECISIONS_TO_TELL = 5

/** Half of the last month's petitions were decided within so many hours; undefined when there were too few. */
export async function usualWaitHours(db: Database, now: Date): Promise<number | undefined> {
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const row = await db
    .selectFrom('petitions')
    .select([
      sql<number>`count(*)`.as('decided'),
      sql<
        number | null
      >`extract(epoch from percentile_cont(0.5) within group (order by coalesce(opened_at, rejected_at) - submitted_at))::float8 / 3600`.as(
        'hours',
      ),
    ])
    .where('submittedAt', '>', since)
    .where(sql<boolean>`coalesce(opened_at, rejected_at) is not null`)
    .executeTakeFirstOrThrow()
  return row.decided >= DECISIONS_TO_TELL && row.hours !== null ? row.hours : undefined
}
