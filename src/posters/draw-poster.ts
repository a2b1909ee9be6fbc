/**
 * The poster that stands in for a picture, and the card that a shared link shows: the voice that spreads, a point and
 * arcs, turned, counted and placed by a seed, and the title set as large as the paper left free allows.
 */
import {
  breakIntoLines,
  cutIntoPieces,
  isHouseText,
  LETTER_SPACING,
  measureEms,
  type Piece,
} from './measure.js'

const PAPER = '#fbf7f0'
const INK = '#1b1a17'
const VERMILION = '#c8281a'
const BLUE = '#1f3a8a'
const GREEN = '#1e6b3a'

interface Colours {
  readonly ground: string
  readonly text: string
  readonly arcs: string
  /** The one arc in another ink. */
  readonly accent: string
}

const PALETTES: readonly Colours[] = [
  { ground: VERMILION, text: PAPER, arcs: PAPER, accent: INK },
  { ground: BLUE, text: PAPER, arcs: PAPER, accent: VERMILION },
  { ground: PAPER, text: INK, arcs: INK, accent: VERMILION },
  { ground: GREEN, text: PAPER, arcs: PAPER, accent: INK },
  { ground: INK, text: PAPER, arcs: PAPER, accent: VERMILION },
  { ground: PAPER, text: INK, arcs: VERMILION, accent: INK },
]

/** All lengths below are drawn for a poster 630 high, and scaled with its shorter side. */
const DRAWN_FOR = 630
const STROKE = 44
/** From an edge to the text, and from an arc's stroke to the text. */
const MARGIN = 56
const CLEARANCE = 26
const GRID = 15
const LARGEST_TEXT = 144
/** Below this a poster no longer reads across a street: an arc gives way instead. */
const COMFORTABLE_TEXT = 76
/** Cutting a word is worse than a small title, down to this size. */
const SMALLEST_WHOLE_WORDS = 56
const LABEL_TEXT = 32
/** Of the text's size: room above and below a baseline, and from one baseline to the next. */
const LATIN_LINE = { ascent: 0.9, descent: 0.26, leading: 1 }
const TALL_LINE = { ascent: 1.15, descent: 0.5, leading: 1.35 }
const MOST_LINES = 7

