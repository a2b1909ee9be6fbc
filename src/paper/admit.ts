/** Who reads which petition's sheets: its campaigner, signed in, or somebody with a link. */

import type { PaperKeyer, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { readToken } from '../keys/links.js'
import { findPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { findKeyer } from './keyers.js'

export interface PaperReader {
  petition: Petition
  keys: Keys
  /** The address below which their pages are. */
  place: string
  isCampaigner: boolean
  /** Undefined for a campaigner who has read none yet. */
  keyerId: number | undefined
}

/** @returns undefined for a link that leads nowhere (any more), or to a petition that is not public. */
export async function findInvited(
  deps: Deps,
  token: string,
): Promise<(PaperReader & { keyer: PaperKeyer }) | undefined> {
  const read = await readToken(deps, 'paper', token)
  if (!read) return undefined
  const { petitionId, subjectId, keys } = read
  const [keyer, petition] = await Promise.all([
    findKeyer(deps.db, petitionId, subjectId),
    findPetition(deps.db, petitionId),
  ])
  if (!keyer || !petition || !PUBLIC_STATES.includes(petition.state)) return undefined
  return { petition, keys, place: `/paper/${token}`, isCampaigner: false, keyerId: keyer.id, keyer }
}

export async function findCampaignerKeyer(
  { db }: Pick<Deps, 'db'>,
  petitionId: number,
): Promise<number | undefined> {
  const keyer = await db
    .selectFrom('paperKeyers')
    .select('id')
    .where('petitionId', '=', petitionId)
    .where('isCampaigner', '=', true)
    .executeTakeFirst()
  return keyer?.id
}
