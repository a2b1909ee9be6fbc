/** Draws a tagged PDF in the house style: headings, paragraphs, tables and figures that a screen reader finds too. */

import PDFDocument from 'pdfkit'
import type { Locale } from '../database/tables.js'
import { type Face, Ink } from './ink.js'
import { FONTS } from './letters.js'

const INK = '#1b1a17'
const SOFT = '#57524a'
const RULE = '#d9cfbd'
const ACT = '#c8281a'
const TRUST = '#1f3a8a'

const MARGIN = 60
const HEAD = 46
const FOOT = 54
const GUTTER = 24
const PAGE_WIDTH = 595.28
const WIDTH = PAGE_WIDTH - 2 * MARGIN

export interface Column {
  heading: string
  /** Share of the sheet's width. */
  share: number
  isNumber?: boolean
}

export interface Sheet {
  readonly stream: NodeJS.ReadableStream
  /** Of what is drawn next: a half of the page beside something else. */
  readonly width: number
  masthead(name: string): void
  title(text: string): void
  heading(text: string): void
  paragraph(text: string, look?: 'soft' | 'bold'): void
  quote(text: string): void
  /** A large number and what it counts. */
  tally(number: string, text: string): void
  facts(rows: { label: string; value: string }[]): void
  table(columns: Column[], rows: string[][]): void
  chart(
    drawn: { width: number; height: number; area: string; line: string },
    label: string,
    ends: string[],
  ): void
  /** A square of modules, drawn as vectors; beside it what it is for, and the address that it leads to. */
  code(modules: { size: number; data: Uint8Array }, about: { text: string; url: string; label: string }): void
  nextPage(): void
  /** What is left of the page, in points. */
  room(): number
  /** Two things beside each other, each on a half; read one after the other. */
  beside(left: () => void, right: () => void): void
  /** Drawn at the foot of the page, where it can be cut off; as high as it is drawn, which must fit. */
  foot(height: number, draw: () => void): void
  /** Numbers the pages and ends the document. */
  end(number: (page: number, pages: number) => string): void
}

