/** Writes text into a PDF in whichever typefaces it needs. */

import type PDFDocument from 'pdfkit'
import { FONTS, isHoused, isThin, measurable, type Run, runsOf, typefaceOf } from './letters.js'

type Doc = InstanceType<typeof PDFDocument>

export type Face = keyof typeof FONTS

export interface Place {
  x: number
  y: number
  width: number
  align?: 'left' | 'right'
  lineGap?: number
  link?: string
  underline?: boolean
  lineBreak?: boolean
}

export class Ink {
  constructor(
    private readonly doc: Doc,
    private readonly face: Face,
    private readonly size: number,
    private readonly colour: string,
  ) {}

  /** Lines are broken at the width; below the last one stands the document's `y`. */
  write(text: string, { x, y, ...options }: Place): void {
    const { doc } = this
    this.#take()
    const runs = runsOf(text)
    if (isHoused(runs)) {
      doc.text(runs.map((run) => run.text).join(''), x, y, options)
      return
    }
    // One width for the whole line, which pdfkit cannot align when its parts are of several faces.
    const at = { x: options.align === 'right' ? x + options.width - this.#widthOf(runs) : x, y }
    runs.forEach(({ text, font }, index) => {
      this.#take(font)
      const isOutlined = font !== undefined && isThin(font)
      if (isOutlined) doc.lineWidth(this.size / 40).strokeColor(this.colour)
      const more = {
        ...options,
        align: 'left',
        continued: index < runs.length - 1,
        fill: true,
        stroke: isOutlined,
      } as const
      if (index === 0) doc.text(text, at.x, at.y, more)
      else doc.text(text, more)
    })
    this.#take()
  }

  /** On one line, cut where it does not fit: quicker than lines, for who writes millions of cells. */
  line(text: string, { x, y, width }: Pick<Place, 'x' | 'y' | 'width'>): void {
    const { doc } = this
    this.#take()
    const runs = runsOf(text)
    // No letter is narrower than this share of its size in the mean of a word.
    const isLong = text.length * this.size * 0.4 > width
    const cut = isLong ? this.#cut(runs, width) : runs
    let at = x
    for (const [index, { text, font }] of cut.entries()) {
      if (font) this.#take(font)
      const isThinOne = font !== undefined && isThin(font)
      if (isThinOne) doc.lineWidth(this.size / 40).strokeColor(this.colour)
      doc.text(text, at, y, { lineBreak: false, fill: true, stroke: isThinOne })
      if (index < cut.length - 1) at += doc.widthOfString(text)
      if (font) this.#take()
    }
  }

  #cut(runs: Run[], width: number): Run[] {
    if (this.#widthOf(runs) <= width) return runs
    const cut = runs.map((run) => ({ ...run }))
    for (let last = cut.at(-1); last && this.#widthOf(cut) > width - this.size; last = cut.at(-1)) {
      last.text = [...last.text].slice(0, -1).join('')
      if (last.text === '') cut.pop()
    }
    return [...cut, { text: '…', font: undefined }]
  }

  heightOf(text: string, { width, lineGap }: Pick<Place, 'width' | 'lineGap'>): number {
    this.#measure()
    return this.doc.heightOfString(measurable(text), { width, ...(lineGap !== undefined && { lineGap }) })
  }

  #widthOf(runs: Run[]): number {
    return runs.reduce((sum, { text, font }) => {
      this.#measure(font)
      return sum + this.doc.widthOfString(text)
    }, 0)
  }

  #take(font?: string): void {
    this.#measure(font)
    this.doc.fillColor(this.colour)
  }

  /** Without colour, which wants a page. */
  #measure(font?: string): void {
    if (font) this.doc.registerFont(font, typefaceOf(font))
    this.doc.font(font ?? FONTS[this.face]).fontSize(this.size)
  }
}
