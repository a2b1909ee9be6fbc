/**
 * The site's legal pages as Markdown: those of `views/legal/texts`, each replaced by the operator's own where LEGAL_DIR
 * has one. Read and checked once, at the start: docs/legal-pages.md tells operators what they may write.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadSettingError } from '../config.js'
import type { Locale } from '../database/tables.js'
import { LOCALES } from '../i18n/translate.js'
import { isPlaceholder } from './placeholders.js'

/** Each stands at its own name; `responsibilities` stands below each petition. */
export const LEGAL_PAGES = ['legal', 'your-data', 'terms', 'accessibility'] as const

export type LegalPage = (typeof LEGAL_PAGES)[number] | 'responsibilities'

const ALL: readonly LegalPage[] = [...LEGAL_PAGES, 'responsibilities']

const OWN = fileURLToPath(new URL('../../../views/legal/texts', import.meta.url))

export interface LegalText {
  /** May hold placeholders. */
  title: string
  body: string
  /** Written by the operator. */
  isTheirs: boolean
}

export type LegalTexts = Readonly<Record<LegalPage, Record<Locale, LegalText>>>

/** @throws BadSettingError for the first thing in LEGAL_DIR that cannot be shown. */
export function readLegalTexts(dir: string | undefined): LegalTexts {
  const files = ALL.flatMap((page) =>
    LOCALES.map((locale) => ({ page, locale, name: `${page}.${locale}.md` })),
  )
  const stray =
    dir && readdirSync(dir).find((name) => name.endsWith('.md') && !files.some((one) => one.name === name))
  if (stray)
    throw new BadSettingError(
      'LEGAL_DIR',
      `holds "${stray}", which is the text of no page`,
      `name it like one of ${files.map(({ name }) => name).join(', ')}, or take it away`,
    )
  const texts = Object.fromEntries(ALL.map((page) => [page, {}])) as Record<
    LegalPage,
    Record<Locale, LegalText>
  >
  for (const { page, locale, name } of files) {
    const theirs = dir && existsSync(join(dir, name)) ? join(dir, name) : undefined
    const text = readFileSync(theirs ?? join(OWN, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
    texts[page][locale] = { ...checked(page, name, text), isTheirs: theirs !== undefined }
  }
  return texts
}

function checked(page: LegalPage, name: string, text: string): Pick<LegalText, 'title' | 'body'> {
  const refuse = (fault: string, fix: string) => new BadSettingError('LEGAL_DIR', `${name} ${fault}`, fix)
  const match = /^\s*# +(.+)\n([\s\S]*)$/.exec(text)
  if (!match) throw refuse('does not begin with a title', 'write "# " and the title on its first line')
  for (const [whole, placeholder] of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g))
    if (!isPlaceholder(page, placeholder!))
      throw refuse(`holds ${whole}, which nothing fills`, 'write one of those that docs/legal-pages.md lists')
  if (page === 'terms' && !/\{\{\s*RULES\s*\}\}/.test(text))
    throw refuse(
      'lacks {{RULES}}',
      'put it where the rules shall stand: statements of reasons cite them by number',
    )
  return { title: match[1]!.trim(), body: match[2]!.trim() }
}
