/** What a petition waits for, told to its campaigner in one sentence. */

import { nextStep } from '../milestones/steps.js'
import type { OwnPetition } from './queries.js'

export type Waiting =
  | { what: 'draft' | 'closing-statement' | 'rejected' | 'hidden' | 'finished' }
  | { what: 'moderation'; since: Date }
  | { what: 'next-step'; next: number; missing: number }

export function waitingFor(
  petition: Pick<OwnPetition, 'state' | 'submittedAt' | 'closingStatement' | 'confirmed' | 'goal'>,
): Waiting {
  switch (petition.state) {
    case 'draft':
    case 'rejected':
    case 'hidden':
      return { what: petition.state }
    case 'submitted':
      return { what: 'moderation', since: petition.submittedAt! }
    case 'open': {
      const next = nextStep(petition.confirmed, petition.goal)
      return { what: 'next-step', next, missing: next - petition.confirmed }
    }
    case 'closed':
      return { what: petition.closingStatement === null ? 'closing-statement' : 'finished' }
    case 'victory':
    case 'retired':
      return { what: 'finished' }
  }
}
