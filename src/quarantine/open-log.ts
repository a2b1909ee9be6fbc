/**
 * The public log for programs.
 *
 * Every act has its line, however few signatures it is about: nothing is removed in silence. So that a line leads to
 * nobody, it tells the day and not the hour, a reason from a list, and the rule; not the network, the domain, the
 * country or the times by which the signatures were found.
 */

import type { Config } from '../config.js'
import type { Petition } from '../database/tables.js'
import { dayOf } from '../petitions/days.js'
import type { PublicAct } from './queries.js'

export function toOpenLog(
  { publicUrl, timeZone }: Config,
  { slug }: Pick<Petition, 'slug'>,
  acts: PublicAct[],
) {
  const self = `${publicUrl}/petitions/${slug}/transparency.json`
  return {
    data: acts.map(({ act, counted, uncounted, reason, rule, decidedAt, isUnderWay }) => ({
      date: dayOf(decidedAt, timeZone),
      act,
      signatures: counted,
      unconfirmed: uncounted,
      reason,
      rule,
      under_way: isUnderWay,
    })),
    links: { self, petition: `${publicUrl}/petitions/${slug}` },
  }
}
