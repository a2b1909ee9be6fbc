/** Until when a decision may be contested, and the link by which whoever it concerns does so without an account. */

import type { Deps } from '../deps.js'
import { readSiteToken, siteTokenOf } from '../keys/links.js'

const DAY_MS = 86_400_000

/** Six months at the least, whichever months they are (EU Digital Services Act, Article 20(1)). */
export const DAYS_TO_CONTEST = 184

export function contestableUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + DAYS_TO_CONTEST * DAY_MS)
}

type Keeper = Pick<Deps, 'db' | 'keyring'>

/** The page on which a line of the log is appealed; whoever holds its address may. */
export async function appealPath({ db, keyring }: Keeper, entryId: number): Promise<string> {
  return `/appeals/${siteTokenOf(await keyring.getSiteKeys(db, 'appeals'), 'appeal', entryId)}`
}

/** @returns undefined for a token that is malformed or forged. */
export async function readAppealToken({ db, keyring }: Keeper, token: string): Promise<number | undefined> {
  return readSiteToken(await keyring.getSiteKeys(db, 'appeals'), 'appeal', token)
}
