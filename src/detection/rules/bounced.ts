import { type EachRule, shareOf } from './rule.js'

/**
 * Addresses whose mail came back. One to three in a hundred are typing mistakes; one in ten means that somebody made
 * them up.
 */
export const BOUNCED: EachRule = {
  name: 'bounced',
  isSuspect: (found, all) => found.recent >= 10 && shareOf(found.recent, all.recent) >= 0.1,
}
