import type { Deps } from '../deps.js'

/** A day: whoever follows an old link still reads that it is over, which the page says either way. */
const KEEP_USED_LINKS_MS = 86_400_000

/** Removes links and sessions past their time. */
export async function removeExpiredLinksAndSessions({ db, clock }: Deps): Promise<void> {
  const now = clock.now()
  await db
    .deleteFrom('signInLinks')
    .where('expiresAt', '<', new Date(now.getTime() - KEEP_USED_LINKS_MS))
    .execute()
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute()
}
