/** Sheets to be signed by hand, as a PDF: each on one page of A4, with the whole text there or on its back. */

import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import type { DecisionMaker, PaperSheet, Petition, PetitionText } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { type Face, Ink } from '../dossiers/ink.js'
import { FONTS, openTypefaces } from '../dossiers/letters.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { contactOf } from '../mail/contact.js'
import { codeOf } from './code.js'
import { drawBack } from './draw-back.js'
import { LINES } from './lines.js'

const BLACK = '#1b1a17'
const SOFT = '#57524a'
const RULE = '#8b8477'

const MARGIN = 40
const PAGE = { width: 595.28, height: 841.89 }
const WIDTH = PAGE.width - 2 * MARGIN
const QR_SIDE = 74
/** A line is written on by hand, at a stall, with a thick pen: 9 mm and a half. */
const LEAST_LINE = 27
const HIGHEST_LINE = 36
const HEADINGS = 16

const COLUMNS = [
  { key: 'number', share: 0.05 },
  { key: 'name', share: 0.27 },
  { key: 'where', share: 0.28 },
  { key: 'date', share: 0.14 },
  { key: 'signature', share: 0.26 },
] as const

export interface SheetsSource {
  petition: Pick<Petition, 'id' | 'slug' | 'campaignerName'>
  makers: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>[]
  texts: PetitionText[]
  sheets: PaperSheet[]
}

/**
 * One page a sheet, with the whole text where there is room. Where there is none for a text among them, every sheet has
 * a back, so that a printer that prints on both sides never puts one sheet behind another.
 */
export async function drawSheets(deps: Deps, keys: Keys, source: SheetsSource): Promise<Buffer> {
  const { petition, texts, sheets } = source
  await openTypefaces([
    ...texts.flatMap(({ title, ask, body }) => [title, ask, body]),
    petition.campaignerName ?? '',
    ...source.makers.flatMap(({ name, role, organisation }) => [name, role, organisation]),
  ])
  const open = () => openDocument(deps, source)
  const hasBacks = [...new Map(sheets.map((sheet) => [sheet.textVersion, sheet])).values()].some(
    (sheet) => !isTextOnFront(open(), deps, keys, source, sheet),
  )
  const doc = open()
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const sheet of sheets) {
    doc.addPage()
    const isWhole = drawSheet(doc, root, deps, keys, source, sheet)
    if (isWhole && hasBacks) doc.addPage()
    if (!isWhole)
      drawBack(doc, root, translatorFor(sheet.locale), {
        code: codeOf(keys, { petitionId: source.petition.id, number: sheet.number }),
        text: textOf(source, sheet),
      })
  }
  root.end()
  doc.end()
  await done
  return Buffer.concat(pieces)
}

type Doc = InstanceType<typeof PDFDocument>

function openDocument({ clock }: Deps, { texts, sheets }: SheetsSource): Doc {
  const { locale } = sheets[0]!
  const { t } = translatorFor(locale)
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locale,
    font: FONTS.text,
    info: {
      Title: t('paper.pdf.title', { title: texts.at(-1)?.title ?? '' }),
      Creator: 'Clameur',
      Producer: 'Clameur',
      CreationDate: clock.now(),
    },
  })
}

/** Tried on paper that nobody prints. */
function isTextOnFront(doc: Doc, deps: Deps, keys: Keys, source: SheetsSource, sheet: PaperSheet): boolean {
  doc.addPage()
  return drawSheet(doc, doc.struct('Document'), deps, keys, source, sheet)
}

function textOf({ texts }: SheetsSource, { textVersion }: PaperSheet): PetitionText {
  return texts.find(({ version }) => version === textVersion)!
}

