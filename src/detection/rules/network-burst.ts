import { type GroupRule, isUsualCrowd, usualSize } from './rule.js'

/**
 * Many signatures from one connection within a day. A household is five, an office or a library in which a petition
 * is talked about some fifteen; a school's or a telephone company's shared address may be more, which is why ten times
 * the petition's other networks is asked for as well, and why a person decides.
 */
export const NETWORK_BURST: GroupRule = {
  name: 'network-burst',
  trait: 'network',
  least: 20,
  isSuspect: (group, all) =>
    group.recent >= 20 && group.recent >= 10 * usualSize(group, all) && !isUsualCrowd(group, all),
}
