/**
 * The brief, on two pages: who asks what, how many they are and how to answer on the first; on the second what that is
 * worth.
 */

import QRCode from 'qrcode'
import type { Config } from '../../config.js'
import { drawWeeks } from '../../decision-makers/chart.js'
import type { Figures } from '../../decision-makers/figures.js'
import { briefPath } from '../../decision-makers/links.js'
import { type MessageKey, type Translator, translatorFor } from '../../i18n/translate.js'
import { contactOf } from '../../mail/contact.js'
import { unsealCampaignerContact } from '../../petitions/campaigner-contact.js'
import { territoryInFigures } from '../../petitions/territories.js'
import { findOfficialCount, type OfficialCount } from '../../places/official-counts.js'
import { standingOf } from '../../places/standing.js'
import { tellStanding } from '../../places/tell.js'
import { withLanguage } from '../../web/reader.js'
import { type DossierFigures, inCommune, paperOf, type Reason } from '../adding-up.js'
import { openTypefaces } from '../letters.js'
import { openSheet, type Sheet } from '../sheet.js'
import type { Document, Source } from './document.js'

/** More would be a list; the list is beside it. */
const MOST_PLACES = 5
const MOST_REASONS = 6

export const BRIEF = 'brief.pdf'

export const brief: Document = {
  file: BRIEF,
  async *write(source) {
    const { petition, figures } = source
    const contact = unsealCampaignerContact(source.keys, petition)
    await openTypefaces([
      petition.title,
      petition.ask,
      petition.campaignerName ?? '',
      contact ?? '',
      petition.closingStatement ?? '',
      ...[...figures.reasons, ...(figures.reservations ?? [])].flatMap(({ comment, shownName = '' }) => [
        comment,
        shownName,
      ]),
    ])
    const there = await findOfficialCount(source.deps.db, petition.id)
    yield* drawBrief(source, { there, contact }) as unknown as AsyncIterable<Buffer>
  },
}

function drawBrief(
  { deps, keys, dossier, petition, maker, figures, at }: Source,
  { there, contact }: { there: OfficialCount | undefined; contact: string | undefined },
): NodeJS.ReadableStream {
  const { locale } = dossier
  const ui = translatorFor(locale)
  const { t, date, number } = ui
  const campaigner = petition.campaignerName ?? t('decision-makers.someone')
  const to = [maker.name, maker.role, maker.organisation].filter(Boolean).join(', ')
  const publicPage = `${deps.config.publicUrl}/petitions/${petition.slug}`
  const answer = withLanguage(`${deps.config.publicUrl}${briefPath(keys, maker)}`, maker.locale)
  const sheet = openSheet({
    title: petition.title,
    subject: t('dossiers.brief.subject'),
    author: campaigner,
    locale,
    at,
  })

  sheet.masthead(t('common.site'))
  sheet.paragraph(t('dossiers.brief.kind', { to }), 'soft')
  sheet.title(petition.title)
  sheet.heading(t('decision-makers.ask.title'))
  sheet.quote(petition.ask || petition.title)
  sheet.facts([
    { label: t('decision-makers.fact.asks'), value: campaigner },
    { label: t('dossiers.brief.reach'), value: tellReach(contact, deps.config, ui) },
    ...(petition.placeName ? [{ label: t('decision-makers.fact.place'), value: petition.placeName }] : []),
    { label: t('dossiers.brief.when'), value: tellWhen(petition, ui) },
    { label: t('decision-makers.fact.publicLink'), value: publicPage },
  ])

  sheet.heading(t('decision-makers.figures.title'))
  sheet.tally(number(figures.total), t('dossiers.brief.counted', { confirmed: figures.total, on: date(at) }))
  // A petition that names no territory has no inside.
  if (figures.total > 0 && petition.country !== null) sheet.paragraph(tellInside(figures, ui), 'bold')
  const counts = () => drawStrength(sheet, figures, ui)
  const isFirst = sheet.room() > ANSWER + (figures.byStrength.length + 2) * STRENGTH
  if (isFirst) counts()
  sheet.foot(ANSWER, () => {
    sheet.heading(t('dossiers.brief.reply'))
    sheet.code(QRCode.create(answer, { errorCorrectionLevel: 'M' }).modules, {
      text: t('dossiers.brief.replyText'),
      url: answer,
      label: t('dossiers.brief.qr'),
    })
  })

  sheet.nextPage()
  if (!isFirst) counts()
  drawRule(sheet, { petition, figures }, there, ui)
  sheet.heading(t('decision-makers.proof.title'))
  sheet.paragraph(t('decision-makers.proof.text'))
  drawStruck(sheet, figures, ui)
  if (figures.total > 0)
    sheet.beside(
      () => drawWhen(sheet, figures, ui),
      () => drawWhere(sheet, figures, ui),
    )
  if (figures.total > 0) drawCommunes(sheet, { petition, figures }, ui)
  if (petition.closingStatement && sheet.room() > CLOSING) {
    sheet.heading(t('decision-makers.closing.title'))
    sheet.paragraph(shorten(petition.closingStatement, LONGEST_CLOSING))
  }
  drawReasons(sheet, figures, ui)
  drawReservations(sheet, figures, ui)
  sheet.end((page, pages) => t('dossiers.brief.page', { page, pages }))
  return sheet.stream
}

