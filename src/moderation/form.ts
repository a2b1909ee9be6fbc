/** What a moderator posts: a reason from the list, and a sentence in their own words. */

import { isLimitReason, type LimitReason } from '../accounts/limits.js'
import {
  type HidingReason,
  isHidingReason,
  isRefusalReason,
  type RefusalReason,
} from '../petitions/moderation-reasons.js'
import { type Faults, isTicked, length, line, paragraphs } from '../web/form.js'
import { LIMIT_DAYS } from './limit-account.js'

/** Enough for "No: see above" to be too little, and short enough to be read. */
export const NOTE_LENGTH = { least: 20, most: 1_000 }

/** As it was typed, to be shown again. */
export interface Typed {
  reason: string
  note: string
  sure: boolean
}

type Read<Reason> = { typed: Typed; faults: Faults; values?: { reason: Reason; note: string } }

/** A refusal has no undo, so it asks whether the moderator is sure. */
export function readRefusal(body: unknown): Read<RefusalReason> {
  const typed = read(body)
  const { reason, note } = typed
  const faults: Faults = {}
  if (!isRefusalReason(reason)) faults.reason = { key: 'moderation.fault.reason' }
  addNoteFault(faults, note)
  if (!typed.sure) faults.sure = { key: 'moderation.fault.sure' }
  if (!isRefusalReason(reason) || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { reason, note } }
}

export function readHiding(body: unknown): Read<HidingReason> {
  const typed = read(body)
  const { reason, note } = typed
  const faults: Faults = {}
  if (!isHidingReason(reason)) faults.reason = { key: 'moderation.fault.reason' }
  addNoteFault(faults, note)
  if (!isHidingReason(reason) || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { reason, note } }
}

/** A sentence alone: why a reply is refused. */
export function readSentence(body: unknown): { typed: Typed; faults: Faults } {
  const typed = read(body)
  const faults: Faults = {}
  addNoteFault(faults, typed.note)
  return { typed, faults }
}

/** Barring a campaigner from launching: how long, beside the reason and the sentence. */
export function readLimit(body: unknown): {
  typed: Typed & { days: string }
  faults: Faults
  values?: { reason: LimitReason; note: string; days: number }
} {
  const typed = { ...read(body), days: line(body, 'days') }
  const { reason, note } = typed
  const days = LIMIT_DAYS.find((one) => String(one) === typed.days)
  const faults: Faults = {}
  if (!isLimitReason(reason)) faults.reason = { key: 'moderation.fault.reason' }
  if (days === undefined) faults.days = { key: 'moderation.fault.days' }
  addNoteFault(faults, note)
  if (!isLimitReason(reason) || days === undefined || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { reason, note, days } }
}

/** A row's id as it stands in an address. */
export function readId(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function read(body: unknown): Typed {
  return { reason: line(body, 'reason'), note: paragraphs(body, 'note'), sure: isTicked(body, 'sure') }
}

function addNoteFault(faults: Faults, note: string): void {
  if (length(note) < NOTE_LENGTH.least)
    faults.note = { key: 'moderation.fault.note', params: { least: NOTE_LENGTH.least } }
  else if (length(note) > NOTE_LENGTH.most)
    faults.note = { key: 'moderation.fault.long', params: { most: NOTE_LENGTH.most } }
}
