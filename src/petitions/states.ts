/** A petition's life: which moves exist and who may make them. Anything else is refused. */

import type { Database, Transaction } from '../database/connect.js'
import type { Petition, PetitionState } from '../database/tables.js'

export type Mover = 'campaigner' | 'moderator' | 'service'

interface Move {
  from: PetitionState
  to: PetitionState
  by: readonly Mover[]
}

export const MOVES: readonly Move[] = [
  { from: 'draft', to: 'submitted', by: ['campaigner'] },
  { from: 'submitted', to: 'open', by: ['moderator'] },
  { from: 'submitted', to: 'rejected', by: ['moderator'] },
  // A decision taken back, or a refusal reversed on appeal.
  { from: 'open', to: 'submitted', by: ['moderator'] },
  { from: 'rejected', to: 'submitted', by: ['moderator'] },
  { from: 'rejected', to: 'open', by: ['moderator'] },
  { from: 'open', to: 'closed', by: ['campaigner', 'service'] },
  { from: 'open', to: 'victory', by: ['campaigner'] },
  { from: 'open', to: 'retired', by: ['campaigner'] },
  { from: 'closed', to: 'victory', by: ['campaigner'] },
  { from: 'closed', to: 'retired', by: ['campaigner'] },
  { from: 'open', to: 'hidden', by: ['moderator'] },
  { from: 'closed', to: 'hidden', by: ['moderator'] },
  { from: 'victory', to: 'hidden', by: ['moderator'] },
  { from: 'retired', to: 'hidden', by: ['moderator'] },
  { from: 'hidden', to: 'open', by: ['moderator'] },
  { from: 'hidden', to: 'closed', by: ['moderator'] },
  { from: 'hidden', to: 'victory', by: ['moderator'] },
  { from: 'hidden', to: 'retired', by: ['moderator'] },
]

/** Listed, searched and shown to everyone. */
export const PUBLIC_STATES: readonly PetitionState[] = ['open', 'closed', 'victory', 'retired']

export function mayMove(from: PetitionState, to: PetitionState, by: Mover): boolean {
  return MOVES.some((move) => move.from === from && move.to === to && move.by.includes(by))
}

/**
 * Moves a petition and writes what goes with the move, in one statement that also decides races: of two people who
 * decide at once, one moves it and the other gets `undefined`, as does who asks for a move that does not exist.
 */
export async function movePetition(
  db: Database | Transaction,
  petition: Pick<Petition, 'id' | 'state'>,
  move: {
    to: PetitionState
    by: Mover
    at: Date
    with?: Partial<Omit<Petition, 'id' | 'state' | 'search' | 'searchWords'>>
  },
): Promise<Petition | undefined> {
  if (!mayMove(petition.state, move.to, move.by)) return undefined
  return db
    .updateTable('petitions')
    .set({ ...move.with, ...momentOf(petition.state, move.to, move.at), state: move.to })
    .where('id', '=', petition.id)
    .where('state', '=', petition.state)
    .returningAll()
    .executeTakeFirst()
}

function momentOf(from: PetitionState, to: PetitionState, at: Date) {
  const unexplained = { moderationReason: null, moderationNote: null }
  if (from === 'hidden') return { hiddenAt: null, hiddenFrom: null, ...unexplained }
  if (from === 'rejected')
    return { rejectedAt: null, ...unexplained, ...(to === 'open' ? { openedAt: at } : {}) }
  switch (to) {
    case 'submitted':
      // One that was opened by mistake goes on waiting since it was submitted.
      return from === 'open' ? { openedAt: null } : { submittedAt: at }
    case 'open':
      return { openedAt: at }
    case 'rejected':
      return { rejectedAt: at }
    case 'hidden':
      return { hiddenAt: at, hiddenFrom: from }
    case 'closed':
    case 'victory':
    case 'retired':
      // A petition that closed and is then won keeps the day on which signing ended.
      return from === 'open' ? { closedAt: at } : {}
    case 'draft':
      return {}
  }
}
