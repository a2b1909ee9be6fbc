import type { DecisionMaker, Delegate, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { readToken } from '../keys/links.js'
import { unsealDelegateName } from '../petitions/decision-maker.js'
import { findPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { findDelegate } from './delegates.js'
import { lifeOf } from './links.js'
import { findDecisionMaker } from './queries.js'

export interface PrivateReader {
  maker: DecisionMaker
  /** Who reads in the decision-maker's place, by a link of their own; undefined for themselves. */
  delegate: (Delegate & { name: string }) | undefined
  petition: Petition
  keys: Keys
  /** `/dossiers/<token>`: where every form of the page leads. */
  place: string
  linkNumber: number
  /** Null while the link was sent to nobody. */
  linkUntil: Date | null
}

/**
 * Who is let in; `hidden` while the petition is, `ended` when the link was theirs and works no more, `fromBrief` when it
 * is the one of their brief, which opens nothing to whoever was passed it.
 */
export type FoundReader =
  | PrivateReader
  | { hidden: Petition }
  | { ended: PrivateReader }
  | { fromBrief: PrivateReader }

/** Whose private page a token opens; undefined for a token that is nobody's. */
export async function findPrivateReader(deps: Deps, token: string): Promise<FoundReader | undefined> {
  const link =
    (await readToken(deps, 'decision-maker', token)) ??
    (await readToken(deps, 'delegate', token)) ??
    (await readToken(deps, 'brief', token))
  if (!link) return undefined
  const { keys, petitionId } = link
  const delegate = token.startsWith('g') ? await findDelegate(deps.db, link.subjectId) : undefined
  if (token.startsWith('g') && delegate?.petitionId !== petitionId) return undefined
  const maker = await findDecisionMaker(deps.db, {
    petitionId,
    id: delegate?.decisionMakerId ?? link.subjectId,
  })
  const petition = maker && (await findPetition(deps.db, petitionId))
  if (petition?.state === 'hidden') return { hidden: petition }
  if (!petition || !PUBLIC_STATES.includes(petition.state)) return undefined
  const linkUntil = lifeOf(delegate ?? maker, link.number, deps.clock.now())
  const reader = {
    maker,
    delegate: delegate && { ...delegate, name: unsealDelegateName(keys, delegate) },
    petition,
    keys,
    place: `/dossiers/${token}`,
    linkNumber: link.number,
    linkUntil: linkUntil ?? null,
  }
  if (token.startsWith('b')) return { fromBrief: reader }
  // Who stepped aside reads that they did; there is nothing else behind the link, and nobody to send another to.
  const isOver = maker.state === 'active' ? linkUntil === undefined : delegate !== undefined
  return isOver || delegate?.endedAt ? { ended: reader } : reader
}
