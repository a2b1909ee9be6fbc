import type { Deps } from '../deps.js'

/** Turns each due mailing into mails. */
export async function walkDueMailings(_deps: Deps): Promise<void> {}