/** @returns whether the whole text stands on it. */
function drawSheet(
  doc: Doc,
  root: ReturnType<Doc['struct']>,
  { config }: Deps,
  keys: Keys,
  source: SheetsSource,
  sheet: PaperSheet,
): boolean {
  const { petition, makers } = source
  const ui = translatorFor(sheet.locale)
  const { t } = ui
  const text = textOf(source, sheet)
  const code = codeOf(keys, { petitionId: petition.id, number: sheet.number })
  const publicPage = `${config.publicUrl}/petitions/${petition.slug}`
  const ink = (face: Face, size: number, colour = BLACK) => new Ink(doc, face, size, colour)
  const tag = (name: string, draw: () => void, options: { alt?: string } = {}) =>
    void root.add(doc.struct(name, options, draw))
  const adorn = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  let y = MARGIN
  const beside = WIDTH - QR_SIDE - 16
  /** Writes a paragraph and goes below it. */
  const put = (
    name: string,
    face: Face,
    size: number,
    words: string,
    gap: number,
    width = WIDTH,
    colour = BLACK,
  ) => {
    const height = ink(face, size).heightOf(words, { width, lineGap: 1 })
    tag(name, () => ink(face, size, colour).write(words, { x: MARGIN, y, width, lineGap: 1 }))
    y += height + gap
  }

  // The fragment never leaves the reader's phone: nobody hears that somebody looks at this sheet.
  const { size, data } = QRCode.create(`${publicPage}#sheet-${code}`, { errorCorrectionLevel: 'M' }).modules
  const module = QR_SIDE / size
  const left = MARGIN + WIDTH - QR_SIDE
  tag(
    'Figure',
    () => {
      for (let index = 0; index < data.length; index++)
        if (data[index])
          doc.rect(left + (index % size) * module, MARGIN + Math.floor(index / size) * module, module, module)
      doc.fill(BLACK)
    },
    { alt: t('paper.pdf.qr', { url: publicPage }) },
  )
  tag('P', () => {
    ink('bold', 10).write(t('paper.pdf.sheet', { code }), {
      x: left - 30,
      y: MARGIN + QR_SIDE + 4,
      width: QR_SIDE + 30,
      align: 'right',
    })
  })

  const to = makers
    .map((maker) => [maker.name, maker.role, maker.organisation].filter(Boolean).join(', '))
    .join(' · ')
  put('P', 'bold', 9, t('paper.pdf.kind', { to }), 4, beside, SOFT)
  put('H1', 'display', text.title.length > 60 ? 15 : 19, text.title, 6, beside)
  put(
    'P',
    'text',
    9,
    t('paper.pdf.by', { campaigner: petition.campaignerName ?? t('paper.someone') }),
    4,
    beside,
    SOFT,
  )
  y = Math.max(y, MARGIN + QR_SIDE + 24)
  put('P', 'bold', 10.5, text.ask, 6)

  const others = sheet.locale === 'fr' ? 'en' : 'fr'
  const notes = [sheet.locale, others] as const
  const legal = notes.map((locale) => ({
    locale,
    words: legalNote(translatorFor(locale), config, petition, publicPage),
  }))
  const noteHeight = legal.reduce(
    (sum, { words }) => sum + ink('text', 7.2).heightOf(words, { width: WIDTH, lineGap: 0.5 }) + 5,
    0,
  )
  const where = t('paper.pdf.where', {
    url: publicPage,
    version: text.version,
    on: ui.date(text.publishedAt),
    hash: text.sha256.toString('hex'),
  })
  const whereHeight = ink('text', 8).heightOf(where, { width: WIDTH, lineGap: 1 }) + 8
  const bottom = PAGE.height - MARGIN - noteHeight - 6
  const room = bottom - y - whereHeight - HEADINGS - LINES * LEAST_LINE
  const bodyHeight = ink('text', 9).heightOf(text.body, { width: WIDTH, lineGap: 1 }) + 6
  const isWhole = text.body === '' || bodyHeight <= room
  if (!isWhole) put('P', 'bold', 9, t('paper.pdf.back'), 4)
  else if (text.body !== '') put('P', 'text', 9, text.body, 6)
  put('P', 'text', 8, where, 8, WIDTH, SOFT)

  const height = Math.min(HIGHEST_LINE, (bottom - y - HEADINGS) / LINES)
  const rule = (at: number, thickness: number) =>
    adorn(() =>
      doc
        .moveTo(MARGIN, at)
        .lineTo(MARGIN + WIDTH, at)
        .lineWidth(thickness)
        .stroke(RULE),
    )
  const top = y
  const table = doc.struct('Table')
  root.add(table)
  const headings = doc.struct('TR')
  table.add(headings)
  let x = MARGIN
  for (const { key, share } of COLUMNS) {
    const at = x
    headings.add(
      doc.struct('TH', {}, () =>
        ink('bold', 8).write(t(key === 'where' ? 'paper.pdf.where.column' : `paper.pdf.${key}`), {
          x: at + 3,
          y: y + 3,
          width: share * WIDTH - 4,
        }),
      ),
    )
    x += share * WIDTH
  }
  headings.end()
  y += HEADINGS
  rule(y, 1)
  for (let line = 1; line <= LINES; line++) {
    const row = doc.struct('TR')
    table.add(row)
    const at = y
    row.add(
      doc.struct('TH', {}, () =>
        ink('bold', 9, SOFT).write(String(line), { x: MARGIN + 3, y: at + height / 2 - 5, width: 20 }),
      ),
    )
    row.end()
    y += height
    rule(y, 0.6)
  }
  table.end()
  adorn(() => {
    let edge = MARGIN
    for (const { share } of COLUMNS) {
      doc.moveTo(edge, top).lineTo(edge, y)
      edge += share * WIDTH
    }
    doc
      .moveTo(edge, top)
      .lineTo(edge, y)
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + WIDTH, top)
    doc.lineWidth(0.6).stroke(RULE)
  })

  y = bottom + 6
  for (const { locale, words } of legal) {
    const noted = ink('text', 7.2).heightOf(words, { width: WIDTH, lineGap: 0.5 })
    root.add(
      doc.struct('P', { lang: locale } as object, () =>
        ink('text', 7.2, SOFT).write(words, { x: MARGIN, y, width: WIDTH, lineGap: 0.5 }),
      ),
    )
    y += noted + 5
  }
  return isWhole
}

/** Who answers for it, what for, to whom it goes, how long, and how one takes a line back. */
function legalNote(
  { t }: Translator,
  config: Deps['config'],
  petition: Pick<Petition, 'campaignerName'>,
  url: string,
): string {
  return t('paper.pdf.legal', {
    campaigner: petition.campaignerName ?? t('paper.someone'),
    site: new URL(config.publicUrl).host,
    contact: contactOf(config),
    months: config.retentionMonths,
    url,
  })
}
