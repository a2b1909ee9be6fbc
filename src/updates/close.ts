/** The end of a petition: by its last day, or by its campaigner. Signers who asked for news hear the outcome. */

import type { Transaction } from '../database/connect.js'
import type { Account, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { translatorFor } from '../i18n/translate.js'
import { addMails } from '../mail/outbox.js'
import { dayOf } from '../petitions/days.js'
import { getCount } from '../petitions/queries.js'
import { movePetition } from '../petitions/states.js'
import { addUpdate } from './publish.js'

export type ClosingState = 'closed' | 'victory' | 'retired'

/**
 * Closes every petition whose last day has ended in the site's zone.
 *
 * The campaigner is invited to say how it went; until then the petition carries a sentence with the facts.
 *
 * @throws the first failure, when all the others are closed: one broken petition keeps none open.
 */
export async function closeDuePetitions(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const due = await deps.db
    .selectFrom('petitions')
    .selectAll()
    .where('state', '=', 'open')
    .where('closesOn', '<', dayOf(now, deps.config.timeZone))
    .orderBy('id')
    .execute()
  let closed = 0
  const failures: unknown[] = []
  for (const petition of due)
    try {
      if (await deps.db.transaction().execute((trx) => closeByDate(trx, petition, now))) closed += 1
    } catch (error) {
      failures.push(error)
    }
  if (closed > 0) wakeAfterClosing(deps)
  if (failures.length > 0) throw failures[0]
}

async function closeByDate(trx: Transaction, petition: Petition, at: Date): Promise<boolean> {
  const moved = await movePetition(trx, petition, { to: 'closed', by: 'service', at })
  if (!moved) return false

  const { confirmed } = await getCount(trx, petition.id)
  const { t, date } = translatorFor(petition.locale)
  await addUpdate(trx, {
    petitionId: petition.id,
    kind: 'closing',
    title: t('updates.closing.dated.title', { confirmed }),
    body: t('updates.closing.dated.body', { confirmed, on: date(petition.closesOn!) }),
    publishedAt: at,
  })
  await addAudit(trx, { petition, act: 'closed', accountId: null, at })
  if (petition.accountId !== null && petition.campaignerMails) {
    const { locale } = await trx
      .selectFrom('accounts')
      .select('locale')
      .where('id', '=', petition.accountId)
      .executeTakeFirstOrThrow()
    await addMails(trx, [
      {
        queue: 'milestone-mails',
        kind: 'petition-closed',
        petitionId: petition.id,
        accountId: petition.accountId,
        locale,
        dueAt: at,
      },
    ])
  }
  return true
}

/**
 * Closes a petition in its campaigner's words, as the table of states allows; a petition that its last day closed
 * may be given the closing statement it lacks.
 *
 * @returns 'not-allowed' for any other move, and for the second of two that were asked for at once.
 */
export async function closePetition(
  deps: Deps,
  petition: Petition,
  account: Pick<Account, 'id'>,
  { as, statement }: { as: ClosingState; statement: string },
): Promise<'closed' | 'not-allowed'> {
  const at = deps.clock.now()
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const moved = mayAddStatement(petition, as)
      ? await addStatement(trx, petition, statement)
      : (await movePetition(trx, petition, {
          to: as,
          by: 'campaigner',
          at,
          with: { closingStatement: statement },
        })) !== undefined
    if (!moved) return 'not-allowed' as const

    const { confirmed } = await getCount(trx, petition.id)
    await addUpdate(trx, {
      petitionId: petition.id,
      kind: 'closing',
      title: translatorFor(petition.locale).t(`updates.closing.${as}.title`, { confirmed }),
      body: statement,
      publishedAt: at,
    })
    await addAudit(trx, { petition, act: as, accountId: account.id, at })
    return 'closed' as const
  })
  if (outcome === 'closed') wakeAfterClosing(deps)
  return outcome
}

/** The ends that a campaigner may still choose, in the order in which they are offered. */
export function closingChoices(petition: Pick<Petition, 'state' | 'closingStatement'>): ClosingState[] {
  if (petition.state === 'open') return ['victory', 'closed', 'retired']
  if (petition.state !== 'closed') return []
  return petition.closingStatement === null ? ['victory', 'closed', 'retired'] : ['victory', 'retired']
}

function mayAddStatement(petition: Petition, as: ClosingState): boolean {
  return petition.state === 'closed' && as === 'closed'
}

async function addStatement(trx: Transaction, petition: Petition, statement: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('petitions')
    .set({ closingStatement: statement })
    .where('id', '=', petition.id)
    .where('state', '=', 'closed')
    .where('closingStatement', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function addAudit(
  trx: Transaction,
  entry: { petition: Pick<Petition, 'id'>; act: string; accountId: number | null; at: Date },
): Promise<void> {
  const { petition, act, accountId, at } = entry
  await trx.insertInto('auditEntries').values({ petitionId: petition.id, act, accountId, at }).execute()
}

function wakeAfterClosing(deps: Deps): void {
  deps.jobs.wakeLater('updates')
  deps.jobs.wakeLater('milestone-mails')
  deps.jobs.wakeLater('decision-maker-notices')
}
