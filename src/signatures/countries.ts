/** The countries a signer chooses from. */

import type { Locale } from '../database/tables.js'
import { type Country, listCountries } from '../i18n/countries.js'

const lists = new Map<string, readonly Country[]>()

/**
 * Named in the reader's language. `first` (a petition's country) and France come before the rest, so that most
 * people find theirs at once.
 */
export function countriesFor(locale: Locale, first: string | null = null): readonly Country[] {
  const key = `${locale} ${first}`
  const kept = lists.get(key)
  if (kept) return kept
  const rank = ({ code }: Country) => (code === first ? 0 : code === 'FR' ? 1 : 2)
  const list = listCountries(locale).toSorted((a, b) => rank(a) - rank(b))
  lists.set(key, list)
  return list
}
