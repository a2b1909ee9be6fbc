/** `verify.html`: the checker as one file that a browser opens without a network. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locale } from '../../database/tables.js'
import { catalogues } from '../../i18n/catalogue.js'
import type { Document } from './document.js'

export const VERIFY_PAGE = 'verify.html'

/** In the order in which they use each other. */
const CHECKER = ['zip', 'csv', 'bytes', 'timestamp', 'manifest', 'rows', 'tree', 'check']
const PREFIX = 'dossier-check.'

export const verifyPage: Document = {
  file: VERIFY_PAGE,
  async *write({ dossier }) {
    yield drawVerifyPage(dossier.locale)
  },
}

export function drawVerifyPage(locale: Locale): string {
  const messages = Object.fromEntries(
    Object.entries(catalogues[locale])
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, text]) => [key.slice(PREFIX.length), text]),
  )
  const checker = CHECKER.map((name) => plainScript(readBeside(`../verify/${name}.js`)))
  const script = [
    ...checker,
    `const messages = ${JSON.stringify(messages).replace(/</g, '\\u003c')}`,
    readView('verify.js'),
  ].join('\n')
  const style = readView('verify.css')
  const blanks: Record<string, string> = {
    locale,
    title: messages.title!,
    intro: messages.intro!,
    choose: messages.choose!,
    style,
    script,
    'style-hash': hashOf(style),
    'script-hash': hashOf(script),
  }
  return readView('verify.html').replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => blanks[name]!)
}

/** Modules become one script: what they take from each other stands before them in it. */
function plainScript(source: string): string {
  return source
    .replace(/^import .*$/gm, '')
    .replace(/^export (?=(async )?(function|class|const))/gm, '')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function readBeside(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function readView(name: string): string {
  return readFileSync(new URL(`../../../../views/dossiers/${name}`, import.meta.url), 'utf8')
}