/** In points: the strip at the foot of the first page, and a line of the table that stands above it where both have room. */
const ANSWER = 150
const STRENGTH = 19
/** The whole of it is on the petition's page. */
const LONGEST_CLOSING = 400
const CLOSING = 130
/** A heading and five lines. */
const COMMUNES = 160

/** Their own contact first; the way through this site stays beside it, and is all there is without one. */
function tellReach(own: string | undefined, config: Config, { t }: Translator): string {
  const contact = contactOf(config)
  return own
    ? `${own}\n${t('dossiers.brief.reachElse', { contact })}`
    : t('dossiers.brief.reachThem', { contact })
}

type Counted = Pick<Source, 'petition' | 'figures'>

function tellWhen({ openedAt, closedAt, closesOn }: Source['petition'], { t, date }: Translator): string {
  const told = [
    openedAt && `${t('decision-makers.fact.opened')} ${date(openedAt)}`,
    closedAt
      ? `${t('decision-makers.fact.closed')} ${date(closedAt)}`
      : closesOn && `${t('decision-makers.fact.closes')} ${date(closesOn)}`,
  ]
  return told.filter(Boolean).join(' · ')
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text
}

function tellInside({ inside, total }: Figures, { t, percent }: Translator): string {
  return t('decision-makers.figures.insideOf', { inside, total, share: percent(inside / total) })
}

/** Online and paper apart; a line on paper counts for itself, whatever was checked of it. */
function drawStrength(sheet: Sheet, figures: DossierFigures, { t, number }: Translator): void {
  sheet.table(
    [
      { heading: t('decision-makers.strength.checked'), share: 0.78 },
      { heading: t('decision-makers.figures.signatures'), share: 0.22, isNumber: true },
    ],
    [
      ...figures.byStrength.map(({ strength, confirmed }) => [
        t('dossiers.brief.online', { what: t(`decision-makers.strength.${strength}` as MessageKey) }),
        number(confirmed),
      ]),
      [t('dossiers.brief.onPaper'), number(paperOf(figures))],
    ],
  )
}

/** What does not count any more, and why; nobody is named. And how many of those that count gave no name. */
function drawStruck(
  sheet: Sheet,
  { struck, struckFor = [], unnamed }: DossierFigures,
  { t, number }: Translator,
): void {
  const { withdrawn, quarantined, removed } = struck
  const why = struckFor.map(({ reason, signatures }) =>
    t('dossiers.brief.struckFor', {
      reason: t(`quarantine.reason.${reason}` as MessageKey),
      count: number(signatures),
    }),
  )
  sheet.paragraph(
    [
      t('dossiers.brief.struck', { withdrawn, quarantined, removed }),
      ...(why.length > 0 ? [`${why.join(' ; ')}.`] : []),
      ...(unnamed > 0 ? [t('dossiers.brief.unnamed', { unnamed })] : []),
    ].join(' '),
  )
}

function drawWhen(sheet: Sheet, figures: Figures, ui: Translator): void {
  sheet.heading(ui.t('decision-makers.weeks.title'))
  const chart = drawWeeks(figures.byWeek, ui, { width: sheet.width, height: 110 })
  if (chart)
    sheet.chart(chart, tellCurve(figures, ui), [
      chart.xLabels[0]?.label ?? '',
      chart.xLabels[1]?.label ?? '',
      chart.yMax.label,
    ])
}

function drawWhere(sheet: Sheet, figures: Figures, ui: Translator): void {
  const territories = figures.byTerritory.map(({ territory, confirmed }) => ({
    name: territoryInFigures(territory, ui.locale),
    confirmed,
  }))
  sheet.heading(ui.t('decision-makers.territories.title'))
  drawPlaces(sheet, ui.t('decision-makers.territories.territory'), territories, figures.total, ui)
}

