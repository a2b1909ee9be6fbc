/** What `views/signatures/form.eta` shows; the petition's page includes it too. */

import type { Locale, Petition } from '../database/tables.js'
import type { Country } from '../i18n/countries.js'
import { type MessageKey, type MessageParams, translatorFor } from '../i18n/translate.js'
import type { Guard } from '../robots/judge.js'
import { type Faults, tellFaults } from '../web/form.js'
import { countriesFor } from './countries.js'
import { LONGEST_COMMENT, type SignValues, TRAP } from './form.js'
import { LONGEST_NAME } from './names.js'
import { phraseOf } from './recipients.js'
import type { RememberedSigner } from './remembered.js'

/** The one option of the form's template. */
export interface SignForm {
  slug: string
  values: Partial<SignValues>
  /** What to mend, by field, in the reader's language. */
  errors: Record<string, string>
  countries: readonly Country[]
  /** Names of those who receive the petition, as one phrase; `none` when nobody is named. */
  recipients: string
  recipientCount: number
  longestName: number
  longestComment: number
  /** Set on a remembered device: one button in place of the fields. Such a page is private, and never cached. */
  remembered: { name: string } | undefined
  /** When the form was opened, and where a challenge is to be had while the petition looks attacked. */
  guard: Guard
  /** The field that nobody sees. */
  trap: string
}

export interface SignFormOptions {
  locale: Locale
  petition: Pick<Petition, 'slug' | 'country'>
  /** Names of the decision-makers. */
  recipients: readonly string[]
  values?: Partial<SignValues>
  faults?: Faults
  remembered?: RememberedSigner | undefined
  guard: Guard
}

/** The sign form of a petition for a reader: empty, with what was typed, or for a remembered device. */
export function signFormFor(options: SignFormOptions): SignForm {
  const { locale, petition, recipients, values = {}, faults = {}, remembered, guard } = options
  const t = (key: MessageKey, params?: MessageParams) => translatorFor(locale).t(key, params)
  return {
    slug: petition.slug,
    values: { ...values, country: values.country || petition.country || 'FR' },
    errors: tellFaults(t, faults),
    countries: countriesFor(locale, petition.country),
    ...phraseOf(locale, recipients),
    longestName: LONGEST_NAME,
    longestComment: LONGEST_COMMENT,
    remembered: remembered && { name: remembered.name },
    guard,
    trap: TRAP,
  }
}
