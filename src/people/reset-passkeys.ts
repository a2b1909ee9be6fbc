/** Letting somebody in again who has lost every passkey of theirs. */

import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { recordAct } from '../moderation/record.js'
import { resetPasskeys } from '../passkeys/remove.js'
import { administer, type Refused } from './administer.js'

/** One's own are removed where a passkey has to be shown for it. */
export async function resetPasskeysOf(
  { db, clock, jobs }: Pick<Deps, 'db' | 'clock' | 'jobs'>,
  by: Account,
  person: Account,
): Promise<'reset' | 'own' | Refused> {
  if (by.id === person.id) return 'own'
  const outcome = await administer(db, by, async (trx) => {
    await resetPasskeys(trx, person)
    await recordAct(trx, { act: 'passkeys-reset', moderator: by, subjectId: person.id, at: clock.now() })
    return 'reset' as const
  })
  jobs.wakeLater('confirmation-mails')
  return outcome
}