export interface PosterOptions {
  readonly title: string
  /** The petition's identity: the same seed always gives the same drawing. */
  readonly seed: string | number
  readonly width?: number
  readonly height?: number
  /** A small line under the title. */
  readonly label?: string
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Arc {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Radians, clockwise from the right, from `start` to `end`. A radius of 0 is the point itself. */
  readonly start: number
  readonly end: number
}

export interface PosterLine {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly isRightToLeft: boolean
  /** What the drawn line never leaves. */
  readonly box: Box
}

export interface PosterLayout {
  readonly width: number
  readonly height: number
  readonly colours: Colours
  readonly stroke: number
  readonly arcs: readonly Arc[]
  readonly accent: number
  readonly lines: readonly PosterLine[]
}

/** Draws a petition's poster as an SVG of its own, to be sent, printed or put in a page. */
export function drawPoster(options: PosterOptions): string {
  return writeSvg(layOutPoster(options), options.title)
}

export interface CardOptions {
  readonly title: string
  readonly seed: string | number
  /** Beside the wordmark, e.g. "1,248 of 2,500 signatures". */
  readonly label?: string
  readonly siteName?: string
}

/** Draws the 1200 × 630 card of a shared link: the poster, with the name of the site and one line of figures. */
export function drawCard({ title, seed, label, siteName = 'Clameur' }: CardOptions): string {
  return drawPoster({ title, seed, label: label ? `${siteName} · ${label}` : siteName })
}

/** Decides where everything goes; `drawPoster` writes it down, and the tests check it. */
export function layOutPoster({
  title,
  seed,
  width = 1200,
  height = 630,
  label,
}: PosterOptions): PosterLayout {
  const random = randomFrom(String(seed))
  const scale = Math.min(width, height) / DRAWN_FOR
  const colours = PALETTES[Math.floor(random() * PALETTES.length)] ?? (PALETTES[0] as Colours)
  const sign = placeSign(random, width, height, scale)
  const text = tidy(title) || '…'

  const isMixed = !isHouseText(text)

  // Each try gives more paper to the title: fewer arcs, then words cut in two.
  let best: Setting | undefined
  let arcs = sign.arcs
  for (const longest of [14, 9, 6]) {
    const breaks = breakInEveryWay(cutIntoPieces(text, longest), isMixed)
    for (let count = sign.arcs.length; count >= 3; count -= 1) {
      const tried = sign.arcs.slice(0, count)
      const setting = setText({ breaks, isMixed, label, arcs: tried, width, height, scale })
      if (setting && (!best || setting.size > best.size)) {
        best = setting
        arcs = tried
      }
      if (best && best.size >= COMFORTABLE_TEXT * scale) break
    }
    if (best && best.size >= SMALLEST_WHOLE_WORDS * scale) break
  }
  // The margins shrink with the paper, so there is always some room: this tells the types so.
  /* c8 ignore next */
  if (!best) throw new Error(`No room for a title on a poster of ${width} × ${height}`)

  const accent = 1 + Math.floor(random() * (arcs.length - 1))
  return { width, height, colours, stroke: STROKE * scale, arcs, accent, lines: best.lines }
}

/** Keeps to the characters that the house font draws wherever one of them does the same work. */
function tidy(title: string): string {
  return (
    title
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/\u202f/g, '\u00a0')
      .replace(/[\u2010\u2011]/g, '-')
      // French marks keep to their word however the space before them was typed.
      .replace(/ (?=[?!;:»])|(?<=«) /g, '\u00a0')
      .trim()
  )
}

/** Where the point may stand, in shares of the paper, and the way the voice goes, in eighths of a turn. */
const PLACES: ReadonlyArray<readonly [x: number, y: number, eighth: number]> = [
  [0.09, 0.5, 0],
  [0.91, 0.5, 4],
  [0.5, 0.93, 6],
  [0.09, 0.93, 7],
  [0.91, 0.93, 5],
  [0.09, 0.12, 1],
  [0.91, 0.12, 3],
  [0.06, 0.3, 0],
  [0.94, 0.7, 4],
]

function placeSign(random: () => number, width: number, height: number, scale: number): { arcs: Arc[] } {
  const [shareX, shareY, eighth] = PLACES[Math.floor(random() * PLACES.length)] ?? [0.09, 0.5, 0]
  const x = round(width * shareX)
  const y = round(height * shareY)
  const turn = (eighth * Math.PI) / 4 + (random() - 0.5) * 0.35
  const opening = 0.68 + random() * 0.22
  const step = (108 + random() * 30) * scale
  const count = 3 + Math.floor(random() * 3)

  const arcs: Arc[] = [{ x, y, radius: 0, start: 0, end: 0 }]
  for (let ring = 1; ring <= count; ring += 1) {
    arcs.push({ x, y, radius: round(step * ring), start: turn - opening, end: turn + opening })
  }
  return { arcs }
}

interface Setting {
  readonly size: number
  readonly lines: readonly PosterLine[]
}

interface Room {
  readonly breaks: readonly Break[]
  readonly isMixed: boolean
  readonly label: string | undefined
  readonly arcs: readonly Arc[]
  readonly width: number
  readonly height: number
  readonly scale: number
}

interface Break {
  readonly lines: readonly string[]
  readonly wide: number
  readonly high: number
}

function lineOf(isMixed: boolean): typeof LATIN_LINE {
  return isMixed ? TALL_LINE : LATIN_LINE
}

/** The title in one line, in two, and so on, with its width and height in ems. */
function breakInEveryWay(pieces: readonly Piece[], isMixed: boolean): Break[] {
  const { ascent, descent, leading } = lineOf(isMixed)
  return Array.from({ length: MOST_LINES }, (_, index) => breakIntoLines(pieces, index + 1))
    .filter((broken) => broken !== undefined)
    .map(({ lines, width }) => ({
      lines,
      wide: width,
      high: ascent + descent + (lines.length - 1) * leading,
    }))
}

