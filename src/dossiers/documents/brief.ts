/** The brief: a few pages that can be read, handed on and acted upon. */

import QRCode from 'qrcode'
import { drawWeeks } from '../../decision-makers/chart.js'
import type { Figures } from '../../decision-makers/figures.js'
import { linksFor } from '../../decision-makers/mails.js'
import { type MessageKey, type Translator, translatorFor } from '../../i18n/translate.js'
import { territoryInFigures } from '../../petitions/territories.js'
import { findOfficialCount, type OfficialCount } from '../../places/official-counts.js'
import { standingOf } from '../../places/standing.js'
import { tellStanding } from '../../places/tell.js'
import { inCommune, paperOf, type Reason } from '../adding-up.js'
import { openTypefaces } from '../letters.js'
import { openSheet, type Sheet } from '../sheet.js'
import type { Document, Source } from './document.js'

/** More would be a list; the list is beside it. */
const MOST_TERRITORIES = 8
const MOST_REASONS = 5

export const BRIEF = 'brief.pdf'

export const brief: Document = {
  file: BRIEF,
  async *write(source) {
    const { petition, figures } = source
    await openTypefaces([
      petition.title,
      petition.ask,
      petition.campaignerName ?? '',
      petition.closingStatement ?? '',
      ...figures.reasons.flatMap(({ comment, shownName = '' }) => [comment, shownName]),
    ])
    const there = await findOfficialCount(source.deps.db, petition.id)
    yield* drawBrief(source, there) as unknown as AsyncIterable<Buffer>
  },
}

function drawBrief(
  { deps, keys, dossier, petition, maker, figures, at }: Source,
  there: OfficialCount | undefined,
): NodeJS.ReadableStream {
  const { locale } = dossier
  const ui = translatorFor(locale)
  const { t, date, number } = ui
  const campaigner = petition.campaignerName ?? t('decision-makers.someone')
  const to = [maker.name, maker.role, maker.organisation].filter(Boolean).join(', ')
  const publicPage = `${deps.config.publicUrl}/petitions/${petition.slug}`
  const privatePage = linksFor(deps, keys, maker).page
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
    { label: t('decision-makers.fact.asked'), value: to },
    ...(petition.placeName ? [{ label: t('decision-makers.fact.place'), value: petition.placeName }] : []),
    ...(petition.openedAt
      ? [{ label: t('decision-makers.fact.opened'), value: date(petition.openedAt) }]
      : []),
    ...(petition.closedAt
      ? [{ label: t('decision-makers.fact.closed'), value: date(petition.closedAt) }]
      : petition.closesOn
        ? [{ label: t('decision-makers.fact.closes'), value: date(petition.closesOn) }]
        : []),
    { label: t('decision-makers.fact.publicLink'), value: publicPage },
  ])
  if (petition.closingStatement) {
    sheet.heading(t('decision-makers.closing.title'))
    sheet.paragraph(petition.closingStatement)
  }

  drawRule(sheet, { petition, figures }, there, ui)

  sheet.heading(t('decision-makers.figures.title'))
  sheet.tally(number(figures.total), t('dossiers.brief.counted', { confirmed: figures.total, on: date(at) }))
  sheet.paragraph(
    t('dossiers.brief.list', { online: number(figures.total), paper: number(paperOf(figures)) }),
    'soft',
  )
  if (figures.total > 0) drawStrength(sheet, { petition, figures }, ui)
  sheet.heading(t('decision-makers.proof.title'))
  sheet.paragraph(t('decision-makers.proof.text'))
  const { withdrawn, quarantined, removed } = figures.struck
  sheet.paragraph(t('dossiers.brief.struck', { withdrawn, quarantined, removed }))
  if (figures.total > 0) drawWhenAndWhere(sheet, { petition, figures }, ui)
  drawReasons(sheet, figures.reasons, ui)

  // On a page of its own, so that the brief can be handed on without it.
  sheet.nextPage()
  sheet.heading(t('dossiers.brief.reply'))
  sheet.paragraph(t('dossiers.brief.replyText'))
  sheet.code(
    QRCode.create(privatePage, { errorCorrectionLevel: 'M' }).modules,
    privatePage,
    t('dossiers.brief.qr'),
  )
  sheet.end((page, pages) => t('dossiers.brief.page', { page, pages }))
  return sheet.stream
}

type Counted = Pick<Source, 'petition' | 'figures'>

function drawStrength(
  sheet: Sheet,
  { petition, figures }: Counted,
  { t, number, percent }: Translator,
): void {
  sheet.table(
    [
      { heading: t('decision-makers.strength.checked'), share: 0.78 },
      { heading: t('decision-makers.figures.signatures'), share: 0.22, isNumber: true },
    ],
    figures.byStrength.map(({ strength, confirmed }) => [
      t(`decision-makers.strength.${strength}` as MessageKey),
      number(confirmed),
    ]),
  )
  // A petition that names no territory has no inside.
  if (petition.country === null) return
  sheet.paragraph(
    t('decision-makers.figures.insideOf', {
      inside: figures.inside,
      total: figures.total,
      share: percent(figures.inside / figures.total),
    }),
  )
}

function drawWhenAndWhere(sheet: Sheet, { petition, figures }: Counted, ui: Translator): void {
  const { t } = ui
  sheet.heading(t('decision-makers.weeks.title'))
  const chart = drawWeeks(figures.byWeek, ui, { width: sheet.width, height: 130 })
  if (chart)
    sheet.chart(chart, tellCurve(figures, ui), [
      chart.xLabels[0]?.label ?? '',
      chart.xLabels[1]?.label ?? '',
      chart.yMax.label,
    ])
  const territories = figures.byTerritory.map(({ territory, confirmed }) => ({
    name: territoryInFigures(territory, ui.locale),
    confirmed,
  }))
  sheet.heading(t('decision-makers.territories.title'))
  drawPlaces(sheet, t('decision-makers.territories.territory'), territories, figures.total, ui)

  const communes = figures.communes?.alone ?? []
  // What concerns the whole country is told by its départements.
  if (petition.country !== 'FR' || petition.postcodes.length === 0 || communes.length === 0) return
  sheet.heading(t('decision-makers.communes.title'))
  drawPlaces(sheet, t('decision-makers.communes.commune'), communes, figures.total, ui)
  sheet.paragraph(t('decision-makers.communes.note'), 'soft')
}

/** The first places, and the others in one line. */
function drawPlaces(
  sheet: Sheet,
  heading: string,
  places: { name: string; confirmed: number }[],
  total: number,
  { t, number, percent }: Translator,
): void {
  const others = places.slice(MOST_TERRITORIES)
  const line = (name: string, confirmed: number) => [name, number(confirmed), percent(confirmed / total)]
  sheet.table(
    [
      { heading, share: 0.56 },
      { heading: t('decision-makers.figures.signatures'), share: 0.22, isNumber: true },
      { heading: t('decision-makers.territories.share'), share: 0.22, isNumber: true },
    ],
    [
      ...places.slice(0, MOST_TERRITORIES).map(({ name, confirmed }) => line(name, confirmed)),
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

/** A few; `reasons.pdf` has all of them. */
function drawReasons(sheet: Sheet, reasons: Reason[], { t }: Translator): void {
  const shown = reasons.slice(0, MOST_REASONS)
  if (shown.length === 0) return
  sheet.heading(t('dossiers.brief.reasons'))
  for (const { comment, shownName } of shown) {
    sheet.paragraph(t('site.voices.quote', { comment }))
    sheet.paragraph(shownName ?? t('site.voices.unnamed'), 'soft')
  }
}

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
