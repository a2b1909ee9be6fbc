/** A petition as lists, feeds and open data show it: one row, whoever lists it. */

import { type SqlBool, sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Locale, PetitionState } from '../database/tables.js'

export interface ListedPetition {
  id: number
  slug: string
  state: PetitionState
  locale: Locale
  title: string
  ask: string
  topic: string | null
  placeName: string | null
  country: string | null
  postcodes: string[]
  goal: number
  closesOn: string | null
  openedAt: Date | null
  closedAt: Date | null
  campaignerName: string | null
  pictureId: number | null
  confirmed: number
  makerName: string | null
  makerRole: string | null
  makerOrganisation: string | null
  isAnswered: boolean
}

/** The query every list begins with; callers say which and in what order. */
export function selectListed(db: Database) {
  return db
    .selectFrom('petitions as petition')
    .leftJoin('petitionCounts as count', 'count.petitionId', 'petition.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('decisionMakers')
          .select(['name', 'role', 'organisation'])
          .whereRef('decisionMakers.petitionId', '=', 'petition.id')
          .orderBy('decisionMakers.id')
          .limit(1)
          .as('maker'),
      (join) => join.onTrue(),
    )
    .select([
      'petition.id',
      'petition.slug',
      'petition.state',
      'petition.locale',
      'petition.title',
      'petition.ask',
      'petition.topic',
      'petition.placeName',
      'petition.country',
      'petition.postcodes',
      'petition.goal',
      'petition.closesOn',
      'petition.openedAt',
      'petition.closedAt',
      'petition.campaignerName',
      'petition.pictureId',
      'maker.name as makerName',
      'maker.role as makerRole',
      'maker.organisation as makerOrganisation',
      sql<number>`coalesce(count.confirmed, 0)`.as('confirmed'),
      isAnswered.as('isAnswered'),
    ])
}

const isAnswered = sql<SqlBool & boolean>`exists (
  select from replies where replies.petition_id = petition.id and replies.state = 'published')`
