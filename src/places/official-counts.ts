/** How many signed on the institution's own site: mirrored by hand, as this service asks no other site for anything. */

import type { Database } from '../database/connect.js'
import type { Deps } from '../deps.js'

/** As the campaigner read it there. */
export interface OfficialCount {
  signatures: number
  countedOn: string
}

const LONGEST_URL = 300

/**
 * Only the institution's own site: a link that campaigners choose freely would send signers anywhere.
 *
 * @returns undefined for any other.
 */
export function readOfficialUrl(typed: string, ownSite: string): string | undefined {
  const url = URL.canParse(typed) && typed.length <= LONGEST_URL ? new URL(typed) : undefined
  return url?.protocol === 'https:' && url.host === new URL(ownSite).host && url.username === ''
    ? url.href
    : undefined
}

/** Nothing is written over: the newest row is the one that is shown, beside the link to where it was read. */
export async function addOfficialCount(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  petitionId: number,
  { signatures, countedOn, officialUrl }: OfficialCount & { officialUrl: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('petitions').set({ officialUrl }).where('id', '=', petitionId).execute()
    await trx
      .insertInto('officialCounts')
      .values({ petitionId, signatures, countedOn, enteredAt: clock.now() })
      .execute()
  })
}

export function findOfficialCount(db: Database, petitionId: number): Promise<OfficialCount | undefined> {
  return db
    .selectFrom('officialCounts')
    .select(['signatures', 'countedOn'])
    .where('petitionId', '=', petitionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
