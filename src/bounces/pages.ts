import type { FastifyReply } from 'fastify'
import type { Suppression, SuppressionKind } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import type { Standing } from '../mail/suppressions.js'
import { type Faults, tellFaults } from '../web/form.js'
import { DAYS_SHOWN, type MailDay } from './figures.js'
import type { UnreachedRecipient } from './recipients.js'

/** What has just been done. */
export const DEEDS = ['lifted', 'corrected', 'late'] as const

export interface MailPage {
  days: MailDay[]
  counts: Record<SuppressionKind, number>
  /** How answers come in here. */
  ways: string[]
  recipients: UnreachedRecipient[]
  done?: (typeof DEEDS)[number] | undefined
  /** An address that was looked up, and what is known of it. */
  looked?: { email: string; suppression: Suppression | undefined; standing: Standing }
  typed?: { email: string }
  faults?: Faults
  /** The recipient whose form came back. */
  corrected?: { id: number; email: string }
}

export function showMail(reply: FastifyReply, page: MailPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { faults = {}, typed = { email: '' }, ...rest } = page
  const errors = tellFaults(t, faults)
  return reply.page('bounces/mail', {
    ...rest,
    typed,
    errors,
    // Each form has a field of its own for an address, which the summary leads to.
    ids: page.corrected ? { email: `email-${page.corrected.id}` } : undefined,
    daysShown: DAYS_SHOWN,
  })
}
