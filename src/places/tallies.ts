/** How many counted signatures have which French postcode, and the communes that these mean. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import { communeOf } from './france.js'
import type { AskedInstitution, InCommune } from './standing.js'

/** One signature that begins to count, or stops. */
export interface Counting {
  /** French; empty for all others, which have no commune. */
  postcode: string
  change: -1 | 0 | 1
}

/**
 * Adds to the tallies what the transaction changes in the number, each postcode once.
 *
 * The communes are looked up here, by the worker: a request that signs or confirms never waits for it. A postcode is
 * looked up each time anew, so that communes which merge are told by their new name as soon as somebody signs.
 */
export async function addToCommunes(
  trx: Transaction,
  petitionId: number,
  countings: readonly Counting[],
): Promise<void> {
  const changes = new Map<string, number>()
  for (const { postcode, change } of countings)
    if (postcode !== '') changes.set(postcode, (changes.get(postcode) ?? 0) + change)
  await writeCommunes(
    trx,
    petitionId,
    [...changes].filter(([, change]) => change !== 0),
  )
}

async function writeCommunes(
  trx: Transaction,
  petitionId: number,
  changes: (readonly [postcode: string, change: number])[],
): Promise<void> {
  if (changes.length === 0) return
  const communes = changes.map(([postcode]) => communeOf(postcode))
  await sql`
    insert into commune_tallies (petition_id, postcode, commune, commune_name, confirmed)
    select ${petitionId}, * from unnest(
      ${changes.map(([postcode]) => postcode)}::text[], ${communes.map((commune) => commune?.code ?? '')}::text[],
      ${communes.map((commune) => commune?.name ?? '')}::text[], ${changes.map(([, change]) => change)}::int[])
    on conflict (petition_id, postcode) do update set
      confirmed = commune_tallies.confirmed + excluded.confirmed,
      commune = excluded.commune, commune_name = excluded.commune_name`.execute(trx)
}

/** Puts what was recounted in the place of what the tallies said. */
export async function replaceCommunes(
  trx: Transaction,
  petitionId: number,
  counted: readonly { postcode: string; confirmed: number }[],
): Promise<void> {
  await trx.deleteFrom('communeTallies').where('petitionId', '=', petitionId).execute()
  await writeCommunes(
    trx,
    petitionId,
    counted.map(({ postcode, confirmed }) => [postcode, confirmed]),
  )
}

/** A number as small as this, of a place as small as a postcode, could be told of somebody; none outlasts the signers. */
const FEWEST_KEPT = 5

/** When a petition's signers are destroyed. */
export async function forgetFewOfPlaces(trx: Transaction, petitionId: number): Promise<void> {
  await trx
    .deleteFrom('communeTallies')
    .where('petitionId', '=', petitionId)
    .where('confirmed', '<', FEWEST_KEPT)
    .execute()
}

/** Those of the commune that is asked: its own postcodes, and those that it shares with others. */
export async function countInCommune(
  db: Database,
  {
    id,
    institutionCode,
    institutionPostcodes,
  }: Pick<AskedInstitution, 'institutionCode' | 'institutionPostcodes'> & { id: number },
): Promise<InCommune> {
  if (institutionCode === null || institutionPostcodes.length === 0) return { certain: 0, perhaps: 0 }
  return db
    .selectFrom('communeTallies')
    .select([
      sql<number>`coalesce(sum(confirmed) filter (where commune = ${institutionCode}), 0)::int`.as('certain'),
      sql<number>`coalesce(sum(confirmed) filter (where commune <> ${institutionCode}), 0)::int`.as(
        'perhaps',
      ),
    ])
    .where('petitionId', '=', id)
    .where('postcode', 'in', institutionPostcodes)
    .executeTakeFirstOrThrow()
}

/** Communes that a postcode of their own tells, most signatures first. */
export function listCommunes(
  db: Database,
  petitionId: number,
): Promise<{ code: string; name: string; confirmed: number }[]> {
  return db
    .selectFrom('communeTallies')
    .select([
      'commune as code',
      sql<string>`max(commune_name)`.as('name'),
      sql<number>`sum(confirmed)::int`.as('confirmed'),
    ])
    .where('petitionId', '=', petitionId)
    .where('commune', '!=', '')
    .groupBy('commune')
    .having(sql`sum(confirmed)`, '>', 0)
    .orderBy('confirmed', 'desc')
    .orderBy('commune')
    .execute()
}
