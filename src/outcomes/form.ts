import type { OutcomeSaid } from '../database/tables.js'
import { addMonths, isDayBetween } from '../petitions/days.js'
import { type Faults, length, line, paragraphs, readId } from '../web/form.js'
import type { ReportedPromise } from './say.js'
import { SAID } from './standing.js'

export const LONGEST_PROMISE = 300
export const LONGEST_SOURCE = 500
export const LONGEST_NOTE = 1_000
const YEARS = 30

export interface PromiseForm {
  maker: string
  promise: string
  promisedOn: string
  dueOn: string
  source: string
}

export function readPromise(
  body: unknown,
  today: string,
): { values: PromiseForm; promise: ReportedPromise; faults: Faults } {
  const values = {
    maker: line(body, 'maker'),
    promise: line(body, 'promise'),
    promisedOn: line(body, 'promised_on'),
    dueOn: line(body, 'due_on'),
    source: line(body, 'source'),
  }
  const faults: Faults = {}
  const earliest = addMonths(today, -12 * YEARS)
  if (!/^\d{1,15}$/.test(values.maker)) faults.maker = { key: 'outcomes.form.maker.missing' }
  if (values.promise === '') faults.promise = { key: 'outcomes.form.promise.missing' }
  else checkLength(faults, 'promise', values.promise, LONGEST_PROMISE)
  if (!isDayBetween(values.promisedOn, earliest, today))
    faults.promised_on = { key: 'outcomes.form.promisedOn.wrong' }
  const first = faults.promised_on ? earliest : values.promisedOn
  if (!isDayBetween(values.dueOn, first, addMonths(today, 12 * YEARS)))
    faults.due_on = { key: 'outcomes.form.dueOn.wrong' }
  if (values.source === '') faults.source = { key: 'outcomes.form.source.missing' }
  else checkLength(faults, 'source', values.source, LONGEST_SOURCE)
  const { maker, ...words } = values
  return { values, promise: { ...words, decisionMakerId: Number(maker) || 0 }, faults }
}

export interface AnswerForm {
  /** Which promise it is about. */
  outcome: number
  said: string
  note: string
}

export function readSaid(body: unknown): {
  values: AnswerForm
  answer: { said: OutcomeSaid; note: string } | undefined
  faults: Faults
} {
  const values = {
    outcome: readId(line(body, 'outcome')) ?? 0,
    said: line(body, 'said'),
    note: paragraphs(body, 'note'),
  }
  const said = SAID.find((one) => one === values.said)
  const faults: Faults = {}
  if (!said) faults.said = { key: 'outcomes.form.said.missing' }
  if (values.note === '') faults.note = { key: 'outcomes.form.note.missing' }
  else checkLength(faults, 'note', values.note, LONGEST_NOTE)
  const isRight = said && Object.keys(faults).length === 0
  return { values, answer: isRight ? { said, note: values.note } : undefined, faults }
}

export function readDispute(body: unknown): {
  outcome: number
  answer: number | undefined
  note: string
  faults: Faults
} {
  const note = paragraphs(body, 'reason')
  const faults: Faults = {}
  if (note === '') faults.reason = { key: 'outcomes.form.dispute.missing' }
  else checkLength(faults, 'reason', note, LONGEST_NOTE)
  return { outcome: readId(line(body, 'outcome')) ?? 0, answer: readId(line(body, 'answer')), note, faults }
}

function checkLength(faults: Faults, field: string, value: string, most: number): void {
  if (length(value) > most) faults[field] = { key: 'replies.form.tooLong', params: { most } }
}
