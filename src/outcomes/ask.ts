/** Asking again what became of a promise: after 6, 12 and 24 months, those who can know. */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { addMonths } from '../petitions/days.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { todayOf } from './say.js'

export const MONTHS = [6, 12, 24] as const

/** One batch a transaction; a register grows slowly. */
const BATCH = 200

/**
 * Makes due the mails to the decision-maker and the campaigner for each promise that is 6, 12 or 24 months old.
 *
 * The row that says "asked" is written with the mails, so that nobody is asked twice. A service that slept past two of
 * the moments asks once. A promise that is kept, by the last undisputed word, is not asked about again.
 */
export async function askAboutPromises(deps: Deps): Promise<void> {
  const { db, clock, jobs } = deps
  const today = todayOf(deps)
  let after = 0
  let hasAsked = false
  for (;;) {
    const rows = await db.transaction().execute(async (trx) => {
      const due = await findDue(trx, today, after)
      for (const row of due) if (await ask(trx, row, clock.now())) hasAsked = true
      return due
    })
    if (rows.length < BATCH) break
    after = rows.at(-1)!.id
  }
  if (!hasAsked) return
  jobs.wakeLater('decision-maker-notices')
  jobs.wakeLater('milestone-mails')
}

type Due = Awaited<ReturnType<typeof findDue>>[number]

async function findDue(trx: Transaction, today: string, after: number) {
  const rows = await trx
    .selectFrom('outcomes')
    .innerJoin('petitions', 'petitions.id', 'outcomes.petitionId')
    .innerJoin('decisionMakers', 'decisionMakers.id', 'outcomes.decisionMakerId')
    .leftJoin('accounts', 'accounts.id', 'petitions.accountId')
    .leftJoin('replies', 'replies.id', 'outcomes.replyId')
    .select(['outcomes.id', 'outcomes.petitionId', 'outcomes.decisionMakerId', 'outcomes.promisedOn'])
    .select(['petitions.accountId', 'accounts.locale as campaignerLocale', 'decisionMakers.locale'])
    .select(
      sql<number[]>`array(select months from outcome_questions where outcome_id = outcomes.id)`.as('asked'),
    )
    .select(
      sql<string | null>`(
        select said from outcome_answers where outcome_id = outcomes.id and disputed_at is null
        order by id desc limit 1
      )`.as('said'),
    )
    .where('outcomes.id', '>', after)
    // Others are not due at all.
    .where('outcomes.promisedOn', '<=', addMonths(today, -MONTHS[0]))
    .where('petitions.state', 'in', PUBLIC_STATES)
    .where((where) =>
      where.or([where('outcomes.replyId', 'is', null), where('replies.state', '=', 'published')]),
    )
    .where(
      sql<boolean>`not exists (select from outcome_questions where outcome_id = outcomes.id and months = 24)`,
    )
    .orderBy('outcomes.id')
    .limit(BATCH)
    .forUpdate('outcomes')
    .skipLocked()
    .execute()
  return rows.map((row) => ({
    ...row,
    months: MONTHS.filter(
      (months) => !row.asked.includes(months) && addMonths(row.promisedOn, months) <= today,
    ),
  }))
}

async function ask(trx: Transaction, row: Due, askedAt: Date): Promise<boolean> {
  const { id, petitionId, decisionMakerId, accountId, months } = row
  if (months.length === 0 || row.said === 'kept') return false
  const written = await trx
    .insertInto('outcomeQuestions')
    .values(months.map((one) => ({ outcomeId: id, months: one, askedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('months')
    .execute()
  if (written.length === 0) return false
  const params = { outcome: id }
  await addMails(trx, [
    {
      queue: 'decision-maker-notices',
      kind: 'outcome-question-recipient',
      petitionId,
      decisionMakerId,
      params,
      locale: row.locale,
    },
  ])
  if (accountId !== null)
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: 'outcome-question',
        petitionId,
        accountId,
        params,
        locale: row.campaignerLocale ?? 'fr',
      },
    ])
  return true
}
