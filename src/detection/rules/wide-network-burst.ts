import { type GroupRule, isUsualCrowd, usualSize } from './rule.js'

/**
 * Many signatures from neighbouring connections within a day: a rented block of addresses, each used a few times. A
 * telephone company or a university puts thousands of honest people behind such a block, so more are asked for than
 * of one connection.
 */
export const WIDE_NETWORK_BURST: GroupRule = {
  name: 'wide-network-burst',
  trait: 'wide-network',
  least: 50,
  isSuspect: (group, all) =>
    group.recent >= 50 && group.recent >= 10 * usualSize(group, all) && !isUsualCrowd(group, all),
}
