/**
 * The link to a private page: derived, never stored, and of a limited time. Each holder has one; another number is
 * another link.
 */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Delegate, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { tokenOf } from '../keys/links.js'
import { addMails, type NewMail } from '../mail/outbox.js'
import { recordReaderAct } from './acts.js'
import { lockDecisionMaker } from './queries.js'

const DAY_MS = 86_400_000
/** Longer than a petition and its answer take. */
export const LINK_MONTHS = 12
const LINK_MS = 365 * DAY_MS
/** A link that leaves in a mail works at least this long: within it, the mail carries the next one. */
const LEAST_MS = 90 * DAY_MS
const HOUR_MS = 3_600_000
/** Who asks has been told once that the link came, and is no nuisance for asking again after a week. */
const CAMPAIGNER_WAITS_MS = 7 * DAY_MS

export type LinkHolder = Pick<DecisionMaker, 'linkNumber' | 'linkUntil' | 'oldLinkUntil'>

/** Where the link of a decision-maker leads now. */
export function privatePath(
  keys: Keys,
  { id, petitionId, linkNumber }: Pick<DecisionMaker, 'id' | 'petitionId' | 'linkNumber'>,
): string {
  return `/dossiers/${tokenOf(keys, 'decision-maker', { petitionId, subjectId: id, number: linkNumber })}`
}

/** What the brief prints: whoever has it in hand can have the link sent, and do nothing else. It outlives every link. */
export function briefPath(keys: Keys, { id, petitionId }: Pick<DecisionMaker, 'id' | 'petitionId'>): string {
  return `/dossiers/${tokenOf(keys, 'brief', { petitionId, subjectId: id })}`
}

/** Until when a link works: undefined when it does no more, or never did; null while nobody was sent it. */
export function lifeOf(holder: LinkHolder, number: number, at: Date): Date | null | undefined {
  if (number === holder.linkNumber)
    return holder.linkUntil === null || holder.linkUntil > at ? holder.linkUntil : undefined
  const { oldLinkUntil } = holder
  return number === holder.linkNumber - 1 && oldLinkUntil !== null && oldLinkUntil > at
    ? oldLinkUntil
    : undefined
}

/**
 * For whoever is about to hand out a holder's link: gives it its year when it goes out first, and the next number when
 * too little of that year is left. The link before works to the end of its own.
 */
export async function renewLink<Holder extends LinkHolder & { id: number }>(
  db: Database | Transaction,
  table: 'decisionMakers' | 'delegates',
  holder: Holder,
  at: Date,
): Promise<Holder> {
  const soon = new Date(at.getTime() + LEAST_MS)
  if (holder.linkUntil !== null && holder.linkUntil >= soon) return holder
  const columns = ['linkNumber', 'linkUntil', 'oldLinkUntil'] as const
  const renewed = await db
    // Both tables have these columns.
    .updateTable(table as 'decisionMakers')
    .set({
      linkNumber: sql`link_number + (link_until is not null)::int`,
      oldLinkUntil: sql`link_until`,
      linkUntil: new Date(at.getTime() + LINK_MS),
    })
    .where('id', '=', holder.id)
    .where(sql<boolean>`(link_until is null or link_until < ${soon})`)
    .returning(columns)
    .executeTakeFirst()
  // Another worker was faster.
  const now =
    renewed ??
    (await db
      .selectFrom(table as 'decisionMakers')
      .select(columns)
      .where('id', '=', holder.id)
      .executeTakeFirstOrThrow())
  return { ...holder, ...now }
}

/** Where a letter to a decision-maker leads; renewed, since it is about to be handed out. */
export async function renewedPath(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  keys: Keys,
  maker: LinkHolder & Pick<DecisionMaker, 'id' | 'petitionId'>,
): Promise<string> {
  return privatePath(keys, await renewLink(db, 'decisionMakers', maker, clock.now()))
}

/** Who holds the link that something was asked with. */
export interface Holder {
  maker: Pick<DecisionMaker, 'id' | 'petitionId' | 'locale'>
  delegate?: Pick<Delegate, 'id' | 'locale'> | undefined
}

/**
 * Ends a holder's link at once, and with it every browser that it let in, and sends the next one to the address that is
 * known: whoever else has the old link is left with nothing.
 */
