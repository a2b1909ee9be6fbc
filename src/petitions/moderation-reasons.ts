/** Why a moderator refuses or hides a petition; `petitions.moderation_reason` holds the code. */

import type { MessageKey } from '../i18n/translate.js'

/** In the order in which a moderator is offered them: the most frequent first. */
export const REFUSAL_REASONS = [
  'not-addressed',
  'duplicate',
  'incomprehensible',
  'out-of-scope',
  'personal-data',
  'defamation',
  'hate',
  'illegal',
  'commercial',
  'too-late',
] as const

/** A text that was found good enough to be published is hidden for what it does, not for how it is written. */
export const HIDING_REASONS = [
  'personal-data',
  'defamation',
  'hate',
  'illegal',
  'legal-order',
  'impersonation',
  'duplicate',
  'commercial',
] as const

export type RefusalReason = (typeof REFUSAL_REASONS)[number]
export type HidingReason = (typeof HIDING_REASONS)[number]

type Reason = RefusalReason | HidingReason

export function isRefusalReason(code: string): code is RefusalReason {
  return (REFUSAL_REASONS as readonly string[]).includes(code)
}

export function isHidingReason(code: string): code is HidingReason {
  return (HIDING_REASONS as readonly string[]).includes(code)
}

/** The reason as a sentence for everyone to read; a code that is no longer used is shown as it was written. */
export function reasonLabel(t: (key: MessageKey) => string, code: string): string {
  return isRefusalReason(code) || isHidingReason(code)
    ? t(`moderation.reason.${code satisfies Reason}`)
    : code
}
