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

/** The clauses of the terms, in their order: R1, R2 … A new one goes to the end, so that none changes its number. */
export const RULES = [
  'not-addressed',
  'out-of-scope',
  'incomprehensible',
  'duplicate',
  'too-late',
  'impersonation',
  'personal-data',
  'defamation',
  'hate',
  'illegal',
  'legal-order',
  'commercial',
  // For limiting an account alone: see accounts/limits.ts.
  'abuse',
] as const satisfies readonly ((typeof REFUSAL_REASONS)[number] | (typeof HIDING_REASONS)[number] | 'abuse')[]

export type RefusalReason = (typeof REFUSAL_REASONS)[number]
export type HidingReason = (typeof HIDING_REASONS)[number]

type Reason = RefusalReason | HidingReason

export function isRefusalReason(code: string): code is RefusalReason {
  return (REFUSAL_REASONS as readonly string[]).includes(code)
}

export function isHidingReason(code: string): code is HidingReason {
  return (HIDING_REASONS as readonly string[]).includes(code)
}

/** The clause of the terms that a reason stands on: its number, and where it can be read. */
export function ruleOf(code: string): { number: string; path: string } {
  const index = (RULES as readonly string[]).indexOf(code)
  return index < 0
    ? { number: '', path: '/terms#rules' }
    : { number: `R${index + 1}`, path: `/terms#${RULES[index]}` }
}

/** The reason as a sentence for everyone to read; a code that is no longer used is shown as it was written. */
export function reasonLabel(t: (key: MessageKey) => string, code: string): string {
  return isRefusalReason(code) || isHidingReason(code)
    ? t(`moderation.reason.${code satisfies Reason}`)
    : code
}
