import { type GroupRule, isUsualCrowd, usualSize } from './rule.js'

/**
 * Many addresses of one mail domain within a day. The large providers are not counted, as no fingerprint is kept of
 * them; thirty colleagues who sign on one day are many, and one domain with as many mailboxes as one likes costs ten
 * euros.
 */
export const DOMAIN_BURST: GroupRule = {
  name: 'domain-burst',
  trait: 'domain',
  least: 30,
  isSuspect: (group, all) =>
    group.recent >= 30 && group.recent >= 10 * usualSize(group, all) && !isUsualCrowd(group, all),
}
