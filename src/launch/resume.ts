import type { Locale } from '../database/tables.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMails } from '../mail/outbox.js'
import { TooManyRequestsError } from '../web/limits/limits.js'
import type { Site } from '../web/site.js'
import type { Draft } from './drafts.js'

/**
 * Mails the draft's link to an address that was just given.
 *
 * Not when it was given before, nor to an address that got many links in the last hour: the page shows the same
 * link, and nobody may fill a stranger's mailbox from here.
 */
export async function sendDraftLink(site: Site, before: Draft, email: string, locale: Locale): Promise<void> {
  const { canonical } = readAddress(email)!
  if (before.email && readAddress(before.email)?.canonical === canonical) return
  try {
    await site.limits.take('sign-in-address', canonical)
  } catch (error) {
    if (error instanceof TooManyRequestsError) return
    throw error
  }
  await addMails(site.db, [
    { queue: 'confirmation-mails', kind: 'draft-link', petitionId: before.petition.id, locale },
  ])
  site.jobs.wakeLater('confirmation-mails')
}
