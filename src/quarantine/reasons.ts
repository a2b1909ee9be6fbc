/** Why, in words that stand in public: chosen from a list, so that nobody writes a name into the log. */

import type { QuarantineActName } from '../database/tables.js'

export const REASONS = {
  'set-aside': ['one-source', 'automated', 'invented', 'unreachable', 'other-doubt'],
  removed: ['one-source', 'automated', 'invented', 'unreachable', 'not-theirs'],
  restored: ['checked', 'objection', 'mistake'],
} as const satisfies Record<QuarantineActName, readonly string[]>

export function isReasonFor(act: QuarantineActName, reason: string): boolean {
  return (REASONS[act] as readonly string[]).includes(reason)
}

/** What a rule's alert is most often about; the moderator may choose another. */
export function usualReason(rule: string): string {
  if (['fast-form', 'fast-confirmation', 'agent-share', 'address-sequence'].includes(rule)) return 'automated'
  if (['improbable-names', 'same-name', 'disposable-domains'].includes(rule)) return 'invented'
  return rule === 'bounced' ? 'unreachable' : 'one-source'
}
