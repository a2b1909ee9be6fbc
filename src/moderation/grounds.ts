/** On what ground something is restricted, and how that is told. */

import { limitLabel } from '../accounts/limits.js'
import type { MessageKey } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'

/** For removing a reason, an update or a picture; all of them are reasons for hiding a petition too. */
export const GROUNDS = [
  'personal-data',
  'defamation',
  'hate',
  'illegal',
  'legal-order',
  'commercial',
] as const
export type Ground = (typeof GROUNDS)[number]

/** For refusing a decision-maker's reply: it is not theirs, it says nothing, or what it says must not stand. */
export const REPLY_GROUNDS = ['impersonation', 'incomprehensible', ...GROUNDS] as const
export type ReplyGround = (typeof REPLY_GROUNDS)[number]

export function isGround(code: string): code is Ground {
  return (GROUNDS as readonly string[]).includes(code)
}

export function isReplyGround(code: string): code is ReplyGround {
  return (REPLY_GROUNDS as readonly string[]).includes(code)
}

/**
 * Where nothing but a law, or an order, can be the ground, it is named: that something is illegal is for nobody to
 * contest who is not told by which law (EU Digital Services Act, Article 17(3)(d)).
 */
export function needsLaw(reason: string): boolean {
  return reason === 'illegal' || reason === 'legal-order'
}

/** The ground of an act in the reader's words; one that is no longer used is shown as it was written. */
export function groundOf(t: (key: MessageKey) => string, act: string, reason: string): string {
  if (act === 'account-limited') return limitLabel(t, reason)
  if (act.startsWith('rule-')) return t(`detection.rule.${reason}` as MessageKey)
  return isReplyGround(reason) && !act.startsWith('petition-')
    ? t(`moderation.ground.${reason}`)
    : reasonLabel(t, reason)
}