function drawCommunes(sheet: Sheet, { petition, figures }: Counted, ui: Translator): void {
  const communes = figures.communes?.alone ?? []
  // What concerns the whole country is told by its départements.
  if (petition.country !== 'FR' || petition.postcodes.length === 0 || communes.length === 0) return
  if (sheet.room() < COMMUNES) return
  sheet.heading(ui.t('decision-makers.communes.title'))
  sheet.beside(
    () => drawPlaces(sheet, ui.t('decision-makers.communes.commune'), communes, figures.total, ui),
    () => sheet.paragraph(ui.t('decision-makers.communes.note'), 'soft'),
  )
}

/** The first places, and the others in one line. */
function drawPlaces(
  sheet: Sheet,
  heading: string,
  places: { name: string; confirmed: number }[],
  total: number,
  { t, number, percent }: Translator,
): void {
  const others = places.slice(MOST_PLACES)
  const line = (name: string, confirmed: number) => [name, number(confirmed), percent(confirmed / total)]
  sheet.table(
    [
      { heading, share: 0.5 },
      { heading: t('decision-makers.figures.signatures'), share: 0.3, isNumber: true },
      { heading: t('decision-makers.territories.share'), share: 0.2, isNumber: true },
    ],
    [
      ...places.slice(0, MOST_PLACES).map(({ name, confirmed }) => line(name, confirmed)),
      ...(others.length > 0
        ? [
            line(
              t('dossiers.brief.others', { count: others.length }),
              others.reduce((sum, { confirmed }) => sum + confirmed, 0),
            ),
          ]
        : []),
    ],
  )
}

/** As many as the page has room for, with something left for reservations; `reasons.pdf` has all of them. */
function drawReasons(sheet: Sheet, { reasons, reserved }: DossierFigures, ui: Translator): void {
  const left = reserved === undefined ? 0 : reserved === 0 ? HEADED_SENTENCE : HEADED_REASON
  if (sheet.room() < HEADED_REASON + left) return
  sheet.heading(ui.t('dossiers.brief.reasons'))
  sheet.paragraph(ui.t('dossiers.brief.latest'), 'soft')
  drawQuotes(sheet, reasons.slice(0, MOST_REASONS), left, ui)
}

/** What those say who signed and do not agree with everything; and how many took their signature back. */
function drawReservations(
  sheet: Sheet,
  { reservations = [], reserved, struck: { withdrawn } }: DossierFigures,
  ui: Translator,
): void {
  if (reserved === undefined || sheet.room() < HEADED_SENTENCE) return
  sheet.heading(ui.t('dossiers.brief.reservations'))
  sheet.paragraph(ui.t('dossiers.brief.reserved', { reserved, withdrawn }), 'soft')
  drawQuotes(sheet, reservations.slice(0, MOST_REASONS), 0, ui)
}

/** @param left in points: what must be left of the page. */
function drawQuotes(sheet: Sheet, reasons: Reason[], left: number, { t }: Translator): void {
  for (const { comment, shownName } of reasons) {
    if (sheet.room() - left < REASON + (comment.length / LETTERS_A_LINE) * REASON_LINE) continue
    sheet.paragraph(`${t('site.voices.quote', { comment })} ${shownName ?? t('site.voices.unnamed')}`)
  }
}

/** In points: a short reason with its gap, a line more, and the heading with what stands under it. */
const REASON = 30
const REASON_LINE = 16
const LETTERS_A_LINE = 80
const HEADED_REASON = 110
const HEADED_SENTENCE = 80

/** What the line shows, for who does not see it; every week stands in `figures.csv`. */
function tellCurve({ total, byWeek }: Figures, { t, date }: Translator): string {
  const best = byWeek.reduce((best, week) => (week.confirmed > best.confirmed ? week : best))
  return t('dossiers.brief.curve', {
    total,
    weeks: byWeek.length,
    best: date(best.week),
    most: best.confirmed,
  })
}

/** Why this institution: the rule that it has for petitions, where it has one. */
function drawRule(
  sheet: Sheet,
  { petition, figures }: Counted,
  there: OfficialCount | undefined,
  ui: Translator,
): void {
  const standing = standingOf(petition, {
    confirmed: figures.total,
    commune: inCommune(figures, petition),
    territories: figures.byTerritory,
    there,
  })
  if (!standing) return
  const { law, steps, worth, elsewhere } = tellStanding(ui, standing)
  sheet.heading(ui.t('places.title'))
  sheet.paragraph(law)
  for (const { wanted, have, reached = '' } of steps) sheet.paragraph(`${wanted} ${have}. ${reached}`.trim())
  sheet.paragraph(
    [worth, elsewhere && `${elsewhere.label}: ${elsewhere.url}`].filter(Boolean).join(' '),
    'soft',
  )
}
