/** What a moderator posts on the desk's own pages. */

import { isLimitReason, type LimitReason } from '../accounts/limits.js'
import {
  type HidingReason,
  isHidingReason,
  isRefusalReason,
  type RefusalReason,
} from '../petitions/moderation-reasons.js'
import { type Faults, line } from '../web/form.js'
import { isReplyGround, type ReplyGround } from './grounds.js'
import { LIMIT_DAYS } from './limit-account.js'
import { addNoteFault, type Read, readRestriction, readTyped, type Typed } from './read-restriction.js'

/** Once its minutes of undo are over a refusal is for an appeal to change, so it asks whether the moderator is sure. */
export function readRefusal(body: unknown): Read<RefusalReason> {
  return readRestriction(body, isRefusalReason, { isSure: true })
}

export function readHiding(body: unknown): Read<HidingReason> {
  return readRestriction(body, isHidingReason)
}

export function readReplyRefusal(body: unknown): Read<ReplyGround> {
  return readRestriction(body, isReplyGround)
}

/** Barring a campaigner from launching: how long, beside the reason and the sentence. */
export function readLimit(body: unknown): {
  typed: Typed & { days: string }
  faults: Faults
  values?: { reason: LimitReason; note: string; days: number }
} {
  const typed = { ...readTyped(body), days: line(body, 'days') }
  const { reason, note } = typed
  const days = LIMIT_DAYS.find((one) => String(one) === typed.days)
  const faults: Faults = {}
  if (!isLimitReason(reason)) faults.reason = { key: 'moderation.fault.reason' }
  if (days === undefined) faults.days = { key: 'moderation.fault.days' }
  addNoteFault(faults, note)
  if (!isLimitReason(reason) || days === undefined || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { reason, note, days } }
}
