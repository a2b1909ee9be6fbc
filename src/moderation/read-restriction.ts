/** What a moderator posts to restrict something: a ground from a list, the law where one is the ground, and the facts. */

import { type Faults, isTicked, length, line, paragraphs } from '../web/form.js'
import { needsLaw } from './grounds.js'

/** Enough for "No: see above" to be too little, and short enough to be read. */
export const NOTE_LENGTH = { least: 20, most: 1_000 }
/** An article and its act, or the court, the date and the number of an order. */
export const LONGEST_LAW = 200

/** As it was typed, to be shown again. */
export interface Typed {
  reason: string
  law: string
  note: string
  sure: boolean
}

export const BLANK: Typed = { reason: '', law: '', note: '', sure: false }

/** Why something is restricted. */
export interface Why<Reason> {
  reason: Reason
  /** Empty, or left out, where the rules of the site alone are the ground. */
  law?: string | undefined
  /** The facts, for whom it concerns. */
  note: string
}

export interface Read<Reason> {
  typed: Typed
  faults: Faults
  values?: Why<Reason>
}

/** @param isSure asks for the box that says so as well. */
export function readRestriction<Reason extends string>(
  body: unknown,
  isReason: (code: string) => code is Reason,
  { isSure = false }: { isSure?: boolean } = {},
): Read<Reason> {
  const typed = readTyped(body)
  const { reason, law, note } = typed
  const faults: Faults = {}
  if (!isReason(reason)) faults.reason = { key: 'moderation.fault.reason' }
  if (length(law) > LONGEST_LAW) faults.law = { key: 'moderation.fault.long', params: { most: LONGEST_LAW } }
  else if (law === '' && needsLaw(reason)) faults.law = { key: 'moderation.fault.law' }
  addNoteFault(faults, note)
  if (isSure && !typed.sure) faults.sure = { key: 'moderation.fault.sure' }
  if (!isReason(reason) || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { reason, law, note } }
}

/** A sentence alone: why something stays as it is. */
export function readSentence(body: unknown): { typed: Typed; faults: Faults } {
  const typed = readTyped(body)
  const faults: Faults = {}
  addNoteFault(faults, typed.note)
  return { typed, faults }
}

export function readTyped(body: unknown): Typed {
  return {
    reason: line(body, 'reason'),
    law: line(body, 'law'),
    note: paragraphs(body, 'note'),
    sure: isTicked(body, 'sure'),
  }
}

export function addNoteFault(faults: Faults, note: string): void {
  if (length(note) < NOTE_LENGTH.least)
    faults.note = { key: 'moderation.fault.note', params: { least: NOTE_LENGTH.least } }
  else if (length(note) > NOTE_LENGTH.most)
    faults.note = { key: 'moderation.fault.long', params: { most: NOTE_LENGTH.most } }
}
