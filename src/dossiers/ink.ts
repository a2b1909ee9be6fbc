/** Writes text into a PDF in whichever typefaces it needs. */

import type PDFDocument from 'pdfkit'
import { FONTS, isHoused, isThin, measurable, runsOf, typefaceOf } from './letters.js'

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
  /** With `ellipsis`, what does not fit into it is cut. */
  height?: number
  ellipsis?: boolean
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

  heightOf(text: string, { width, lineGap }: Pick<Place, 'width' | 'lineGap'>): number {
    this.#measure()
    return this.doc.heightOfString(measurable(text), { width, ...(lineGap !== undefined && { lineGap }) })
  }

  #widthOf(runs: { text: string; font: string | undefined }[]): number {
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
