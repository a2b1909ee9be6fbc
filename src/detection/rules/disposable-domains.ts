import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import { type EachRule, shareOf } from './rule.js'

/**
 * Addresses of services that give anybody a mailbox for ten minutes. Some people use them to be left in peace: one in
 * two hundred does, so one in fifty is many.
 */
export const DISPOSABLE_DOMAINS: EachRule = {
  name: 'disposable-domains',
  isSuspect: (found, all) => found.recent >= 10 && shareOf(found.recent, all.recent) >= 0.02,
}

let known: Set<string> | undefined

/** Whether a domain, or one that it belongs to, is in the maintained list of the package. */
export function isDisposableDomain(domain: string): boolean {
  // Read once: the package would build it anew for every question.
  known ??= disposableEmailBlocklistSet()
  const labels = domain.toLowerCase().split('.')
  return labels.some((_, index) => index < labels.length - 1 && known!.has(labels.slice(index).join('.')))
}