/** Finds the free rectangle and the line breaks that allow the largest title. */
function setText({ breaks, isMixed, label, arcs, width, height, scale }: Room): Setting | undefined {
  const line = lineOf(isMixed)
  const labelHeight = label ? LABEL_TEXT * scale * 2 : 0

  let best: { size: number; area: number; box: Box; lines: readonly string[] } | undefined
  for (const box of freeBoxes(arcs, width, height, scale)) {
    const roomWide = box.right - box.left
    const roomHigh = box.bottom - box.top - labelHeight
    const area = roomWide * roomHigh
    for (const { lines, wide, high } of breaks) {
      const size = Math.min(roomWide / wide, roomHigh / high, LARGEST_TEXT * scale)
      if (!best || size > best.size + 0.01 || (size > best.size - 0.01 && area > best.area)) {
        best = { size, area, box, lines }
      }
    }
  }
  if (!best || best.size <= 0) return undefined

  const size = Math.floor(best.size * 10) / 10
  const isRightToLeft = startsRightToLeft(best.lines.join(' '))
  const blockHeight =
    size * (line.ascent + line.descent + (best.lines.length - 1) * line.leading) + labelHeight
  const { box } = best
  // A block that hangs from the edge it touches, or stands on it, leaves the voice its own side of the paper.
  const spare = box.bottom - box.top - blockHeight
  const touchesTop = box.top <= MARGIN * scale + GRID * scale
  const touchesBottom = box.bottom >= height - MARGIN * scale - GRID * scale
  const top = box.top + (touchesTop === touchesBottom ? spare / 2 : touchesTop ? 0 : spare)

  const place = (
    text: string,
    textSize: number,
    baseline: number,
    ascent: number,
    descent: number,
    mixed?: boolean,
  ): PosterLine => {
    const wide = measureEms(text, mixed) * textSize
    const x = isRightToLeft ? box.right : box.left
    return {
      text,
      x: round(x),
      baseline: round(baseline),
      size: round(textSize),
      isRightToLeft,
      box: {
        left: isRightToLeft ? x - wide : x,
        right: isRightToLeft ? x : x + wide,
        top: baseline - ascent * textSize,
        bottom: baseline + descent * textSize,
      },
    }
  }

  const lines = best.lines.map((text, index) =>
    place(text, size, top + size * (line.ascent + index * line.leading), line.ascent, line.descent, isMixed),
  )
  if (label) {
    const labelSize = LABEL_TEXT * scale
    const room = box.right - box.left
    lines.push(
      place(
        shorten(tidy(label), room / labelSize),
        labelSize,
        top + blockHeight - labelSize * 0.5,
        1.1,
        0.45,
      ),
    )
  }
  return { size, lines }
}

/** Lists the largest rectangles that no stroke and no margin touches. */
function freeBoxes(arcs: readonly Arc[], width: number, height: number, scale: number): Box[] {
  const cell = GRID * scale
  const margin = MARGIN * scale
  const columns = Math.floor((width - 2 * margin) / cell)
  const rows = Math.floor((height - 2 * margin) / cell)
  const reach = ((STROKE + 0.5) / 2 + CLEARANCE) * scale

  // How many free cells stand above each cell, itself included.
  const free = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const box = {
        left: margin + column * cell,
        top: margin + row * cell,
        right: margin + (column + 1) * cell,
        bottom: margin + (row + 1) * cell,
      }
      return arcs.every((arc) => distanceToArc(arc, box) > reach)
    }),
  )

  const boxes: Box[] = []
  const depth = new Array<number>(columns).fill(0)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      depth[column] = free[row]?.[column] ? (depth[column] ?? 0) + 1 : 0
    }
    for (let from = 0; from < columns; from += 1) {
      let least = Number.POSITIVE_INFINITY
      for (let to = from; to < columns; to += 1) {
        least = Math.min(least, depth[to] ?? 0)
        if (least === 0) break
        // Only widths that a line of text could use, and not those that the next column only widens.
        if (to - from < 6 || (depth[to + 1] ?? 0) >= least || (depth[from - 1] ?? 0) >= least) continue
        boxes.push({
          left: margin + from * cell,
          top: margin + (row - least + 1) * cell,
          right: margin + (to + 1) * cell,
          bottom: margin + (row + 1) * cell,
        })
      }
    }
  }
  return boxes
}

