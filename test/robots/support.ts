/** What the tests of robots share: attacks, and browsers that do the arithmetic. */

import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Deps } from '../../src/deps.js'
import { networkSurgeOf, surgeOf } from '../../src/robots/watch.js'
import { openSite } from '../../src/web/site.js'

/** Another process has seen many requests that nobody confirms. */
export async function attack(deps: Deps, petitionId: number): Promise<void> {
  const other = openSite(deps)
  const surge = surgeOf(other, petitionId)
  await other.levels.pourAndHear(surge, `petition ${petitionId}`, surge.high * 1.2)
  await other.levels.close()
}

/** Another process has seen many requests from a wide network. */
export async function attackNetwork(deps: Deps, wideNetwork: string): Promise<void> {
  const other = openSite(deps)
  const surge = networkSurgeOf(other)
  await other.levels.pourAndHear(surge, `network ${wideNetwork}`, surge.high * 1.2)
  await other.levels.close()
}

/** What proof.js posts. */
export async function prove(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

export function markIn(html: string): string {
  return /name="opened" value="([^"]+)"/.exec(html)![1]!
}
