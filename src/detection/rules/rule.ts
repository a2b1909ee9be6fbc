/** What a rule is given and what it answers. Rules compute; reading and writing is `look.ts`'s. */

/** What the recent signatures of a petition have in common, as fingerprints of that petition. */
export type Trait = 'network' | 'wide-network' | 'domain' | 'agent' | 'name' | 'stem'

/** Signatures that share a trait. */
export interface Group {
  /** Signed within the last day. */
  recent: number
  /** Before. */
  earlier: number
}

/** The petition's own measure for such a group: all its signatures that have the trait at all. */
export interface Measure extends Group {
  /** How many different groups the recent ones fall into. */
  groups: number
}

/** Looks at signatures that share a trait. */
export interface GroupRule {
  name: string
  trait: Trait
  /** Fewer than that are never looked at. */
  least: number
  isSuspect(group: Group, all: Measure): boolean
}

/** Looks at each signature alone, and is suspicious when too many of a petition's are found wanting. */
export interface EachRule {
  name: string
  isSuspect(found: Group, all: Group): boolean
}

/** How large the other groups are on average; never less than one. */
export function usualSize(group: Group, all: Measure): number {
  return Math.max(1, (all.recent - group.recent) / Math.max(1, all.groups - 1))
}

/** As a share of what there is. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** So many earlier signatures tell what is usual for a petition; fewer tell nothing. */
const ENOUGH_TO_COMPARE = 100

/**
 * Whether the group held a like share of the petition's signatures all along: the town hall's staff, a school, the
 * association whose petition it is. What was always so is no burst.
 */
export function isUsualCrowd(group: Group, all: Measure): boolean {
  if (all.earlier < ENOUGH_TO_COMPARE) return false
  return shareOf(group.recent, all.recent) < 2 * shareOf(group.earlier, all.earlier)
}