export async function replaceLink(deps: Deps, holder: Holder): Promise<void> {
  const { maker, delegate } = holder
  const at = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    const active = await lockDecisionMaker(trx, maker.id)
    if (active?.state !== 'active') return
    await trx
      .updateTable((delegate ? 'delegates' : 'decisionMakers') as 'decisionMakers')
      .set({
        linkNumber: sql`link_number + 1`,
        oldLinkUntil: null,
        linkUntil: new Date(at.getTime() + LINK_MS),
      })
      .where('id', '=', delegate?.id ?? maker.id)
      .execute()
    await recordReaderAct(trx, { maker, delegate, act: 'link-replaced', at })
    await addMails(trx, [linkMail(holder, 'holder', at)])
  })
  deps.jobs.wakeLater('confirmation-mails')
}

/** Who asks that a link be sent again; none of them sees it. `brief`: anybody who was passed that paper. */
export const LINK_ASKERS = ['holder', 'desk', 'campaigner', 'brief'] as const
export type LinkAsker = (typeof LINK_ASKERS)[number]

/** How many are sent within which time at the word of whom; of a holder and the desk together. */
const MOST_SENT: Record<LinkAsker, { most: number; withinMs: number; with: readonly LinkAsker[] }> = {
  holder: { most: 3, withinMs: HOUR_MS, with: ['holder', 'desk'] },
  desk: { most: 3, withinMs: HOUR_MS, with: ['holder', 'desk'] },
  campaigner: { most: 1, withinMs: CAMPAIGNER_WAITS_MS, with: ['campaigner'] },
  brief: { most: 3, withinMs: DAY_MS, with: ['brief'] },
}

export type SendLinkOutcome = 'sent' | 'too-often' | 'stepped-aside' | 'wants-no-mail'

/**
 * Sends a holder their link again, to the address that is known and to no other. A campaigner may ask once a week, and
 * not of somebody who wants no mails.
 */
export async function sendLink(deps: Deps, holder: Holder, by: LinkAsker): Promise<SendLinkOutcome> {
  const { maker, delegate } = holder
  const at = deps.clock.now()
  const limit = MOST_SENT[by]
  const outcome = await deps.db.transaction().execute(async (trx): Promise<SendLinkOutcome> => {
    // One after the other, so that a hundred requests at once send no more than one after the other would.
    await lockDecisionMaker(trx, maker.id)
    const { state, rhythm, emailSealed } = await trx
      .selectFrom('decisionMakers')
      .select(['state', 'rhythm', 'emailSealed'])
      .where('id', '=', maker.id)
      .executeTakeFirstOrThrow()
    if (state !== 'active' || !emailSealed) return 'stepped-aside'
    if (by === 'campaigner' && rhythm === 'none') return 'wants-no-mail'
    const { sent } = await trx
      .selectFrom('mails')
      .select(({ fn }) => fn.countAll<string>().as('sent'))
      .where('kind', '=', delegate ? 'delegate-link' : 'decision-maker-link')
      .where('petitionId', '=', maker.petitionId)
      .where('dueAt', '>', new Date(at.getTime() - limit.withinMs))
      .where(sql<boolean>`params ->> 'holder' = ${String(delegate?.id ?? maker.id)}`)
      .where(sql<string>`params ->> 'by'`, 'in', limit.with)
      .executeTakeFirstOrThrow()
    if (Number(sent) >= limit.most) return 'too-often'
    await addMails(trx, [linkMail(holder, by, at)])
    return 'sent'
  })
  if (outcome === 'sent') deps.jobs.wakeLater('confirmation-mails')
  return outcome
}

/** A delegate's mail names no decision-maker: what a mail server answers to it is about another address. */
function linkMail({ maker, delegate }: Holder, by: LinkAsker, at: Date): NewMail {
  return {
    queue: 'confirmation-mails',
    kind: delegate ? 'delegate-link' : 'decision-maker-link',
    petitionId: maker.petitionId,
    ...(delegate ? {} : { decisionMakerId: maker.id }),
    params: { holder: delegate?.id ?? maker.id, by, ...(delegate && { delegate: delegate.id }) },
    locale: (delegate ?? maker).locale,
    dueAt: at,
  }
}

/** For the campaigner's page: whether asking would send anything. */
export async function listLinksSentLately(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  petition: Pick<Petition, 'id'>,
): Promise<number[]> {
  const rows = await db
    .selectFrom('mails')
    .select('decisionMakerId')
    .where('petitionId', '=', petition.id)
    .where('kind', '=', 'decision-maker-link')
    .where('dueAt', '>', new Date(clock.now().getTime() - CAMPAIGNER_WAITS_MS))
    .where(sql<boolean>`params ->> 'by' = 'campaigner'`)
    .execute()
  return rows.flatMap(({ decisionMakerId }) => (decisionMakerId === null ? [] : [decisionMakerId]))
}
