/**
 * Signatures to strike from the lists that a decision-maker has received, or to correct there (GDPR, Article 19): on
 * their page, as a file, and by a digest of their own.
 */

import { stringify } from 'csv-stringify/sync'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Locale, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { dayOf } from '../petitions/days.js'
import { recordReaderAct } from './acts.js'

const DAY_MS = 86_400_000
const BATCH = 100

export const WITHDRAWALS = 'withdrawals.csv'

export interface WithdrawalList {
  /** The last of its entries: names this state of the list, in the address of its file. */
  to: number
  strikes: number
  corrections: number
  /** Entries that came after what the decision-maker has confirmed. */
  waiting: number
}

/** Of `m`, their row: an entry `s` concerns them when a dossier of theirs was ordered before it, and made. */
function concerns(): RawBuilder<boolean> {
  return sql<boolean>`s.petition_id = m.petition_id and exists (
    select from dossiers d where d.decision_maker_id = m.id and d.state = 'ready' and d.requested_at <= s.at)`
}

/** @returns undefined while there is nothing to strike or to correct. */
export async function findWithdrawalList(
  db: Database,
  maker: Pick<DecisionMaker, 'id'>,
): Promise<WithdrawalList | undefined> {
  const { rows } = await sql<WithdrawalList>`
    select max(s.id)::float8 as to,
      count(*) filter (where act = 'strike')::int as strikes,
      count(*) filter (where act = 'correct')::int as corrections,
      count(*) filter (where s.id > m.strikes_done_to)::int as waiting
    from decision_makers m join strikes s on ${concerns()}
    where m.id = ${maker.id}
    group by m.id`.execute(db)
  return rows[0]
}

/**
 * The list as a file, up to an entry: the same bytes whenever it is asked for, so that its signature fits. Numbers and
 * days, and nothing else of anybody.
 *
 * @returns undefined when no entry of theirs has this id.
 */
export async function writeWithdrawals(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { maker, petition, to }: { maker: Pick<DecisionMaker, 'id'>; petition: Pick<Petition, 'slug'>; to: number },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ id: number; number: number; act: string; at: Date; list: string }>`
    select s.id::float8 as id, s.number, s.act, s.at, s.list
    from decision_makers m join strikes s on ${concerns()}
    where m.id = ${maker.id} and s.id <= ${to}
    order by s.id`.execute(db)
  if (rows.at(-1)?.id !== to) return undefined
  const page = `${config.publicUrl}/petitions/${petition.slug}`
  return Buffer.from(
    stringify(
      rows.map(({ number, act, at, list }) => [page, number, act, dayOf(at, config.timeZone), list]),
      {
        header: true,
        columns: ['petition', 'number', 'act', 'taken_back_on', 'list'],
        bom: true,
        record_delimiter: 'windows',
        escape_formulas: true,
      },
    ),
  )
}

/** "I have struck them": recorded up to the entry they saw. What they confirmed before is never taken back. */
export async function confirmWithdrawals(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  maker: Pick<DecisionMaker, 'id' | 'petitionId'>,
  to: number,
): Promise<void> {
  const at = clock.now()
  const { to: last } = (await findWithdrawalList(db, maker)) ?? { to: 0 }
  const done = Math.min(to, last)
  await db.transaction().execute(async (trx) => {
    const updated = await trx
      .updateTable('decisionMakers')
      .set({ strikesDoneTo: done, strikesDoneAt: at })
      .where('id', '=', maker.id)
      .where('state', '=', 'active')
      .where('strikesDoneTo', '<', done)
      .returning('id')
      .execute()
    if (updated.length === 0) return
    await recordReaderAct(trx, { maker, act: 'struck', at })
    await trx
      .insertInto('auditEntries')
      .values({ at, petitionId: maker.petitionId, act: 'decision-maker-struck' })
      .execute()
  })
}

interface Owed {
  id: number
  petitionId: number
  locale: Locale
  to: number
  waiting: number
}

/**
 * Writes down the mails that tell of new entries: one a week at the most, one a month for who chose that rhythm, none
 * for who wants none; the page tells them all the same. They leave with the queue `decision-maker-notices`.
 */
export async function tellWithdrawalsLater({ db, clock }: Deps): Promise<void> {
  const now = clock.now()
  let told: number
  do {
    told = await db.transaction().execute(async (trx) => {
      const owed = await lockOwed(trx, now)
      for (const one of owed) await tell(trx, one, now)
      return owed.length
    })
  } while (told === BATCH)
}

async function lockOwed(trx: Transaction, now: Date): Promise<Owed[]> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { rows } = await sql<Owed>`
    select m.id, m.petition_id as "petitionId", m.locale, news.to, news.waiting
    from decision_makers m join petitions p on p.id = m.petition_id, lateral (
      select max(s.id)::float8 as to, count(*)::int as waiting from strikes s
      where ${concerns()} and s.id > greatest(m.strikes_told_to, m.strikes_done_to)
    ) news
    where m.state = 'active' and m.email_sealed is not null and m.rhythm <> 'none'
      and p.state in ('open', 'closed', 'victory', 'retired') and news.waiting > 0
      and exists (select from strikes s where s.petition_id = m.petition_id and s.id > m.strikes_told_to)
      and (m.strikes_told_at is null
        or m.strikes_told_at <= case m.rhythm when 'monthly' then ${before(30)}::timestamptz else ${before(7)} end)
    order by m.id limit ${BATCH} for update of m skip locked`.execute(trx)
  return rows
}

async function tell(trx: Transaction, one: Owed, now: Date): Promise<void> {
  await trx
    .updateTable('decisionMakers')
    .set({ strikesToldTo: one.to, strikesToldAt: now })
    .where('id', '=', one.id)
    .execute()
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind: 'decision-maker-withdrawals',
      petitionId: one.petitionId,
      decisionMakerId: one.id,
      params: { waiting: one.waiting },
      locale: one.locale,
      dueAt: now,
    },
  ])
}