/** Returns a distance that is never more than the true one between an arc's centre line and a small cell. */
function distanceToArc({ x, y, radius, start, end }: Arc, cell: Box): number {
  const middleX = (cell.left + cell.right) / 2
  const middleY = (cell.top + cell.bottom) / 2
  const halfDiagonal = Math.hypot(cell.right - cell.left, cell.bottom - cell.top) / 2
  const fromCentre = Math.hypot(middleX - x, middleY - y)

  const middle = (start + end) / 2
  const bearing = Math.atan2(middleY - y, middleX - x)
  const aside = Math.abs(Math.atan2(Math.sin(bearing - middle), Math.cos(bearing - middle)))
  if (aside <= (end - start) / 2) return Math.abs(fromCentre - radius) - halfDiagonal

  const toEnd = (angle: number) =>
    Math.hypot(middleX - x - radius * Math.cos(angle), middleY - y - radius * Math.sin(angle))
  return Math.min(toEnd(start), toEnd(end)) - halfDiagonal
}

function writeSvg(
  { width, height, colours, stroke, arcs, accent, lines }: PosterLayout,
  title: string,
): string {
  const paths = arcs
    .map((arc, index) => {
      const ink = index === accent ? ` stroke="${colours.accent}"` : ''
      return `<path${ink} d="${arcPath(arc)}"/>`
    })
    .join('')
  const texts = lines
    .map(({ text, x, baseline, size, isRightToLeft }) => {
      const direction = isRightToLeft ? ' direction="rtl"' : ''
      return `<text x="${x}" y="${baseline}" font-size="${size}" letter-spacing="${round(letterSpacing(text) * size)}"${direction}>${escapeXml(text)}</text>`
    })
    .join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="poster" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${escapeXml(title)}">` +
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>` +
    `<g fill="none" stroke-width="${round(stroke)}" stroke-linecap="round" stroke="${colours.arcs}">${paths}</g>` +
    `<g font-family="&quot;Bricolage Grotesque Variable&quot;, sans-serif" font-weight="800" fill="${colours.text}">${texts}</g>` +
    '</svg>'
  )
}

/** Letters that join must not be pulled apart or pushed together. */
function letterSpacing(text: string): number {
  return isHouseText(text) ? LETTER_SPACING : 0
}

function arcPath({ x, y, radius, start, end }: Arc): string {
  // A line of no length with round ends is a dot as wide as the stroke.
  if (radius === 0) return `M${x} ${y}h.01`
  const fromX = round(x + radius * Math.cos(start))
  const fromY = round(y + radius * Math.sin(start))
  const toX = round(x + radius * Math.cos(end))
  const toY = round(y + radius * Math.sin(end))
  return `M${fromX} ${fromY}A${radius} ${radius} 0 0 1 ${toX} ${toY}`
}

function shorten(text: string, roomEms: number): string {
  if (measureEms(text) <= roomEms) return text
  const kept = [...text]
  while (kept.length > 0 && measureEms(`${kept.join('')}…`) > roomEms) kept.pop()
  return `${kept.join('').trimEnd()}…`
}

function startsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u.test(
    first,
  )
}

function escapeXml(text: string): string {
  return (
    text
      // Control characters, lone surrogates and non-characters have no place in XML, even escaped.
      .replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        '',
      )
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Mulberry32, started from an FNV-1a hash: small, and the same on every machine and for ever. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
