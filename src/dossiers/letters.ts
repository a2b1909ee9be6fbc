/**
 * Which typeface draws which letter. The house's two draw Latin; what they lack is drawn by others, so that everyone's
 * name stands in the dossier as they write it.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create, type Font, openSync } from 'fontkit'
import { decompress } from 'wawoff2'

const folder = new URL('../../../views/dossiers/fonts/', import.meta.url)
const pathOf = (file: string) => fileURLToPath(new URL(file, folder))

export const FONTS = {
  text: pathOf('AtkinsonHyperlegibleNext-Regular.ttf'),
  bold: pathOf('AtkinsonHyperlegibleNext-Bold.ttf'),
  display: pathOf('BricolageGrotesque-ExtraBold.ttf'),
}

const { resolve } = createRequire(import.meta.url)

/** Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian, and Latin beyond the house's own. */
const WIDE = () => join(dirname(resolve('dejavu-fonts-ttf/package.json')), 'ttf', 'DejaVuSans.ttf')
/** Each in a hundred small files, of which a dossier opens those it needs. */
const IN_PIECES = ['noto-sans-kr', 'noto-sans-sc', 'noto-sans', 'noto-emoji']

let housed: Set<number> | undefined
let wide: Set<number> | undefined
let pieces: { from: number; to: number; path: string }[] | undefined
/** Unpacked, since what pdfkit cuts out of a WOFF2 draws nothing. */
const unpacked = new Map<string, { bytes: Buffer; font: Font }>()
/** Which file draws a letter, of those that were looked for. */
const found = new Map<number, string | undefined>()

/** Opens what these texts need; a letter whose typeface was not opened is drawn as one that none has. */
export async function openTypefaces(texts: Iterable<string>): Promise<void> {
  const letters = new Set<string>()
  for (const text of texts) for (const letter of text) if (letter > '\u036f') letters.add(letter)
  for (const letter of letters) {
    const code = letter.codePointAt(0)!
    if (!isOfTheHouse(letter) && !found.has(code)) found.set(code, await search(code))
  }
}

/** The ranges tell where a letter may be; some files have less than they say. */
async function search(code: number): Promise<string | undefined> {
  pieces ??= IN_PIECES.flatMap(readPieces)
  for (const { from, to, path } of pieces)
    if (code >= from && code <= to && (await unpack(path)).font.hasGlyphForCodePoint(code)) return path
  return undefined
}

async function unpack(path: string): Promise<{ bytes: Buffer; font: Font }> {
  const known = unpacked.get(path)
  if (known) return known
  const bytes = Buffer.from(await decompress(readFileSync(path)))
  const made = { bytes, font: create(bytes) }
  unpacked.set(path, made)
  return made
}

/** What pdfkit opens for a run's typeface. */
export function typefaceOf(path: string): string | Buffer {
  return unpacked.get(path)?.bytes ?? path
}

/** Drawn from their thinnest cut, the only one in these files that can be cut out: a fine outline makes them even. */
export function isThin(path: string): boolean {
  return /noto-sans-(sc|kr)/.test(path)
}

/** Letters that all of the house's typefaces have: Latin with its accents, figures and punctuation. */
function housedLetters(): Set<number> {
  if (!housed) {
    const display = new Set(openSync(FONTS.display).characterSet)
    housed = new Set(openSync(FONTS.text).characterSet.filter((letter) => display.has(letter)))
  }
  return housed
}

/** The other typeface that has a letter; undefined when none has, or it was not opened. */
function fallbackFor(letter: number): string | undefined {
  wide ??= new Set(openSync(WIDE()).characterSet)
  return wide.has(letter) ? WIDE() : found.get(letter)
}

function readPieces(name: string): { from: number; to: number; path: string }[] {
  const packaged = dirname(resolve(`@fontsource-variable/${name}/package.json`))
  const ranges = JSON.parse(readFileSync(join(packaged, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(ranges).flatMap(([key, list]) => {
    const path = join(packaged, 'files', `${name}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    return list.split(',').map((range) => {
      const [from = '', to = from] = range.slice(2).split('-')
      return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), path }
    })
  })
}

export interface Run {
  text: string
  /** Undefined for the house's own. */
  font: string | undefined
}

/**
 * The text in runs of one typeface each. A run that is written right to left is one word to pdfkit, which shapes it as
 * a whole. A letter that nothing draws becomes a question mark, so that a reader sees that something stood there.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const letter of plain(text)) {
    const font = fontOf(letter)
    const last = runs.at(-1)
    // A space belongs to what stands around it.
    if (last && (last.font === font || (letter === ' ' && last.font !== undefined))) last.text += letter
    else runs.push({ text: letter, font })
  }
  return runs.map(({ text, font }) => {
    if (font === undefined) return { text: drawnAtHome(text), font }
    return { text: isRightToLeft(text) ? text.trim().replace(/ /g, '\u00a0') : text, font }
  })
}

/** Whether a text is drawn by the house's typefaces alone, which pdfkit can then measure and break into lines. */
export function isHoused(runs: Run[]): boolean {
  return runs.every(({ font }) => font === undefined)
}

/** As wide as the text will be, about: for measuring with the house's typefaces. */
export function measurable(text: string): string {
  return [...plain(text)].map((letter) => (isOfTheHouse(letter) ? letter : 'm')).join('')
}

function fontOf(letter: string): string | undefined {
  return isOfTheHouse(letter) ? undefined : fallbackFor(letter.codePointAt(0)!)
}

function isOfTheHouse(letter: string): boolean {
  return housedLetters().has(letter.codePointAt(0)!) || letter === '\n'
}

function drawnAtHome(text: string): string {
  return [...text].map((letter) => (isOfTheHouse(letter) ? letter : '?')).join('')
}

function isRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
}

/** Narrow spaces are drawn as wider ones; what only joins or varies other letters is not drawn by itself. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u202f\u2007\u2009]/g, '\u00a0')
    .replace(/\u2011/g, '-')
    .replace(/[\ufe0e\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\p{Emoji_Modifier}|\p{Cc}(?<!\n)/gu, '')
}
