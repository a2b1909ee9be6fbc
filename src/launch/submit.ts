/** From a finished draft to a petition that waits for a moderator: by a link that proves the campaigner's address. */

import { findAccountByAddress, getAccount, getOrAddAccount } from '../accounts/accounts.js'
import { findLimit } from '../accounts/limits.js'
import { addSignInLink, findOpenLink, useSignInLink } from '../accounts/sign-in-links.js'
import type { Account, AccountLimit, Locale } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { addMails } from '../mail/outbox.js'
import { movePetition } from '../petitions/states.js'
import { type Draft, loadDraft, lockDraft } from './drafts.js'
import { listMissing, readingNow } from './steps.js'

/** Greylists, shared family mailboxes and nights. */
export const CONFIRMATION_HOURS = 24

/** A link confirms the address for this petition, and signs nobody in elsewhere. */
function purposeOf(petitionId: number): string {
  return `submit ${petitionId}`
}

/** Sends the link to the address of the draft, which must be complete. */
export async function askForConfirmation(
  deps: Deps,
  draft: Draft,
  locale: Locale,
): Promise<'sent' | 'incomplete'> {
  const { petition, email } = draft
  if (!email || listMissing(draft, readingNow(deps)).length > 0) return 'incomplete'
  const account = await getOrAddAccount(deps, { email, locale })
  await deps.db.transaction().execute(async (trx) => {
    const link = await addSignInLink(
      { db: trx },
      {
        accountId: account.id,
        purpose: purposeOf(petition.id),
        now: deps.clock.now(),
        minutes: CONFIRMATION_HOURS * 60,
      },
    )
    await addMails(trx, [
      {
        queue: 'confirmation-mails',
        kind: 'confirm-campaigner',
        petitionId: petition.id,
        accountId: account.id,
        params: { link },
        locale,
      },
    ])
  })
  deps.jobs.wakeLater('confirmation-mails')
  return 'sent'
}

/**
 * The limit on the account that a link confirms, if one is in force: told to who holds the link alone, and never to who
 * only typed the address.
 */
export async function findLinkLimit(
  deps: Deps,
  { petition }: Draft,
  link: string,
): Promise<AccountLimit | undefined> {
  const found = await findOpenLink(deps, link, purposeOf(petition.id))
  return found && findLimit(deps.db, found.accountId, deps.clock.now())
}

/** Whether a link still confirms this draft, as it stands: one sent to another address than the draft's does not. */
export async function isConfirmationOpen(deps: Deps, draft: Draft, link: string): Promise<boolean> {
  const found = await findOpenLink(deps, link, purposeOf(draft.petition.id))
  return found !== undefined && isOf(await getAccount(deps.db, found.accountId), await ownerOf(deps, draft))
}

export type SubmitOutcome =
  | { outcome: 'submitted'; accountId: number }
  | { outcome: 'submitted-before' | 'link-over' | 'incomplete' }
  /** The account may not launch for a time; the draft stays. */
  | { outcome: 'limited'; limit: AccountLimit }

/**
 * Confirms the address and submits, or does neither: a link is used up only by a submission, so that what is still
 * missing can be added first.
 */
export async function submitDraft(
  deps: Deps,
  { petition: { id }, keys }: Draft,
  link: string,
): Promise<SubmitOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<SubmitOutcome> => {
    if (!(await lockDraft(trx, id))) return { outcome: 'submitted-before' }
    const inTransaction = { ...deps, db: trx as unknown as Deps['db'] }
    const draft = (await loadDraft(trx, id, keys))!
    if (!(await isConfirmationOpen(inTransaction, draft, link))) return { outcome: 'link-over' }
    if (listMissing(draft, readingNow(deps)).length > 0) return { outcome: 'incomplete' }

    const limit = await findLinkLimit(inTransaction, draft, link)
    if (limit) return { outcome: 'limited', limit }
    const used = await useSignInLink(inTransaction, link, purposeOf(id))
    if (!used) return { outcome: 'link-over' }
    const { accountId } = used
    const at = deps.clock.now()
    await movePetition(trx, draft.petition, {
      to: 'submitted',
      by: 'campaigner',
      at,
      // The account has the address from now on; one copy is enough.
      with: { accountId, campaignerEmailSealed: null },
    })
    const { campaignerName } = draft.petition
    await trx
      .updateTable('accounts')
      .set({ name: campaignerName })
      .where('id', '=', accountId)
      .where('name', 'is', null)
      .execute()
    return { outcome: 'submitted', accountId }
  })
}

async function ownerOf(deps: Deps, { email }: Draft): Promise<Account | undefined> {
  return email === undefined ? undefined : findAccountByAddress(deps, email)
}

function isOf(account: Account, owner: Account | undefined): boolean {
  return owner?.id === account.id
}
