import type { DecisionMaker, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { readToken } from '../keys/links.js'
import { findPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { findDecisionMaker } from './queries.js'

export interface PrivateReader {
  maker: DecisionMaker
  petition: Petition
  /** `/dossiers/<token>`: where every form of the page leads. */
  place: string
}

/** Whose private page a token opens; `hidden` while the petition is, undefined for a token that opens nothing. */
export async function findPrivateReader(
  deps: Deps,
  token: string,
): Promise<PrivateReader | { hidden: Petition } | undefined> {
  const link = await readToken(deps, 'decision-maker', token)
  if (!link) return undefined
  const maker = await findDecisionMaker(deps.db, { petitionId: link.petitionId, id: link.subjectId })
  const petition = maker && (await findPetition(deps.db, maker.petitionId))
  if (petition?.state === 'hidden') return { hidden: petition }
  if (!petition || !PUBLIC_STATES.includes(petition.state)) return undefined
  return { maker, petition, place: `/dossiers/${token}` }
}
