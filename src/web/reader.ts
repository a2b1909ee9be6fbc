/** Who reads a page: language, addresses, and what templates call as `it.ui`. */

import type { FastifyRequest } from 'fastify'
import type { Locale } from '../database/tables.js'
import { LOCALES, type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import { assetUrl } from './assets.js'

export interface Reader {
  locale: Locale
  /** Chosen by `?lang=`: every link of the page then carries it on, so no cookie has to remember it. */
  chosen: boolean
}

export interface Ui extends Translator {
  siteName: string
  /** An address within the site, in the language that was chosen. */
  href(path: string): string
  asset(file: string): string
  otherLanguages: { locale: Locale; label: string; href: string }[]
  /** Set on the signed-in pages only: the public ones are the same bytes for everyone. */
  account:
    | {
        name: string | null
        isOfDesk: boolean
        mayDecide: boolean
        isAdministrator: boolean
        isOfferedPasskey?: boolean
      }
    | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    reader: Reader
  }
}

/** `?lang=` decides, else the browser's first language that the site speaks, else French. */
export function readerOf(request: Pick<FastifyRequest, 'url' | 'headers'>): Reader {
  const chosen = request.url.includes('lang=')
    ? (/[?&]lang=(fr|en)(?:&|$)/.exec(request.url)?.[1] as Locale | undefined)
    : undefined
  if (chosen) return { locale: chosen, chosen: true }
  return { locale: negotiate(request.headers['accept-language']), chosen: false }
}

/** Browsers send a few hundred different headers between them, and a hot page reads one thousands of times a second. */
const MOST_NEGOTIATED = 1_000
const negotiated = new Map<string, Locale>()

function negotiate(header: string | undefined): Locale {
  if (!header) return 'fr'
  const known = negotiated.get(header)
  if (known) return known
  if (negotiated.size >= MOST_NEGOTIATED) negotiated.clear()
  const locale = weigh(header)
  negotiated.set(header, locale)
  return locale
}

function weigh(header: string): Locale {
  let best: Locale = 'fr'
  let weight = 0
  for (const part of header.split(',', 20)) {
    const [tag = '', q] = part.trim().split(/;\s*q=/)
    const locale = LOCALES.find(
      (known) => tag.toLowerCase() === known || tag.toLowerCase().startsWith(`${known}-`),
    )
    const wish = q === undefined ? 1 : Number(q)
    if (locale && wish > weight) {
      best = locale
      weight = wish
    }
  }
  return best
}

export function uiFor(
  request: Pick<FastifyRequest, 'url'> & { reader: Reader },
  account?: Ui['account'],
): Ui {
  const { reader } = request
  const translator = translatorFor(reader.locale)
  return {
    ...translator,
    siteName: translator.t('common.site'),
    href: (path) => localHref(reader, path),
    asset: assetUrl,
    otherLanguages: LOCALES.filter((locale) => locale !== reader.locale).map((locale) => ({
      locale,
      label: translator.t(`language.${locale}` as MessageKey),
      href: withLanguage(pathOf(request), locale),
    })),
    account,
  }
}

/**
 * The request's own address, to link to it again: `//other.example` came as a path of this site, but as a link it
 * would lead to another.
 */
function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.replace(/^[/\\]*/, '/')
}

export function localHref(reader: Reader, path: string): string {
  return reader.chosen ? withLanguage(path, reader.locale) : path
}

/** The same address in a language; a fragment stays at the end. */
export function withLanguage(path: string, locale: Locale): string {
  const [address = '', fragment] = path.split('#')
  const [pathname, query = ''] = address.split('?')
  const params = new URLSearchParams(query)
  params.set('lang', locale)
  return `${pathname}?${params}${fragment === undefined ? '' : `#${fragment}`}`
}
