import type { Rhythm } from '../database/tables.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMonths, isDayBetween } from '../petitions/days.js'
import { REPLY_KINDS } from '../petitions/reply-kinds.js'
import { type Faults, length, line, paragraphs } from '../web/form.js'
import { RHYTHMS } from './act.js'
import type { NewReply } from './reply.js'

export const SHORTEST_REPLY = 20
export const LONGEST_REPLY = 20_000
export const LONGEST_SIGNED_BY = 160
export const LONGEST_NOTE = 500

export const LONGEST_KIND_WORDS = 300
export const LONGEST_PROMISE = 300
/** A promise for later than a generation is none, and a slip of the hand. */
const LATEST_YEARS = 30

/** What was typed, as it is shown again. */
export interface ReplyForm {
  kind: string
  body: string
  signedBy: string
  competent: string
  meetsOn: string
  meetsWhere: string
  promise: string
  promisedFor: string
}

export const EMPTY_REPLY: ReplyForm = {
  kind: '',
  body: '',
  signedBy: '',
  competent: '',
  meetsOn: '',
  meetsWhere: '',
  promise: '',
  promisedFor: '',
}

/** What the kind does not ask for is left out of `written`, and shown again in `values`. */
export function readReply(
  body: unknown,
  { today }: { today: string },
): { values: ReplyForm; written: NewReply; faults: Faults } {
  const values: ReplyForm = {
    kind: line(body, 'kind'),
    body: paragraphs(body, 'body'),
    signedBy: line(body, 'signed_by'),
    competent: line(body, 'competent'),
    meetsOn: line(body, 'meets_on'),
    meetsWhere: line(body, 'meets_where'),
    promise: line(body, 'promise'),
    promisedFor: line(body, 'promised_for'),
  }
  const kind = REPLY_KINDS.find((one) => one === values.kind)
  const faults: Faults = {}
  if (!kind) faults.kind = { key: 'replies.form.kind.missing' }
  if (length(values.body) < SHORTEST_REPLY)
    faults.body = { key: 'decision-makers.reply.tooShort', params: { least: SHORTEST_REPLY } }
  else if (length(values.body) > LONGEST_REPLY)
    faults.body = {
      key: 'decision-makers.reply.tooLong',
      params: { most: LONGEST_REPLY, over: length(values.body) - LONGEST_REPLY },
    }
  if (length(values.signedBy) < 2) faults.signed_by = { key: 'decision-makers.reply.unsigned' }
  else if (length(values.signedBy) > LONGEST_SIGNED_BY)
    faults.signed_by = { key: 'decision-makers.reply.signedTooLong', params: { most: LONGEST_SIGNED_BY } }
  if (kind === 'not-competent') {
    if (values.competent === '') faults.competent = { key: 'replies.form.competent.missing' }
    else checkLength(faults, 'competent', values.competent, LONGEST_KIND_WORDS)
  }
  if (kind === 'meet') {
    if (!isDayBetween(values.meetsOn, today, latestFrom(today)))
      faults.meets_on = { key: 'replies.form.meetsOn.wrong' }
    if (values.meetsWhere === '') faults.meets_where = { key: 'replies.form.meetsWhere.missing' }
    else checkLength(faults, 'meets_where', values.meetsWhere, LONGEST_KIND_WORDS)
  }
  const promises = values.promise !== '' || values.promisedFor !== ''
  if (promises && values.promise === '') faults.promise = { key: 'replies.form.promise.missing' }
  checkLength(faults, 'promise', values.promise, LONGEST_PROMISE)
  if (promises && !isDayBetween(values.promisedFor, today, latestFrom(today)))
    faults.promised_for = { key: 'replies.form.promisedFor.wrong' }
  const kindWords = { 'not-competent': values.competent, meet: values.meetsWhere }[values.kind] ?? ''
  const written: NewReply = {
    body: values.body,
    signedBy: values.signedBy,
    kind: kind ?? null,
    kindWords,
    meetsOn: kind === 'meet' ? values.meetsOn : null,
    promise: promises ? values.promise : null,
    promisedFor: promises ? values.promisedFor : null,
  }
  return { values, written, faults }
}

function checkLength(faults: Faults, field: string, value: string, most: number): void {
  if (length(value) > most) faults[field] = { key: 'replies.form.tooLong', params: { most } }
}

function latestFrom(today: string): string {
  return addMonths(today, LATEST_YEARS * 12)
}

/** @returns undefined for anything that the page did not offer. */
export function readRhythm(body: unknown): Rhythm | undefined {
  const wish = line(body, 'rhythm')
  return RHYTHMS.find((rhythm) => rhythm === wish)
}

export function readNote(body: unknown): { note: string; faults: Faults } {
  const note = paragraphs(body, 'note')
  const faults: Faults = {}
  if (length(note) > LONGEST_NOTE)
    faults.note = { key: 'decision-makers.aside.noteTooLong', params: { most: LONGEST_NOTE } }
  return { note, faults }
}

export const LONGEST_NAME = 120

export function readDelegate(body: unknown): { values: { name: string; email: string }; faults: Faults } {
  const values = { name: line(body, 'name'), email: line(body, 'email') }
  const faults: Faults = {}
  if (length(values.name) < 2 || length(values.name) > LONGEST_NAME)
    faults.name = { key: 'delegates.wrong.name', params: { most: LONGEST_NAME } }
  if (!readAddress(values.email)) faults.email = { key: 'delegates.wrong.email' }
  return { values, faults }
}
