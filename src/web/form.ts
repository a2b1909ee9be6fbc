/** Reads posted fields: cleans what is harmless, names what must be mended, and loses nothing that was typed. */

import type { MessageKey, MessageParams } from '../i18n/translate.js'

/** What is wrong with a field, as a sentence of the catalogue. */
export interface Fault {
  key: MessageKey
  params?: MessageParams
}

export type Faults = Record<string, Fault>

export type Body = Record<string, unknown>

/** The catalogue's sentences for the reader, ready for the templates. */
export function tellFaults(
  t: (key: MessageKey, params?: MessageParams) => string,
  faults: Faults,
): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([field, { key, params }]) => [field, t(key, params)]))
}

// Controls (but for line breaks and tabs), and marks that turn the direction of text and can make it read as
// something else (Unicode TR 36): nobody types them into a form.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\uffff]/g

/** A posted value as text: a repeated field counts once, and what nobody can see is taken out. */
export function text(body: unknown, field: string): string {
  const value = (body as Body | null | undefined)?.[field]
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'string') return ''
  return first.toWellFormed().normalize('NFC').replace(UNSEEN, '').trim()
}

/** The same on one line. */
export function line(body: unknown, field: string): string {
  return text(body, field).replace(/\s+/g, ' ')
}

/** Paragraphs with `\n` line ends, never more than two in a row. */
export function paragraphs(body: unknown, field: string): string {
  return text(body, field)
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

export function isTicked(body: unknown, field: string): boolean {
  const value = text(body, field)
  return value !== '' && value !== 'off' && value !== '0' && value !== 'false'
}

/** A row's id as it stands in an address or a field. Fifteen digits: more would be another number than was written. */
export function readId(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

/** Characters as a person counts them. */
export function length(value: string): number {
  return [...value].length
}

/** The digits of a whole number as people write it: 12 345, 12,345, 12.345 or 12’345. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s.,’']/gu, '')
}
