/** One reader's language: sentences from the catalogues, numbers and dates as that reader writes them. */

import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../database/tables.js'
import { catalogues, type MessageKey } from './catalogue.js'

export type { MessageKey } from './catalogue.js'

export const LOCALES: readonly Locale[] = ['fr', 'en']

export type MessageParams = Record<string, string | number | Date>

export interface Translator {
  readonly locale: Locale
  readonly dir: 'ltr' | 'rtl'
  /** Plain text, not escaped: templates escape on output. */
  t(key: MessageKey, params?: MessageParams): string
  number(value: number): string
  /** 0.5 is "50 %". */
  percent(value: number): string
  /** A calendar date, or a moment's date in the site's zone. */
  date(value: Date | string): string
  dateTime(value: Date): string
}

/** The zone in which moments are told; set once at the start. */
let timeZone = 'Europe/Paris'

export function tellTimeIn(zone: string): void {
  timeZone = zone
  translators.clear()
}

const translators = new Map<Locale, Translator>()

/** The same translator for every reader of a language; its formatters are made once. */
export function translatorFor(locale: Locale): Translator {
  const made = translators.get(locale) ?? makeTranslator(locale)
  translators.set(locale, made)
  return made
}

function makeTranslator(locale: Locale): Translator {
  // British dates and numbers: an English reader of this service is most likely in Europe.
  const tag = locale === 'en' ? 'en-GB' : 'fr-FR'
  const sentences = new Map<MessageKey, IntlMessageFormat | string>()
  const numbers = new Intl.NumberFormat(tag)
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })

  return {
    locale,
    dir: 'ltr',
    t(key, params) {
      let sentence = sentences.get(key)
      if (sentence === undefined) {
        const text = catalogues[locale][key]
        // Most sentences have no blanks to fill in, and need no parser.
        sentence = /[{']/.test(text) ? new IntlMessageFormat(text, tag, undefined, { ignoreTag: true }) : text
        sentences.set(key, sentence)
      }
      return typeof sentence === 'string' ? sentence : String(sentence.format(params))
    },
    number: (value) => numbers.format(value),
    percent: (value) => formatPercent(percents, value),
    date: (value) =>
      typeof value === 'string'
        ? days.format(new Date(`${value.slice(0, 10)}T00:00:00Z`))
        : dates.format(value),
    dateTime: (value) => moments.format(value),
  }
}

/** Someone is not nobody, and nearly all are not all: only none is `0 %`, only everyone `100 %`. */
function formatPercent(percents: Intl.NumberFormat, value: number): string {
  if (value > 0 && value < 0.01) return `<\u00a0${percents.format(0.01)}`
  if (value > 0.99 && value < 1) return percents.format(0.99)
  return percents.format(value)
}
