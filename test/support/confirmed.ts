/** Confirmed signatures as rows, for tests that begin where signing ends. */

import { randomBytes } from 'node:crypto'
import type { Petition } from '../../src/database/tables.js'
import { dayOf } from '../../src/petitions/days.js'
import { isInside, territoryOf } from '../../src/petitions/places.js'
import { sealSigner } from '../../src/signatures/signer.js'
import type { TestSite } from './site.js'

export interface Confirmed {
  name: string
  postcode?: string
  country?: string
  comment?: string
  shownName?: string
  confirmedAt?: Date
}

/** Adds them with their numbers, to the tallies and to the public number. */
export async function addConfirmed(
  { db, deps }: TestSite,
  petition: Petition,
  signers: Confirmed[],
): Promise<void> {
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const { numbered } = await db
    .selectFrom('petitionCounts')
    .select('numbered')
    .where('petitionId', '=', petition.id)
    .executeTakeFirstOrThrow()
  const rows = signers.map((signer, index) => {
    const { name, country = 'FR', postcode = '69007', comment, shownName, confirmedAt } = signer
    const inside = isInside(petition, { country, postcode })
    return {
      petitionId: petition.id,
      state: 'confirmed' as const,
      emailFingerprint: randomBytes(16),
      sealed: sealSigner(keys, petition.id, { name, email: `signer${index}@example.org` }),
      textVersion: 1,
      locale: 'fr' as const,
      country,
      postcode,
      territory: territoryOf(country, postcode),
      inside,
      strength: inside ? 2 : 1,
      comment: comment ?? null,
      shownName: shownName ?? null,
      number: numbered + index + 1,
      confirmedAt: confirmedAt ?? deps.clock.now(),
    }
  })
  for (let start = 0; start < rows.length; start += 1_000)
    await db
      .insertInto('signatures')
      .values(rows.slice(start, start + 1_000))
      .execute()
  const tallies = new Map<string, number>()
  for (const row of rows) {
    const key = [dayOf(row.confirmedAt, deps.config.timeZone), row.territory, row.strength].join(' ')
    tallies.set(key, (tallies.get(key) ?? 0) + 1)
  }
  for (const [key, confirmed] of tallies) {
    const [day = '', territory = '', strength] = key.split(' ')
    await db
      .insertInto('tallies')
      .values({
        petitionId: petition.id,
        textVersion: 1,
        day,
        territory,
        strength: Number(strength),
        confirmed,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['petitionId', 'day', 'territory', 'strength', 'textVersion'])
          .doUpdateSet(({ eb }) => ({ confirmed: eb('tallies.confirmed', '+', confirmed) })),
      )
      .execute()
  }
  await db
    .updateTable('petitionCounts')
    .set(({ eb }) => ({
      confirmed: eb('confirmed', '+', rows.length),
      numbered: eb('numbered', '+', rows.length),
    }))
    .where('petitionId', '=', petition.id)
    .execute()
}

export async function reachMilestone(
  { db }: TestSite,
  petition: Pick<Petition, 'id'>,
  threshold: number,
): Promise<void> {
  await db.insertInto('milestones').values({ petitionId: petition.id, threshold }).execute()
}
