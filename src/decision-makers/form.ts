import type { Rhythm } from '../database/tables.js'
import { type Faults, length, line, paragraphs } from '../web/form.js'
import { RHYTHMS } from './act.js'

export const SHORTEST_REPLY = 20
export const LONGEST_REPLY = 20_000
export const LONGEST_SIGNED_BY = 160
export const LONGEST_NOTE = 500

export interface ReplyForm {
  body: string
  signedBy: string
}

export function readReply(body: unknown): { values: ReplyForm; faults: Faults } {
  const values = { body: paragraphs(body, 'body'), signedBy: line(body, 'signed_by') }
  const faults: Faults = {}
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
  return { values, faults }
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