export function openSheet(about: {
  title: string
  subject: string
  author: string
  locale: Locale
  at: Date
}): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: HEAD, bottom: FOOT, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: about.locale,
    bufferPages: true,
    font: FONTS.text,
    info: {
      Title: about.title,
      Subject: about.subject,
      Author: about.author,
      Creator: 'Clameur',
      Producer: 'Clameur',
      CreationDate: about.at,
    },
  })
  const root = doc.struct('Document')
  doc.addStructure(root)

  let left = MARGIN
  let width = WIDTH
  const bottom = () => doc.page.height - FOOT
  const ink = (face: Face, size: number, colour = INK) => new Ink(doc, face, size, colour)
  const tag = (name: string, draw: () => void, options: { alt?: string } = {}) =>
    void root.add(doc.struct(name, options, draw))
  const isFull = (height: number) => doc.y + height > bottom()
  /** What only adorns is kept from screen readers. */
  const adorn = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const rule = (y: number, colour = RULE, thickness = 0.75) =>
    adorn(() =>
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(thickness)
        .stroke(colour),
    )
  const gap = (points: number) => {
    doc.x = left
    doc.y += points
  }

  return {
    stream: doc as unknown as NodeJS.ReadableStream,
    get width() {
      return width
    },

    masthead(name) {
      const y = doc.y
      adorn(() => {
        doc.save().translate(MARGIN, y).scale(0.75)
        doc.lineWidth(4).lineCap('round').strokeColor(ACT)
        for (const arc of [
          'M6 16h.01',
          'M12 10a8.5 8.5 0 0 1 0 12',
          'M18 5.5a15 15 0 0 1 0 21',
          'M24.5 1.8a21 21 0 0 1 0 28.4',
        ])
          doc.path(arc).stroke()
        doc.restore()
      })
      tag('P', () => ink('display', 17).write(name, { x: MARGIN + 32, y: y + 2, width: WIDTH - 32 }))
      rule(y + 32, INK, 1.5)
      doc.y = y + 32
      gap(22)
    },

    title(text) {
      tag('H1', () =>
        ink('display', text.length > 60 ? 22 : 28).write(text, {
          x: MARGIN,
          y: doc.y,
          width: WIDTH,
          lineGap: -2,
        }),
      )
      gap(10)
    },

    heading(text) {
      // A heading never stays alone at the foot of a page.
      if (isFull(90)) doc.addPage()
      gap(10)
      tag('H2', () => ink('display', 14).write(text, { x: left, y: doc.y, width: width }))
      gap(4)
    },

    paragraph(text, look) {
      const size = look === 'soft' ? 9.5 : 10.5
      tag('P', () =>
        ink(look === 'bold' ? 'bold' : 'text', size, look === 'soft' ? SOFT : INK).write(text, {
          x: left,
          y: doc.y,
          width: width,
          lineGap: 2,
        }),
      )
      gap(6)
    },

    quote(text) {
      const bold = ink('bold', 13)
      const height = bold.heightOf(text, { width: width - 20, lineGap: 2 })
      if (isFull(height) && height < 500) doc.addPage()
      const { y } = doc
      const page = doc.page
      tag('BlockQuote', () => bold.write(text, { x: left + 20, y, width: width - 20, lineGap: 2 }))
      if (doc.page === page) adorn(() => doc.rect(left, y - 2, 6, doc.y - y + 2).fill(TRUST))
      gap(12)
    },

    tally(number, text) {
      if (isFull(80)) doc.addPage()
      tag('P', () => {
        ink('display', 40).write(number, { x: left, y: doc.y, width: width, lineGap: -4 })
        ink('text', 11.5).write(text, { x: left, y: doc.y, width: width })
      })
      gap(8)
    },

    facts(rows) {
      for (const { label, value } of rows) {
        const height = Math.max(
          ink('text', 10).heightOf(value, { width: width - 120 }),
          ink('text', 10).heightOf(label, { width: 110 }),
        )
        if (isFull(height + 8)) doc.addPage()
        const { y } = doc
        rule(y)
        tag('P', () => {
          ink('text', 10, SOFT).write(label, { x: left, y: y + 3, width: 110 })
          ink('text', 10).write(value, { x: left + 120, y: y + 3, width: width - 120 })
        })
        doc.y = y + height + 3
        gap(2)
      }
      gap(4)
    },

    table(columns, rows) {
      const table = doc.struct('Table')
      root.add(table)
      const line = (cells: string[], isHeading: boolean) => {
        const cellInk = ink(isHeading ? 'bold' : 'text', 10)
        const widths = columns.map((column) => column.share * width)
        const height = Math.max(
          ...cells.map((cell, index) => cellInk.heightOf(cell, { width: widths[index]! - 8 })),
        )
        if (isFull(height + 5)) doc.addPage()
        const { y } = doc
        const row = doc.struct('TR')
        table.add(row)
        let x = left
        cells.forEach((cell, index) => {
          const own = widths[index]!
          const at = x
          row.add(
            doc.struct(isHeading || index === 0 ? 'TH' : 'TD', {}, () => {
              const align = columns[index]!.isNumber ? 'right' : 'left'
              cellInk.write(cell, { x: at, y: y + 2.5, width: own - 8, align })
            }),
          )
          x += own
        })
        row.end()
        doc.y = y + height + 2
        gap(2)
        rule(doc.y, isHeading ? INK : RULE, isHeading ? 1.25 : 0.75)
      }
      line(
        columns.map((column) => column.heading),
        true,
      )
      for (const cells of rows) line(cells, false)
      table.end()
      gap(8)
    },

    chart(drawn, label, ends) {
      if (isFull(drawn.height + 40)) doc.addPage()
      const { y } = doc
      tag(
        'Figure',
        () => {
          doc.save().translate(left, y)
          doc.path(drawn.area).fillOpacity(0.16).fill(ACT).fillOpacity(1)
          doc.path(drawn.line).lineWidth(2).stroke(ACT)
          doc.moveTo(0, drawn.height).lineTo(drawn.width, drawn.height).lineWidth(0.75).stroke(INK)
          doc.restore()
          const small = ink('text', 9, SOFT)
          const below = y + drawn.height + 5
          small.write(ends[0] ?? '', { x: left, y: below, width: width / 2 })
          if (ends[1])
            small.write(ends[1], { x: left + width / 2, y: below, width: width / 2, align: 'right' })
          if (ends[2]) small.write(ends[2], { x: left, y: y + 4, width: width, align: 'right' })
        },
        { alt: label },
      )
      doc.y = y + drawn.height
      gap(24)
    },

    code({ size, data }, { text, url, label }) {
      const side = 96
      if (isFull(side)) doc.addPage()
      const { y } = doc
      tag(
        'Figure',
        () => {
          const module = side / size
          for (let index = 0; index < data.length; index++)
            if (data[index])
              doc.rect(left + (index % size) * module, y + Math.floor(index / size) * module, module, module)
          doc.fill(INK)
        },
        { alt: label },
      )
      const beside = { x: left + side + 20, width: width - side - 20 }
      tag('P', () => ink('text', 10).write(text, { ...beside, y, lineGap: 1 }))
      tag('Link', () =>
        ink('text', 10, TRUST).write(url, { ...beside, y: doc.y + 4, link: url, underline: true }),
      )
      doc.y = Math.max(doc.y, y + side)
      gap(12)
    },

    nextPage() {
      doc.addPage()
    },

    room: () => bottom() - doc.y,

    beside(onLeft, onRight) {
      const half = (WIDTH - GUTTER) / 2
      const { y, page } = doc
      width = half
      onLeft()
      const after = doc.y
      doc.y = y
      left = MARGIN + half + GUTTER
      onRight()
      left = MARGIN
      width = WIDTH
      if (doc.page === page) doc.y = Math.max(after, doc.y)
      doc.x = left
    },

    foot(height, draw) {
      if (isFull(height)) doc.addPage()
      doc.y = bottom() - height
      adorn(() =>
        doc
          .moveTo(MARGIN, doc.y)
          .lineTo(MARGIN + WIDTH, doc.y)
          .lineWidth(0.75)
          .dash(4, { space: 3 })
          .stroke(SOFT)
          .undash(),
      )
      draw()
    },

    end(number) {
      root.end()
      const { start, count } = doc.bufferedPageRange()
      for (let index = 0; index < count; index++) {
        doc.switchToPage(start + index)
        doc.markContent('Artifact', { type: 'Pagination' })
        // The foot stands in the margin, where text would begin a new page.
        doc.page.margins.bottom = 0
        ink('text', 9, SOFT).write(number(index + 1, count), {
          x: MARGIN,
          y: doc.page.height - 36,
          width: WIDTH,
          align: 'right',
          lineBreak: false,
        })
        doc.endMarkedContent()
      }
      doc.end()
    },
  }
}
