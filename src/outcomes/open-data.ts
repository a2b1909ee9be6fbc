/** The register for programs. */

import type { Config } from '../config.js'
import { dayOf } from '../petitions/days.js'
import type { Outcome } from './queries.js'
import { standingOf } from './standing.js'

export function toOpenOutcome(config: Config, outcome: Outcome, today: string) {
  const day = (moment: Date) => dayOf(moment, config.timeZone)
  const { name, role, organisation } = outcome
  return {
    id: outcome.id,
    petition: outcome.slug,
    promise: outcome.promise,
    by: { name, role, organisation },
    promised_on: outcome.promisedOn,
    due_on: outcome.dueOn,
    state: standingOf(outcome, today).standing,
    added_by: outcome.addedBy,
    source: outcome.source || null,
    disputed: outcome.disputedNote,
    answers: outcome.answers.map(({ saidBy, said, note, saidAt, disputedNote }) => ({
      by: saidBy,
      state: said,
      note,
      on: day(saidAt),
      disputed: disputedNote,
    })),
    url: `${config.publicUrl}/petitions/${outcome.slug}#outcome-${outcome.id}`,
  }
}
