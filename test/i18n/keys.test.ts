/** Every sentence that a page or a mail asks for exists, can be read, and is filled in alike in both languages. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import t from 'tap'
import { catalogues } from '../../src/i18n/catalogue.js'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const keys = Object.keys(catalogues.en) as (keyof typeof catalogues.en)[]

function filesIn(folder: string, endings: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.test(file))
    .map((file) => join(folder, file))
}

const sources = [...filesIn('src', /\.ts$/), ...filesIn('views', /\.eta$/)].filter(
  (file) => !file.startsWith(join('src', 'i18n', 'messages')),
)

/** `name` and `name:kind` of everything a sentence leaves open, also within its plurals. */
function blanksOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const { value, options, children } = element as {
      value?: string
      options?: Record<string, { value: Element[] }>
      children?: Element[]
    }
    const inner = [...Object.values(options ?? {}).flatMap((option) => option.value), ...(children ?? [])]
    const isBlank = element.type !== 0 && element.type !== 7 && element.type !== 8
    return [...(isBlank && value ? [`${value}:${options ? 'choice' : 'value'}`] : []), ...blanksOf(inner)]
  })
}

function parse(sentence: string, locale: string): Element[] {
  return new IntlMessageFormat(sentence, locale, undefined, { ignoreTag: true }).getAst()
}

t.test('every sentence can be read, in both languages, with the same blanks to fill in', async (t) => {
  for (const key of keys) {
    const [en, fr] = (['en', 'fr'] as const).map((locale) => {
      try {
        return [...new Set(blanksOf(parse(catalogues[locale][key], locale)))]
      } catch (error) {
        t.fail(`${key} in ${locale}: ${(error as Error).message}`)
        return []
      }
    }) as [string[], string[]]
    // A number or a gender that only one language bends its words for is no blank of the other.
    const isSaidIn = (others: string[]) => (blank: string) =>
      blank.endsWith(':choice') || others.some((other) => other.split(':')[0] === blank.split(':')[0])
    for (const blank of [
      ...en.filter((one) => !isSaidIn(fr)(one)),
      ...fr.filter((one) => !isSaidIn(en)(one)),
    ])
      t.fail(`${key}: only one language tells {${blank}}`)
  }
  t.ok(keys.length > 300, `${keys.length} sentences`)
})

t.test('every sentence that a template or the code names exists', async (t) => {
  const known = new Set<string>(keys)
  let named = 0
  for (const file of sources) {
    const code = readFileSync(file, 'utf8')
    for (const [, key] of code.matchAll(/\bt\(\s*'([^'$]+)'\s*[,)]/g)) {
      named += 1
      if (!known.has(key!)) t.fail(`${file}: ${key}`)
    }
    // Chosen between two, or put together: what is literal of it must begin some key.
    for (const [, start] of code.matchAll(/\bt\(\s*(?:`([^`$]+)\$\{)/g))
      if (!keys.some((key) => key.startsWith(start!))) t.fail(`${file}: no key begins with ${start}`)
    for (const [, start] of code.matchAll(/\bt\(\s*'([^'$]+)' \+/g))
      if (!keys.some((key) => key.startsWith(start!))) t.fail(`${file}: no key begins with ${start}`)
    for (const [, one, other] of code.matchAll(/\bt\([^()?'`]*\? '([\w.-]+)' : '([\w.-]+)'/g))
      for (const key of [one, other]) if (!known.has(key!)) t.fail(`${file}: ${key}`)
  }
  t.ok(named > 300, `${named} places`)
})

t.test('every blank of a sentence is filled in where it is asked for', async (t) => {
  // Only where the parameters stand beside the key as a plain object.
  for (const file of sources) {
    const code = readFileSync(file, 'utf8')
    for (const [, key, params] of code.matchAll(
      /\bt\(\s*'([\w.-]+)'(?:,\s*(\{[^{}]*\}|[\w.]+\([^()]*\)|[\w.]+))?,?\s*\)/g,
    )) {
      const sentence = catalogues.en[key as keyof typeof catalogues.en]
      if (
        sentence === undefined ||
        (params !== undefined && (!params.startsWith('{') || params.includes('...')))
      )
        continue
      const given = new Set(
        (params ?? '{}')
          .slice(1, -1)
          .split(',')
          .map((part) => part.split(':')[0]!.trim()),
      )
      for (const blank of new Set(blanksOf(parse(sentence, 'en')).map((one) => one.split(':')[0]!)))
        if (!given.has(blank) && !(params ?? '').includes(`${blank}:`))
          t.fail(`${file}: ${key} is not told {${blank}}`)
    }
  }
  t.pass('all of them')
})

t.test(
  'the French is French: its signs have their spaces, and no sentence was left in English',
  async (t) => {
    const loanWords = new Set(['common.site', 'language.en', 'language.fr'])
    for (const key of keys) {
      const { [key]: fr } = catalogues.fr
      const { [key]: en } = catalogues.en
      // Words of a sentence; what is the same in both languages is short: "Clameur", "Date", "Description".
      if (!loanWords.has(key) && fr === en && /\p{L}+ \p{L}+ \p{L}+/u.test(fr.replace(/\{[^}]*\}/g, '')))
        t.fail(`${key}: ${fr}`)
      const prose = fr.replace(/https?:\/\/\S+/g, '').replace(/\{[^{}]*\}/g, '')
      if (/(?<![\u202f\u00a0\s(«?!])[;!?](?!\w)/u.test(prose.replace(/&\w+;/g, '')))
        t.fail(`${key} lacks a narrow space: ${fr}`)
      if (/ [;!?»:]/.test(prose) || /« /.test(prose)) t.fail(`${key} may break its line before a sign: ${fr}`)
      if (/'/.test(prose)) t.fail(`${key} has a straight apostrophe: ${fr}`)
    }
    t.pass('all of them')
  },
)
