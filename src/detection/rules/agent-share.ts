import { type GroupRule, shareOf } from './rule.js'

/** The commonest browser in its commonest version makes about a third of the visits to public sites. */
const SHARE = 0.6

/**
 * One browser, to the last digit of its version, makes most signatures of a day, and three times what it made before.
 * A petition that is passed on in one group of friends may reach half; a program that is run from one machine is all.
 */
export const AGENT_SHARE: GroupRule = {
  name: 'agent-share',
  trait: 'agent',
  least: 50,
  isSuspect: (group, all) =>
    group.recent >= 50 &&
    shareOf(group.recent, all.recent) >=
      Math.min(1, Math.max(SHARE, 3 * shareOf(group.earlier, all.earlier))),
}
