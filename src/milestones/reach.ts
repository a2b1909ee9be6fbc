import type { Deps } from '../deps.js'

/** Finds milestones that were reached. */
export async function reachMilestones(_deps: Deps): Promise<void> {}
