/** What is typed about paper: orders, invitations, and the lines of a sheet. */

import type { Locale, PaperReversalReason } from '../database/tables.js'
import { LOCALES } from '../i18n/translate.js'
import { readAddress } from '../mail/canonical-address.js'
import { plainPostcode } from '../petitions/places.js'
import { findNameFault, LONGEST_NAME } from '../signatures/names.js'
import { type Faults, length, line, paragraphs } from '../web/form.js'
import { REVERSAL_REASONS } from './correct.js'
import { FIELDS, isEmpty, LINES, type Line } from './lines.js'
import { MOST_SHEETS } from './sheets.js'

const LONGEST_PLACE = 80
const LONGEST_POSTCODE = 12
export const NOTE_LENGTH = 300

const localeOf = (body: unknown, field: string): Locale | undefined =>
  LOCALES.find((one) => one === line(body, field))

export function readOrder(body: unknown) {
  const values = { count: line(body, 'count'), language: line(body, 'language') }
  const count = /^\d{1,4}$/.test(values.count) ? Number(values.count) : 0
  const locale = localeOf(body, 'language')
  const faults: Faults = {}
  if (count < 1 || count > MOST_SHEETS)
    faults.count = { key: 'paper.fault.count', params: { most: MOST_SHEETS } }
  if (!locale) faults.language = { key: 'paper.fault.language' }
  return { values, faults, order: locale && Object.keys(faults).length === 0 ? { count, locale } : undefined }
}

export function readInvitation(body: unknown) {
  const values = {
    name: line(body, 'name'),
    email: line(body, 'email'),
    mailLanguage: line(body, 'mailLanguage'),
  }
  const locale = localeOf(body, 'mailLanguage')
  const faults: Faults = {}
  if (!/\p{L}/u.test(values.name) || length(values.name) > LONGEST_NAME)
    faults.name = { key: 'paper.fault.name' }
  if (!readAddress(values.email)) faults.email = { key: 'paper.fault.email' }
  if (!locale) faults.mailLanguage = { key: 'paper.fault.language' }
  return {
    values,
    faults,
    invitation:
      locale && Object.keys(faults).length === 0
        ? { name: values.name, email: values.email, locale }
        : undefined,
  }
}

/** The fields of a line, as `name_3`. */
export function fieldName(field: string, index: number): string {
  return `${field}_${index + 1}`
}

/**
 * The lines of a sheet as they were read, the empty ones among them.
 *
 * @param days between which a signature can have been written
 */
export function readLines(
  body: unknown,
  days: { from: string; to: string },
): { lines: Line[]; faults: Faults } {
  const faults: Faults = {}
  const lines = Array.from({ length: LINES }, (_, index): Line => {
    const read = Object.fromEntries(
      FIELDS.map((field) => [field, line(body, fieldName(field, index))]),
    ) as Line
    const typed = { ...read, postcode: plainPostcode(read.postcode).toUpperCase() }
    if (isEmpty(typed)) return typed
    const row = index + 1
    const nameFault = findNameFault(typed.name)
    if (nameFault) faults[fieldName('name', index)] = { key: 'paper.fault.line.name', params: { row } }
    if (typed.locality === '' && typed.postcode === '')
      faults[fieldName('locality', index)] = { key: 'paper.fault.line.where', params: { row } }
    else if (length(typed.locality) > LONGEST_PLACE || /^[=+\-@]/.test(typed.locality))
      faults[fieldName('locality', index)] = { key: 'paper.fault.line.locality', params: { row } }
    if (
      typed.postcode !== '' &&
      (typed.postcode.length > LONGEST_POSTCODE || !/^[A-Z0-9]+$/.test(typed.postcode))
    )
      faults[fieldName('postcode', index)] = { key: 'paper.fault.line.postcode', params: { row } }
    if (
      typed.signedOn !== '' &&
      (!isDay(typed.signedOn) || typed.signedOn < days.from || typed.signedOn > days.to)
    )
      faults[fieldName('signedOn', index)] = { key: 'paper.fault.line.day', params: { row, ...days } }
    return typed
  })
  return { lines, faults }
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().slice(0, 10) === text
  )
}

export function readLineNumber(body: unknown): number {
  const typed = line(body, 'number')
  return /^\d{1,7}$/.test(typed) ? Number(typed) : 0
}

export function readReversal(body: unknown) {
  const values = { number: line(body, 'number'), reason: line(body, 'reason') }
  const reason: PaperReversalReason | undefined = REVERSAL_REASONS.find((one) => one === values.reason)
  const faults: Faults = {}
  if (readLineNumber(body) === 0) faults.number = { key: 'paper.fault.number' }
  if (!reason) faults.reason = { key: 'paper.fault.reason' }
  return { values, faults, reason: Object.keys(faults).length === 0 ? reason : undefined }
}

export function readCheck(body: unknown) {
  const values = { number: line(body, 'number'), note: paragraphs(body, 'note') }
  const faults: Faults = {}
  if (readLineNumber(body) === 0) faults.number = { key: 'paper.fault.number' }
  if (values.note === '' || length(values.note) > NOTE_LENGTH)
    faults.note = { key: 'paper.fault.note', params: { most: NOTE_LENGTH } }
  return { values, faults, isWhole: Object.keys(faults).length === 0 }
}
