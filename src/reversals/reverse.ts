/** Undoes what a moderator's act did, whether they take it back themselves or a colleague reverses it on appeal. */

import { liftLimit } from '../accounts/limits.js'
import type { Transaction } from '../database/connect.js'
import type { AuditEntry, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { isPastLastDay, unhide } from '../moderation/decide-petition.js'
import { publishWithin, reopenReply } from '../moderation/decide-reply.js'
import { addDays, dayOf, daysBetween } from '../petitions/days.js'
import { freezeText } from '../petitions/publish.js'
import { movePetition } from '../petitions/states.js'
import { reopenReports } from '../reports/close.js'
import { reverseReports } from '../reports/reversed.js'
import { liftSuspension } from '../reports/suspensions.js'
import { putBack } from '../reports/take-away.js'

type Reversing = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>

/** `moved-on`: things have gone their way since, and nothing is left to undo. `signed`: it was signed already. */
export type Reversed = 'done' | 'moved-on' | 'signed'

/**
 * Does the contrary of an act, in the transaction that records why. The caller holds the petition's row.
 *
 * What was refused waits again when that is taken back; when it is reversed on appeal, the petition opens, or the
 * reply is published.
 */
export async function reverse(
  deps: Reversing,
  trx: Transaction,
  entry: AuditEntry,
  petition: Petition | undefined,
  how: 'undo' | 'appeal',
): Promise<Reversed> {
  const at = deps.clock.now()
  const told = (isDone: boolean): Reversed => (isDone ? 'done' : 'moved-on')
  switch (entry.act) {
    case 'petition-published':
      return petition ? withdrawPublication(trx, petition, at) : 'moved-on'
    case 'petition-refused':
      if (petition?.state !== 'rejected') return 'moved-on'
      return told(
        how === 'appeal'
          ? await openRefused(deps, trx, petition, at)
          : (await movePetition(trx, petition, { to: 'submitted', by: 'moderator', at })) !== undefined,
      )
    case 'petition-hidden':
      if (!petition || petition.hiddenAt?.getTime() !== entry.at.getTime()) return 'moved-on'
      if (!(await unhide(trx, petition, at))) return 'moved-on'
      await (how === 'undo' ? reopenReports(trx, entry.id) : reverseReports(trx, entry.id, at))
      return 'done'
    case 'reason-removed':
    case 'update-removed':
    case 'picture-removed':
      if (!(await putBack(deps, trx, entry))) return 'moved-on'
      await (how === 'undo' ? reopenReports(trx, entry.id) : reverseReports(trx, entry.id, at))
      return 'done'
    case 'report-kept':
      await reopenReports(trx, entry.id)
      return 'done'
    case 'reply-refused': {
      if (entry.replyId === null || entry.petitionId === null) return 'moved-on'
      const reply = { id: entry.replyId, petitionId: entry.petitionId }
      if (how === 'undo') return told(await reopenReply(trx, reply))
      const { timeZone } = deps.config
      return told((await publishWithin(trx, reply, { from: 'refused', at, timeZone })) === 'published')
    }
    case 'reporter-suspended':
      return told(await liftSuspension(trx, entry.id, at))
    case 'account-limited':
      return told(entry.limitId !== null && (await liftLimit(trx, entry.limitId, at)))
    default:
      return 'moved-on'
  }
}

/**
 * Its row is held for update: who signs at this moment either is there already, or waits until it is not open any
 * more.
 */
async function withdrawPublication(trx: Transaction, petition: Petition, at: Date): Promise<Reversed> {
  if (petition.state !== 'open') return 'moved-on'
  const signature = await trx
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petition.id)
    .limit(1)
    .executeTakeFirst()
  if (signature) return 'signed'
  if (!(await movePetition(trx, petition, { to: 'submitted', by: 'moderator', at }))) return 'moved-on'
  await trx.deleteFrom('petitionTexts').where('petitionId', '=', petition.id).execute()
  return 'done'
}

/** The days that it lost by the refusal are given back when its last day went by meanwhile. */
async function openRefused(
  deps: Reversing,
  trx: Transaction,
  petition: Petition,
  at: Date,
): Promise<boolean> {
  const { closesOn, rejectedAt } = petition
  const { timeZone } = deps.config
  const isPast = isPastLastDay(deps, petition) && closesOn !== null && rejectedAt !== null
  const left = isPast ? Math.max(1, daysBetween(dayOf(rejectedAt, timeZone), closesOn)) : 0
  const lastDay = isPast ? { closesOn: addDays(dayOf(at, timeZone), left) } : {}
  const opened = await movePetition(trx, petition, { to: 'open', by: 'moderator', at, with: lastDay })
  if (!opened) return false
  await freezeText(trx, opened, at)
  return true
}
