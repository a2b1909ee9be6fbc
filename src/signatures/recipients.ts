import type { Locale } from '../database/tables.js'

/** "A, B and C", for the sentences that say who receives what. */
export function phraseOf(locale: Locale, recipients: readonly string[]) {
  return {
    recipients: recipients.length > 0 ? new Intl.ListFormat(locale).format(recipients) : 'none',
    recipientCount: Math.max(1, recipients.length),
  }
}
