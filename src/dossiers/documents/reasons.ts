/** Every reason that signers made public, in the order in which they signed. */

import PDFDocument from 'pdfkit'
import { translatorFor } from '../../i18n/translate.js'
import { territoryName } from '../../petitions/territories.js'
import { Ink } from '../ink.js'
import { FONTS, openTypefaces } from '../letters.js'
import type { Document, Source } from './document.js'
import { drained, tellReason } from './volumes.js'

export const REASONS = 'reasons.pdf'

const MARGIN = 60
const WIDTH = 595.28 - 2 * MARGIN
const TOP = 60
const BOTTOM = 780
const INK = '#1b1a17'
const SOFT = '#57524a'

export const reasons: Document = { file: REASONS, write: writeReasons }

/** Streamed: there may be hundreds of thousands. */
async function* writeReasons(source: Source): AsyncGenerator<Buffer> {
  const { dossier, petition, at } = source
  const ui = translatorFor(dossier.locale)
  const { t, locale } = ui
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: locale,
    displayTitle: true,
    font: FONTS.text,
    info: {
      Title: t('dossiers.reasons.title', { title: petition.title }),
      Creator: 'Clameur',
      Producer: 'Clameur',
      CreationDate: at,
    },
  })
  let y = TOP
  const write = (ink: Ink, text: string, gap: number) => {
    const height = ink.heightOf(text, { width: WIDTH, lineGap: 2 })
    if (y + height > BOTTOM) {
      doc.addPage()
      y = TOP
    }
    ink.write(text, { x: MARGIN, y, width: WIDTH, lineGap: 2 })
    y += height + gap
  }

  write(new Ink(doc, 'display', 20, INK), t('dossiers.reasons.title', { title: petition.title }), 10)
  write(new Ink(doc, 'text', 10, SOFT), t('dossiers.reasons.intro'), 18)
  let written = 0
  for await (const rows of source.rows()) {
    await openTypefaces(rows.flatMap(({ comment = '', shownName = '' }) => [comment, shownName]))
    for (const { number, comment, reservation, shownName, territory } of rows) {
      if (!comment) continue
      const who = shownName ?? t('site.voices.unnamed')
      write(new Ink(doc, 'text', 11, INK), tellReason(ui, { comment, reservation }), 1)
      write(
        new Ink(doc, 'text', 9, SOFT),
        t('dossiers.reasons.by', { who, place: territoryName(territory, locale), number }),
        12,
      )
    }
    written += rows.length
    await source.progress(written)
    yield* drained(doc)
  }
  doc.end()
  for await (const piece of doc as unknown as AsyncIterable<Buffer>) yield piece
}
