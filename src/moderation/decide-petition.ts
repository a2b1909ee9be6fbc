/** What a moderator decides about a petition. Of two who decide at once, one does and the other hears of it. */

import type { Transaction } from '../database/connect.js'
import type { Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { dayOf } from '../petitions/days.js'
import type { HidingReason, RefusalReason } from '../petitions/moderation-reasons.js'
import { freezeText } from '../petitions/publish.js'
import { findDestruction } from '../petitions/retention.js'
import { movePetition } from '../petitions/states.js'
import { tellFollowers } from '../updates/followers.js'
import type { Why } from './read-restriction.js'
import { type Act, type Moderator, recordAct } from './record.js'
import { toldAt } from './tell-later.js'

type Deciding = Pick<Deps, 'db' | 'jobs' | 'clock' | 'config'>

/**
 * Opens a submitted petition for signing: its text is frozen, and its campaigner and decision-makers will be told.
 *
 * A petition whose last day went by while it waited is not opened: it would close within the hour.
 */
export async function publishPetition(
  deps: Deciding,
  petition: Petition,
  moderator: Moderator,
): Promise<'published' | 'already-decided' | 'last-day-passed'> {
  const { db, jobs, clock } = deps
  // A hidden petition may be opened too, but only by showing it again.
  if (petition.state !== 'submitted') return 'already-decided'
  if (isPastLastDay(deps, petition)) return 'last-day-passed'
  const at = clock.now()
  const isDone = await db.transaction().execute(async (trx) => {
    const opened = await movePetition(trx, petition, { to: 'open', by: 'moderator', at })
    if (!opened) return false
    await freezeText(trx, opened, at)
    const act = { act: 'petition-published', kind: 'petition-opened', moderator, at } as const
    await recordAndTell(deps, trx, opened, act)
    await tellFollowers(trx, opened, { kind: 'others-opened', updateId: null, at: toldAt(deps) })
    return true
  })
  if (!isDone) return 'already-decided'
  jobs.wakeLater('milestone-mails')
  jobs.wakeLater('decision-maker-notices')
  jobs.wakeLater('updates')
  return 'published'
}

/** Refuses a submitted petition for good, with a reason and a sentence that its campaigner reads. */
export async function refusePetition(
  deps: Deciding,
  petition: Petition,
  moderator: Moderator,
  { reason, law, note }: Why<RefusalReason>,
): Promise<'refused' | 'already-decided'> {
  const { db, jobs, clock } = deps
  const at = clock.now()
  const isDone = await db.transaction().execute(async (trx) => {
    const why = { moderationReason: reason, moderationNote: note }
    const refused = await movePetition(trx, petition, { to: 'rejected', by: 'moderator', at, with: why })
    if (!refused) return false
    const act = {
      act: 'petition-refused',
      kind: 'petition-rejected',
      moderator,
      reason,
      law,
      note,
      at,
    } as const
    await recordAndTell(deps, trx, refused, act)
    return true
  })
  if (!isDone) return 'already-decided'
  jobs.wakeLater('milestone-mails')
  return 'refused'
}

/**
 * Takes a public petition out of sight; its signatures stay. The sentence is read by the campaigner, and by whoever
 * opens the petition's address.
 */
export async function hidePetition(
  deps: Deciding,
  petition: Pick<Petition, 'id'>,
  moderator: Moderator,
  decision: Why<HidingReason>,
): Promise<'hidden' | 'already-decided'> {
  const { db, jobs, clock } = deps
  const why = { ...decision, at: clock.now() }
  const entryId = await db
    .transaction()
    .execute((trx) => hidePetitionWithin(deps, trx, petition, moderator, why))
  if (entryId === undefined) return 'already-decided'
  jobs.wakeLater('milestone-mails')
  return 'hidden'
}

/**
 * The same as a part of a larger decision; the caller wakes 'milestone-mails' after its commit.
 *
 * @returns the entry of the log; undefined when the petition is not public any more.
 */
export async function hidePetitionWithin(
  deps: Pick<Deps, 'config' | 'clock'>,
  trx: Transaction,
  petition: Pick<Petition, 'id'>,
  moderator: Moderator,
  {
    reason,
    law,
    note,
    at,
    reportId,
  }: Why<HidingReason> & {
    at: Date
    /** The report that led to it. */
    reportId?: number
  },
): Promise<number | undefined> {
  // Read under a lock: a petition that closes at the same moment must be hidden all the same.
  const current = await lockPetition(trx, petition.id)
  const why = { moderationReason: reason, moderationNote: note }
  const hidden = await movePetition(trx, current, { to: 'hidden', by: 'moderator', at, with: why })
  if (!hidden) return undefined
  return recordAndTell(deps, trx, hidden, {
    act: 'petition-hidden',
    moderator,
    reason,
    law,
    note,
    at,
    ...(reportId === undefined ? {} : { reportId }),
  })
}

/** Undoes hiding: the petition goes back to the state it was hidden from. */
export async function showPetitionAgain(
  deps: Deciding,
  petition: Pick<Petition, 'id'>,
  moderator: Moderator,
): Promise<'shown' | 'already-decided'> {
  const { db, jobs, clock } = deps
  const at = clock.now()
  const isDone = await db.transaction().execute(async (trx) => {
    const shown = await unhide(trx, petition, at)
    if (!shown) return false
    await recordAndTell(deps, trx, shown, { act: 'petition-shown', moderator, at })
    return true
  })
  if (!isDone) return 'already-decided'
  jobs.wakeLater('milestone-mails')
  return 'shown'
}

/** The move alone: telling anyone is left to the caller. */
export async function unhide(
  trx: Transaction,
  petition: Pick<Petition, 'id'>,
  at: Date,
): Promise<Petition | undefined> {
  const current = await lockPetition(trx, petition.id)
  if (current.state !== 'hidden') return undefined
  // Its key may be gone (see petitions/retention.ts): it can be read again, and signed no more.
  const isOver = current.hiddenFrom === 'open' && (await findDestruction(trx, current.id)) !== undefined
  const to = isOver ? 'closed' : (current.hiddenFrom ?? 'closed')
  const closed = isOver ? { with: { closedAt: current.hiddenAt } } : {}
  return movePetition(trx, current, { to, by: 'moderator', at, ...closed })
}

/** Writes down what colleagues should know of a petition, or of what hangs on it; nobody else reads it. */
export async function addNote(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  about: { petitionId: number | null; replyId?: number; reportId?: number; appealId?: number },
  moderator: Moderator,
  note: string,
): Promise<void> {
  await recordAct(db, { act: 'note', moderator, ...about, note, at: clock.now() })
}

/** Whether nobody could sign any more if it opened now. */
export function isPastLastDay(
  { clock, config }: Pick<Deps, 'clock' | 'config'>,
  { closesOn }: Pick<Petition, 'closesOn'>,
): boolean {
  return closesOn !== null && closesOn < dayOf(clock.now(), config.timeZone)
}

/** Whoever decides about a petition, or about what stands on its page, holds this first. */
export async function lockPetition(trx: Transaction, id: number): Promise<Petition> {
  return trx
    .selectFrom('petitions')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** The line of the log and the mail to the campaigner; the mail's kind is the act's name unless another is given. */
async function recordAndTell(
  deps: Pick<Deps, 'config' | 'clock'>,
  trx: Transaction,
  petition: Petition,
  what: {
    act: Act
    kind?: string
    moderator: Moderator
    reason?: string
    law?: string | undefined
    note?: string
    reportId?: number
    at: Date
  },
): Promise<number> {
  const { kind = what.act, ...act } = what
  const entry = await recordAct(trx, { ...act, petitionId: petition.id })
  await tellCampaigner(trx, petition, { kind, params: { entry }, dueAt: toldAt(deps) })
  return entry
}

/** Makes a letter to a petition's campaigner due; a petition without one tells nobody. */
export async function tellCampaigner(
  trx: Transaction,
  { id: petitionId, accountId }: Pick<Petition, 'id' | 'accountId'>,
  mail: { kind: string; params: Record<string, number>; dueAt?: Date },
): Promise<void> {
  if (accountId === null) return
  const { locale } = await trx
    .selectFrom('accounts')
    .select('locale')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await addMails(trx, [{ queue: 'milestone-mails', petitionId, accountId, locale, ...mail }])
}
