import type { Deps } from '../deps.js'

/** Writes every dossier that is due. */
export async function makeDueDossiers(_deps: Deps): Promise<void> {}
