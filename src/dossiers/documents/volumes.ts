/** The list to be read on paper: numbered volumes of as many signatures as a binder holds. */

import PDFDocument from 'pdfkit'
import { type Translator, translatorFor } from '../../i18n/translate.js'
import type { FrozenRow } from '../frozen.js'
import { Ink } from '../ink.js'
import { FONTS, openTypefaces } from '../letters.js'
import type { Document, Source } from './document.js'

/** Of the frozen rows: some 10,000 signatures, 250 sheets of paper. */
const PAGES_A_VOLUME = 10

const MARGIN = 40
const WIDTH = 595.28 - 2 * MARGIN
const TOP = 84
const BOTTOM = 800
const LINE = 14
const INK = '#1b1a17'
const SOFT = '#57524a'

/** Shares of the width. */
const COLUMNS = [
  { name: 'number', share: 0.09 },
  { name: 'name', share: 0.29 },
  { name: 'locality', share: 0.24 },
  { name: 'postcode', share: 0.09 },
  { name: 'day', share: 0.12 },
  { name: 'strength', share: 0.05 },
  { name: 'channel', share: 0.08 },
  { name: 'version', share: 0.04 },
] as const

export function volumesOf({ pages }: Pick<Source, 'pages'>): Document[] {
  const count = Math.ceil(pages / PAGES_A_VOLUME)
  return Array.from({ length: count }, (_, index) => ({
    file: `signatures-${String(index + 1).padStart(3, '0')}.pdf`,
    write: (source) => writeVolume(source, { volume: index + 1, volumes: count }),
  }))
}

/**
 * Streamed, and without the tags that a short document has: they would be kept in memory for every cell. Who reads with
 * a screen reader has the same lines as CSV.
 */
async function* writeVolume(
  source: Source,
  { volume, volumes }: { volume: number; volumes: number },
): AsyncGenerator<Buffer> {
  const { dossier, petition, at } = source
  const ui = translatorFor(dossier.locale)
  const title = ui.t('dossiers.volume.title', { title: petition.title, volume, volumes })
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    compress: true,
    lang: dossier.locale,
    displayTitle: true,
    font: FONTS.text,
    info: { Title: title, Creator: 'Clameur', Producer: 'Clameur', CreationDate: at },
  })
  const sheet = new VolumeSheet(doc, ui, title)
  let written = (volume - 1) * PAGES_A_VOLUME * 1_000
  for await (const rows of source.rows({
    from: (volume - 1) * PAGES_A_VOLUME,
    to: volume * PAGES_A_VOLUME,
  })) {
    await openTypefaces(rows.flatMap(({ name = '', locality, comment = '' }) => [name, locality, comment]))
    for (const row of rows) sheet.add(row)
    written += rows.length
    await source.progress(written)
    yield* drained(doc)
  }
  sheet.end()
  doc.end()
  for await (const piece of doc as unknown as AsyncIterable<Buffer>) yield piece
}

/** What the document has written so far, so that it is not held until its end. */
export function* drained(doc: InstanceType<typeof PDFDocument>): Generator<Buffer> {
  for (;;) {
    const piece = (doc as unknown as NodeJS.ReadableStream).read() as unknown as Buffer | null
    if (!piece) return
    yield piece
  }
}

/** In the words of the petition's page. */
export function tellReason(
  { t }: Translator,
  { comment, reservation }: { comment: string; reservation?: boolean | undefined },
): string {
  const quoted = t('site.voices.quote', { comment })
  return reservation ? `${quoted} (${t('site.voices.reservation')})` : quoted
}

class VolumeSheet {
  #y = BOTTOM
  #page = 0

  constructor(
    private readonly doc: InstanceType<typeof PDFDocument>,
    private readonly ui: Translator,
    private readonly title: string,
  ) {}

  add(row: FrozenRow): void {
    const reason = row.comment ? tellReason(this.ui, { ...row, comment: row.comment }) : undefined
    const small = new Ink(this.doc, 'text', 8, SOFT)
    const indent = WIDTH * COLUMNS[0].share
    const height = reason ? small.heightOf(reason, { width: WIDTH - indent }) + 4 : 0
    if (this.#y + LINE + height > BOTTOM) this.#turn()

    const isNamed = row.name !== undefined
    const text = new Ink(this.doc, 'text', 9, INK)
    this.#cells(text, [
      String(row.number),
      row.name ?? this.ui.t('dossiers.volume.unnamed'),
      row.locality || row.territory,
      isNamed ? row.postcode : '',
      isNamed ? row.day : '',
      `L${row.strength}`,
      isNamed ? this.ui.t('dossiers.volume.online') : '',
      isNamed ? String(row.textVersion) : '',
    ])
    this.#y += LINE
    if (reason) {
      small.write(reason, { x: MARGIN + indent, y: this.#y, width: WIDTH - indent })
      this.#y += height
    }
  }

  end(): void {
    if (this.#page === 0) this.#turn()
  }

  #turn(): void {
    this.#page += 1
    this.doc.addPage()
    new Ink(this.doc, 'bold', 10, INK).line(this.title, { x: MARGIN, y: 30, width: WIDTH - 70 })
    new Ink(this.doc, 'text', 9, SOFT).write(String(this.#page), {
      x: MARGIN + WIDTH - 60,
      y: 30,
      width: 60,
      align: 'right',
    })
    this.#y = TOP - 20
    this.#cells(
      new Ink(this.doc, 'bold', 8, INK),
      COLUMNS.map(({ name }) => this.ui.t(`dossiers.volume.${name}`)),
    )
    this.doc
      .moveTo(MARGIN, TOP - 6)
      .lineTo(MARGIN + WIDTH, TOP - 6)
      .lineWidth(0.75)
      .stroke(INK)
    this.#y = TOP
  }

  #cells(ink: Ink, cells: string[]): void {
    let x = MARGIN
    cells.forEach((cell, index) => {
      const width = WIDTH * COLUMNS[index]!.share
      if (cell !== '') ink.line(cell, { x, y: this.#y, width: width - 4 })
      x += width
    })
  }
}
