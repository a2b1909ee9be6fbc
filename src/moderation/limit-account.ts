/** Barring an account from launching petitions for a stated time: a restriction like any other, with its reasons. */

import { findLimit, type LimitReason, liftLimit } from '../accounts/limits.js'
import type { Account } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { type Moderator, recordAct } from './record.js'
import { toldAt } from './tell-later.js'
import { needsWarning, wentOnAfterWarning } from './warning.js'

const DAY_MS = 86_400_000

/** How long, in days: the shortest that is felt first. */
export const LIMIT_DAYS = [7, 30, 90, 365] as const

/**
 * Bars an account from submitting petitions until a day, and tells its owner why. What it has launched stays. On the
 * ground that they published what is plainly unlawful, only whoever went on after a warning.
 *
 * Of two moderators who do it at once, one does: an account has one limit at a time.
 */
export async function limitAccount(
  deps: Pick<Deps, 'db' | 'jobs' | 'clock' | 'config'>,
  account: Pick<Account, 'id'>,
  moderator: Moderator,
  {
    reason,
    note,
    days,
    petitionId,
  }: {
    reason: LimitReason
    note: string
    days: number
    /** The petition from whose page it was decided. */
    petitionId: number
  },
): Promise<'limited' | 'already-limited' | 'not-warned'> {
  const at = deps.clock.now()
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const { locale } = await trx
      .selectFrom('accounts')
      .select('locale')
      .where('id', '=', account.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (await findLimit(trx, account.id, at)) return 'already-limited'
    if (needsWarning(reason) && !(await wentOnAfterWarning(trx, account))) return 'not-warned'
    const { id: limitId } = await trx
      .insertInto('accountLimits')
      .values({
        accountId: account.id,
        reason,
        note,
        fromAt: at,
        untilAt: new Date(at.getTime() + days * DAY_MS),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const entry = await recordAct(trx, {
      act: 'account-limited',
      moderator,
      petitionId,
      limitId,
      reason,
      note,
      at,
    })
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: 'account-limited',
        accountId: account.id,
        params: { limit: limitId, entry },
        locale,
        dueAt: toldAt(deps),
      },
    ])
    return 'limited'
  })
  if (outcome === 'limited') deps.jobs.wakeLater('milestone-mails')
  return outcome
}

/** Ends a limit before its day, and tells its owner. Of two who do it at once, or of one and an appeal, one does. */
export async function liftAccountLimit(
  deps: Pick<Deps, 'db' | 'jobs' | 'clock' | 'config'>,
  account: Pick<Account, 'id'>,
  moderator: Moderator,
  { petitionId }: { petitionId: number },
): Promise<'lifted' | 'not-limited'> {
  const at = deps.clock.now()
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const limit = await findLimit(trx, account.id, at)
    if (!limit || !(await liftLimit(trx, limit.id, at))) return 'not-limited'
    const { id: limitId } = limit
    await recordAct(trx, { act: 'limit-lifted', moderator, petitionId, limitId, at })
    const { locale } = await trx
      .selectFrom('accounts')
      .select('locale')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: 'limit-lifted',
        accountId: account.id,
        params: { limit: limitId },
        locale,
        dueAt: toldAt(deps),
      },
    ])
    return 'lifted'
  })
  if (outcome === 'lifted') deps.jobs.wakeLater('milestone-mails')
  return outcome
}
