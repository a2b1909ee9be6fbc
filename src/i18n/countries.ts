/** The countries of the world, by their ISO 3166-1 alpha-2 codes, in the words of a reader. */

import countries from 'i18n-iso-countries'
import type { Locale } from '../database/tables.js'

export interface Country {
  code: string
  name: string
}

const CODES = Object.keys(countries.getAlpha2Codes())

const lists = new Map<Locale, readonly Country[]>()

/** In the alphabetical order of the reader's language. */
export function listCountries(locale: Locale): readonly Country[] {
  const kept = lists.get(locale)
  if (kept) return kept
  const names = namesIn(locale)
  const { compare } = new Intl.Collator(locale)
  const list = CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    compare(a.name, b.name),
  )
  lists.set(locale, list)
  return list
}

export function isCountry(code: string): boolean {
  return CODES.includes(code)
}

export function countryName(code: string, locale: Locale): string {
  return namesIn(locale).of(code) ?? code
}

const namers = new Map<Locale, Intl.DisplayNames>()

function namesIn(locale: Locale): Intl.DisplayNames {
  const kept = namers.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' })
  namers.set(locale, kept)
  return kept
}
