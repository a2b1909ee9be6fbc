import { ADVANCE_WIDTHS } from './advance-widths.js'

/** Headlines are set a little tight, as in the style sheet. In ems. */
export const LETTER_SPACING = -0.02

const widthOf = new Map<string, number>()
for (const [width, characters] of ADVANCE_WIDTHS) {
  for (const character of characters) widthOf.set(character, width / 1000)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** True when the house font draws every character of the text. */
export function isHouseText(text: string): boolean {
  return [...text].every((character) => widthOf.has(character))
}

/**
 * Returns the width of a text in ems, never less than what is drawn.
 *
 * What the house font lacks falls to a font of the reader's machine, which nobody can measure here: those characters
 * are given the width of the widest common bold font. `isMixed` says that such characters stand in the same title:
 * the Latin letters beside them may then be drawn by that font too, and are given some room.
 */
export function measureEms(text: string, isMixed = !isHouseText(text)): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += isMixed ? foreignWidth(segment) : houseWidth(segment)
  }
  return width
}

// Kerning may widen a pair by a hair; joined arcs and edges forgive nothing.
const HOUSE_SAFETY = 0.012

function houseWidth(grapheme: string): number {
  let width = LETTER_SPACING + HOUSE_SAFETY
  for (const character of grapheme) width += widthOf.get(character) ?? 0
  return width
}

function foreignWidth(grapheme: string): number {
  const known = [...grapheme].every((character) => widthOf.has(character))
  if (known) return Math.max(houseWidth(grapheme) * 1.18, 0.3)
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme)) return 1.4
  if (
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u30ff\uff00-\uffef]/u.test(
      grapheme,
    )
  )
    return 1.04
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(grapheme)) return 0.82
  if (/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(grapheme))
    return /\p{Lu}|[жшщюыфм]/u.test(grapheme) ? 1.15 : 0.8
  if (/\p{Script=Thai}|\p{Script=Lao}/u.test(grapheme)) return 0.85
  // Indic syllables stack consonants side by side under one cluster.
  return Math.max(1, [...grapheme].filter((character) => !/\p{M}|\p{Cf}/u.test(character)).length) * 1.05
}

/** Scripts written without spaces, where any word boundary is a place to break. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u

const words = new Intl.Segmenter('zh', { granularity: 'word' })

export interface Piece {
  readonly text: string
  /** In ems, without the joint. */
  readonly width: number
  /** What stands between this piece and the one before when both are on one line. */
  readonly joint: '' | ' '
}

/**
 * Cuts a text where lines may break. No piece is wider than `longest` ems, so that a single endless word is cut too.
 */
export function cutIntoPieces(text: string, longest: number): Piece[] {
  // No-break spaces hold their words together: only plain ones are places to break.
  const isMixed = !isHouseText(text)
  const pieces: Piece[] = []
  for (const word of text.trim().split(/[ \t\r\n]+/)) {
    const parts = UNSPACED.test(word) ? cutUnspaced(word) : [word]
    parts
      .flatMap((part) => cutTooLong(part, longest, isMixed))
      .forEach((part, index) => {
        pieces.push({ text: part, width: measureEms(part, isMixed), joint: index === 0 ? ' ' : '' })
      })
  }
  return pieces
}

function cutUnspaced(word: string): string[] {
  const parts: string[] = []
  for (const { segment, isWordLike } of words.segment(word)) {
    // A line never begins with a comma or a closing quote.
    const closes = !isWordLike && parts.length > 0 && !/^[\p{Ps}\p{Pi}]/u.test(segment)
    const opened = parts.length > 0 && /[\p{Ps}\p{Pi}]$/u.test(parts.at(-1) ?? '')
    if (closes || opened) parts[parts.length - 1] += segment
    else parts.push(segment)
  }
  return parts
}

function cutTooLong(part: string, longest: number, isMixed: boolean): string[] {
  if (measureEms(part, isMixed) <= longest) return [part]
  const isLatin = /^[\p{Script=Latin}\p{M}’'-]+$/u.test(part)
  const cuts: string[] = []
  let current = ''
  for (const { segment } of graphemes.segment(part)) {
    if (current && measureEms(`${current}${segment}-`, isMixed) > longest) {
      cuts.push(isLatin && !current.endsWith('-') ? `${current}-` : current)
      current = ''
    }
    current += segment
  }
  return [...cuts, current]
}

/** The joint between two pieces of one line: a space, even where the title is drawn by a wider font. */
const SPACE = 0.3

export interface BrokenLines {
  readonly lines: readonly string[]
  /** Of the widest line, in ems. */
  readonly width: number
}

/** Breaks pieces into exactly `count` lines, the widest as narrow as can be; undefined when there are too few pieces. */
export function breakIntoLines(pieces: readonly Piece[], count: number): BrokenLines | undefined {
  const total = pieces.length
  if (count > total) return undefined

  const jointOf = (piece: Piece) => (piece.joint === '' ? 0 : SPACE)
  const upTo = [0]
  for (const piece of pieces) upTo.push((upTo.at(-1) ?? 0) + jointOf(piece) + piece.width)
  const widthBetween = (from: number, to: number) => {
    const first = pieces[from]
    return (upTo[to] ?? 0) - (upTo[from] ?? 0) - (first ? jointOf(first) : 0)
  }

  // narrowest[n][to]: the least widest line when the pieces before `to` make n lines, and where the last one begins.
  let narrowest = Array.from({ length: total + 1 }, (_, to) => ({
    width: to === 0 ? 0 : widthBetween(0, to),
    starts: [0],
  }))
  for (let lines = 2; lines <= count; lines += 1) {
    narrowest = narrowest.map((_, to) => {
      let best = { width: Number.POSITIVE_INFINITY, starts: [0] }
      for (let from = lines - 1; from < to; from += 1) {
        const before = narrowest[from]
        if (!before) continue
        const width = Math.max(before.width, widthBetween(from, to))
        if (width < best.width) best = { width, starts: [...before.starts, from] }
      }
      return best
    })
  }

  const { width, starts } = narrowest[total] ?? { width: widthBetween(0, total), starts: [0] }
  const lines = starts.map((from, index) =>
    pieces
      .slice(from, starts[index + 1])
      .reduce((line, piece, place) => line + (place === 0 ? '' : piece.joint) + piece.text, ''),
  )
  return { lines, width }
}
