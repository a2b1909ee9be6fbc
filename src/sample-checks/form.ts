import type { SampleAnswer } from '../database/tables.js'
import { addDays, dayOf } from '../petitions/days.js'
import { type Faults, length, line } from '../web/form.js'
import type { Commitment } from './commit.js'
import { FEWEST, LATEST_VALUE_DAYS, LONGEST_ANNOUNCED, LONGEST_SOURCE, LONGEST_VALUE } from './rules.js'

/** As typed. */
export interface CommitmentForm {
  people: string
  announced: string
  valueOn: string
}

export function readCommitment(
  body: unknown,
  { most, now, timeZone }: { most: number; now: Date; timeZone: string },
): { values: CommitmentForm; faults: Faults; commitment: Commitment } {
  const values = {
    people: line(body, 'people'),
    announced: line(body, 'announced'),
    valueOn: line(body, 'value_on'),
  }
  const faults: Faults = {}
  const wanted = /^\d{1,4}$/.test(values.people) ? Number(values.people) : 0
  if (wanted < FEWEST || wanted > most)
    faults.people = { key: 'sample-checks.fault.people', params: { least: FEWEST, most } }
  if (length(values.announced) < 10) faults.announced = { key: 'sample-checks.fault.announced' }
  else if (length(values.announced) > LONGEST_ANNOUNCED)
    faults.announced = { key: 'sample-checks.fault.tooLong', params: { most: LONGEST_ANNOUNCED } }
  const today = dayOf(now, timeZone)
  if (!isDay(values.valueOn) || values.valueOn <= today || values.valueOn > addDays(today, LATEST_VALUE_DAYS))
    faults.value_on = { key: 'sample-checks.fault.valueOn', params: { most: LATEST_VALUE_DAYS } }
  return { values, faults, commitment: { wanted, announced: values.announced, valueOn: values.valueOn } }
}

export interface ValueForm {
  value: string
  source: string
}

export function readValue(body: unknown): { values: ValueForm; faults: Faults } {
  const values = { value: line(body, 'value'), source: line(body, 'source') }
  const faults: Faults = {}
  if (values.value === '') faults.value = { key: 'sample-checks.fault.value' }
  else if (length(values.value) > LONGEST_VALUE)
    faults.value = { key: 'sample-checks.fault.tooLong', params: { most: LONGEST_VALUE } }
  if (length(values.source) < 4) faults.source = { key: 'sample-checks.fault.source' }
  else if (length(values.source) > LONGEST_SOURCE)
    faults.source = { key: 'sample-checks.fault.tooLong', params: { most: LONGEST_SOURCE } }
  return { values, faults }
}

/** @returns undefined for anything that the page did not offer. */
export function readAnswer(body: unknown): SampleAnswer | undefined {
  const answer = line(body, 'answer')
  return answer === 'yes' || answer === 'no' ? answer : undefined
}

/** A day that exists. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const moment = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)
}
