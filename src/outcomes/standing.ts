/** How a promise stands, and how that is known. */

import type { OutcomeParty, OutcomeSaid } from '../database/tables.js'
import type { Outcome, OutcomeAnswer } from './queries.js'

export const SAID: readonly OutcomeSaid[] = ['kept', 'partly', 'not-kept', 'under-way']

/** `no-word`: its day is over, and nobody has said what became of it. */
export const STANDINGS = ['open', 'kept', 'partly', 'not-kept', 'no-word'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Stands {
  standing: Standing
  /** Who said so last; undefined while nobody did. */
  by: OutcomeParty | undefined
  on: Date | undefined
}

/** The last answer that no moderator disputes; "under way" is open, whatever the day. */
export function standingOf(outcome: Pick<Outcome, 'dueOn' | 'answers'>, today: string): Stands {
  const last = outcome.answers.findLast(isUndisputed)
  if (!last) return { standing: outcome.dueOn < today ? 'no-word' : 'open', by: undefined, on: undefined }
  return { standing: last.said === 'under-way' ? 'open' : last.said, by: last.saidBy, on: last.saidAt }
}

function isUndisputed({ disputedAt }: OutcomeAnswer): boolean {
  return disputedAt === null
}

/** A line of the register as `views/outcomes/line.eta` shows it. */
export type ShownOutcome = Outcome & { stands: Stands }

export function showOutcomes(outcomes: Outcome[], today: string): ShownOutcome[] {
  return outcomes.map((outcome) => ({ ...outcome, stands: standingOf(outcome, today) }))
}
