/** What the desk knows of an address that reports, from what was decided about its reports. */

import type { Report, ReporterSuspension } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { findSuspension } from './suspensions.js'
import { countReportsOf, countUnfounded, fingerprintReporter, type Unfounded } from './unfounded.js'

export interface Standing extends Unfounded {
  /** All of its reports that are still known; counted only where a suspension is to be weighed. */
  reports: number | undefined
  suspension: ReporterSuspension | undefined
}

/** @returns undefined for who gave no address, or once it was erased. */
export async function readStanding(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  keys: Keys,
  report: Pick<Report, 'number' | 'contactSealed'>,
): Promise<Standing | undefined> {
  const reporter = fingerprintReporter(keys, report)
  if (!reporter) return undefined
  const now = clock.now()
  const unfounded = await countUnfounded(db, reporter, now)
  return {
    ...unfounded,
    reports: unfounded.isEnough ? await countReportsOf(db, keys, reporter) : undefined,
    suspension: await findSuspension(db, reporter, now),
  }
}
