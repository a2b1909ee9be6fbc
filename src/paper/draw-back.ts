/** The back of a sheet: the whole text, where the front has no room for it, so that nobody signs what they cannot read. */

import type PDFDocument from 'pdfkit'
import type { PetitionText } from '../database/tables.js'
import { type Face, Ink } from '../dossiers/ink.js'
import type { Translator } from '../i18n/translate.js'

type Doc = InstanceType<typeof PDFDocument>

const BLACK = '#1b1a17'
const SOFT = '#57524a'
const MARGIN = 50
const PAGE = { width: 595.28, height: 841.89 }
const WIDTH = PAGE.width - 2 * MARGIN
const SIZE = 10
/** About what a line of this size holds; a paragraph longer than a page is cut between words. */
const LETTERS_A_PIECE = 1_500

/** Adds as many pages as the text takes, and an empty one where the next sheet would begin on the back of this. */
export function drawBack(
  doc: Doc,
  root: ReturnType<Doc['struct']>,
  { t }: Translator,
  { code, text }: { code: string; text: PetitionText },
): void {
  let pages = 1
  let y = MARGIN
  const nextPage = () => {
    doc.addPage()
    pages += 1
    y = MARGIN
    put('P', 'text', 8, t('paper.pdf.backOf', { code, version: text.version }), 10, SOFT)
  }
  const put = (name: string, face: Face, size: number, words: string, gap: number, colour = BLACK) => {
    const ink = new Ink(doc, face, size, colour)
    const height = ink.heightOf(words, { width: WIDTH, lineGap: 2 })
    if (y + height > PAGE.height - MARGIN && y > MARGIN + 30) nextPage()
    root.add(doc.struct(name, {}, () => ink.write(words, { x: MARGIN, y, width: WIDTH, lineGap: 2 })))
    y += height + gap
  }
  nextPage()
  put('H1', 'display', 17, text.title, 8)
  put('P', 'bold', 11, text.ask, 10)
  for (const paragraph of text.body.split(/\n{2,}/))
    piecesOf(paragraph).forEach((piece, index, { length }) => {
      put('P', 'text', SIZE, piece, index < length - 1 ? 2 : 7)
    })
  if (pages % 2 === 1) doc.addPage()
}

function piecesOf(paragraph: string): string[] {
  const pieces: string[] = []
  let rest = paragraph
  while (rest.length > LETTERS_A_PIECE) {
    const space = rest.lastIndexOf(' ', LETTERS_A_PIECE)
    const end = space > 0 ? space : LETTERS_A_PIECE
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, rest]
}
