import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Petition } from '../database/tables.js'
import { listDeliveries } from '../decision-makers/deliveries.js'
import { listOutcomes } from '../outcomes/queries.js'
import { countPaper, getCount, listDecisionMakers } from '../petitions/queries.js'
import { findDestruction } from '../petitions/retention.js'
import { findOfficialCount } from '../places/official-counts.js'
import { countInCommune, listCommunes } from '../places/tallies.js'

/** Enough to hear many voices, few enough to stay a light page. */
const VOICES_SHOWN = 12
const UPDATES_SHOWN = 10

export type Story = Awaited<ReturnType<typeof readStory>>

/**
 * Everything that a petition's page tells. The number is read where it is written; what stands around it may be a
 * moment old.
 */
export async function readStory(
  { db, replica }: { db: Database; replica: Database },
  petition: Pick<
    Petition,
    'id' | 'pictureId' | 'country' | 'postcodes' | 'institutionCode' | 'institutionPostcodes' | 'officialUrl'
  >,
) {
  const { id } = petition
  const [
    count,
    makers,
    deliveries,
    replies,
    answers,
    outcomes,
    updates,
    voices,
    days,
    territories,
    milestones,
    destruction,
    picture,
    commune,
    communes,
    there,
    paper,
  ] = await Promise.all([
    getCount(db, id),
    listDecisionMakers(replica, id),
    listDeliveries(replica, id),
    listReplies(replica, id),
    listAnswers(replica, id),
    listOutcomes(replica, id),
    listUpdates(replica, id),
    listVoices(replica, id),
    listDays(replica, id),
    listTerritories(replica, id),
    listMilestones(replica, id),
    findDestruction(db, id),
    petition.pictureId === null ? undefined : findPictureFrame(replica, petition.pictureId),
    countInCommune(replica, petition),
    // What concerns the whole country is told by département; its communes would be a list.
    petition.country === 'FR' && petition.postcodes.length > 0 ? listCommunes(replica, id) : [],
    petition.officialUrl === null ? undefined : findOfficialCount(replica, id),
    countPaper(db, id),
  ])
  return {
    count,
    makers,
    deliveries,
    replies,
    answers,
    outcomes,
    updates,
    voices,
    days,
    territories,
    milestones,
    destruction,
    picture,
    commune,
    communes,
    there,
    paper,
  }
}

export function listReplies(db: Database, petitionId: number) {
  return db
    .selectFrom('replies')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'replies.decisionMakerId')
    .select([
      'replies.id',
      'replies.body',
      'replies.signedBy',
      'replies.submittedAt',
      'replies.decidedAt',
      'replies.kind',
      'replies.kindWords',
      'replies.meetsOn',
      'decisionMakers.name',
      'decisionMakers.role',
      'decisionMakers.organisation',
    ])
    .where('replies.petitionId', '=', petitionId)
    .where('replies.state', '=', 'published')
    .orderBy('replies.submittedAt', 'desc')
    .execute()
}

export function listUpdates(db: Database, petitionId: number) {
  return (
    db
      .selectFrom('updates')
      .select(['id', 'kind', 'title', 'body', 'publishedAt'])
      .where('petitionId', '=', petitionId)
      .where('kind', '=', 'news')
      // The campaigner's answers stand under the replies that they answer.
      .where('replyId', 'is', null)
      .where('removedAt', 'is', null)
      .orderBy('publishedAt', 'desc')
      .limit(UPDATES_SHOWN)
      .execute()
  )
}

/** What the campaigner answered to replies, by the reply. */
export async function listAnswers(db: Database, petitionId: number) {
  const rows = await db
    .selectFrom('updates')
    .select(['id', 'replyId', 'title', 'body', 'publishedAt'])
    .where('petitionId', '=', petitionId)
    .where('replyId', 'is not', null)
    .where('removedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.replyId!, row]))
}

/** Reasons of confirmed signers; a name stands only where its owner asked for it. */
export function listVoices(db: Database, petitionId: number) {
  return db
    .selectFrom('signatures')
    .select(['id', 'shownName', 'comment', 'reservation', 'territory'])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .where('comment', 'is not', null)
    .where('comment', '!=', '')
    .orderBy('confirmedAt', 'desc')
    .limit(VOICES_SHOWN)
    .execute()
}

/** Confirmed signatures a day, oldest first; days without any are left out. */
export function listDays(db: Database, petitionId: number) {
  return db
    .selectFrom('tallies')
    .select(['day', sql<number>`sum(confirmed)`.as('confirmed')])
    .where('petitionId', '=', petitionId)
    .groupBy('day')
    .having(sql`sum(confirmed)`, '>', 0)
    .orderBy('day')
    .execute()
}

export function listTerritories(db: Database, petitionId: number) {
  return db
    .selectFrom('tallies')
    .select(['territory', sql<number>`sum(confirmed)`.as('confirmed')])
    .where('petitionId', '=', petitionId)
    .groupBy('territory')
    .having(sql`sum(confirmed)`, '>', 0)
    .orderBy('confirmed', 'desc')
    .orderBy('territory')
    .execute()
}

export function listStrengths(db: Database, petitionId: number) {
  return db
    .selectFrom('tallies')
    .select(['strength', sql<number>`sum(confirmed)`.as('confirmed')])
    .where('petitionId', '=', petitionId)
    .groupBy('strength')
    .having(sql`sum(confirmed)`, '>', 0)
    .orderBy('strength')
    .execute()
}

function listMilestones(db: Database, petitionId: number) {
  return db
    .selectFrom('milestones')
    .select(['threshold', 'isGoal', 'reachedAt'])
    .where('petitionId', '=', petitionId)
    .orderBy('threshold')
    .execute()
}

function findPictureFrame(db: Database, id: number) {
  return db.selectFrom('pictures').select(['width', 'height', 'alt']).where('id', '=', id).executeTakeFirst()
}
