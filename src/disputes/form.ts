import type { Dispute } from '../database/tables.js'
import { isDayBetween } from '../petitions/days.js'
import { type Faults, isTicked, length, line } from '../web/form.js'
import { DISPUTE_OUTCOMES, type Ended } from './keep.js'

export const LONGEST_LINE = 200
/** Nobody can have complained before the law was in force. */
const FIRST_DAY = '2023-08-25'

export type Typed = Record<string, string>

/** @param today the last day on which something can have happened. */
export function readDispute(
  body: unknown,
  today: string,
): { typed: Typed; faults: Faults; dispute?: Pick<Dispute, 'body' | 'about' | 'submittedOn'> } {
  const typed = {
    body: line(body, 'body'),
    about: line(body, 'about'),
    submitted_on: line(body, 'submitted_on'),
  }
  const faults: Faults = {}
  for (const field of ['body', 'about'] as const)
    if (typed[field] === '' || length(typed[field]) > LONGEST_LINE)
      faults[field] = { key: `disputes.fault.${field}`, params: { most: LONGEST_LINE } }
  if (!isDayBetween(typed.submitted_on, FIRST_DAY, today)) faults.submitted_on = { key: 'disputes.fault.day' }
  if (Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, dispute: { body: typed.body, about: typed.about, submittedOn: typed.submitted_on } }
}

export function readEnd(body: unknown, today: string): { typed: Typed; faults: Faults; ended?: Ended } {
  const typed = {
    outcome: line(body, 'outcome'),
    decided_on: line(body, 'decided_on'),
    carried_out: isTicked(body, 'carried_out') ? 'on' : '',
  }
  const faults: Faults = {}
  const outcome = DISPUTE_OUTCOMES.find((one) => one === typed.outcome)
  if (!outcome) faults.outcome = { key: 'disputes.fault.outcome' }
  if (!isDayBetween(typed.decided_on, FIRST_DAY, today)) faults.decided_on = { key: 'disputes.fault.day' }
  if (!outcome || faults.decided_on) return { typed, faults }
  return {
    typed,
    faults,
    ended: { outcome, decidedOn: typed.decided_on, carriedOut: typed.carried_out !== '' },
  }
}
