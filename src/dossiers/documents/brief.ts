/** The brief: a few pages that can be read, handed on and acted upon. */

import QRCode from 'qrcode'
import { drawWeeks } from '../../decision-makers/chart.js'
import type { Figures } from '../../decision-makers/figures.js'
import { linksFor } from '../../decision-makers/mails.js'
import { type MessageKey, type Translator, translatorFor } from '../../i18n/translate.js'
import { territoryName } from '../../petitions/territories.js'
import { standingOf } from '../../places/standing.js'
import { tellStanding } from '../../places/tell.js'
import { paperOf, type Reason } from '../adding-up.js'
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
    yield* drawBrief(source) as unknown as AsyncIterable<Buffer>
  },
}

function drawBrief({ deps, keys, dossier, petition, maker, figures, at }: Source): NodeJS.ReadableStream {
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

  drawRule(sheet, { petition, figures }, ui)

  sheet.heading(t('decision-makers.figures.title'))
  sheet.tally(number(figures.total), t('dossiers.brief.counted', { confirmed: figures.total, on: date(at) }))
  sheet.paragraph(
    t('dossiers.brief.list', { online: number(figures.total), paper: number(paperOf(figures)) }),
    'soft',
  )
  if (figures.total > 0) drawStrength(sheet, figures, ui)
  sheet.heading(t('decision-makers.proof.title'))
  sheet.paragraph(t('decision-makers.proof.text'))
  const { withdrawn, quarantined, removed } = figures.struck
  sheet.paragraph(t('dossiers.brief.struck', { withdrawn, quarantined, removed }))
  if (figures.total > 0) drawWhenAndWhere(sheet, figures, ui)
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

function drawStrength(sheet: Sheet, figures: Figures, { t, number, percent }: Translator): void {
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
  sheet.paragraph(
    t('decision-makers.figures.insideOf', {
      inside: figures.inside,
      total: figures.total,
      share: percent(figures.inside / figures.total),
    }),
  )
}

function drawWhenAndWhere(sheet: Sheet, figures: Figures, ui: Translator): void {
  const { t, number, percent } = ui
  sheet.heading(t('decision-makers.weeks.title'))
  const chart = drawWeeks(figures.byWeek, ui, { width: sheet.width, height: 130 })
  if (chart)
    sheet.chart(chart, tellCurve(figures, ui), [
      chart.xLabels[0]?.label ?? '',
      chart.xLabels[1]?.label ?? '',
      chart.yMax.label,
    ])
  sheet.heading(t('decision-makers.territories.title'))
  const shown = figures.byTerritory.slice(0, MOST_TERRITORIES)
  const others = figures.byTerritory.slice(MOST_TERRITORIES)
  const line = (name: string, confirmed: number) => [
    name,
    number(confirmed),
    percent(confirmed / figures.total),
  ]
  sheet.table(
    [
      { heading: t('decision-makers.territories.territory'), share: 0.56 },
      { heading: t('decision-makers.figures.signatures'), share: 0.22, isNumber: true },
      { heading: t('decision-makers.territories.share'), share: 0.22, isNumber: true },
    ],
    [
      ...shown.map(({ territory, confirmed }) => line(territoryName(territory, ui.locale), confirmed)),
      ...(others.length > 0
        ? [
            line(
              t('dossiers.brief.othersTerritories', { count: others.length }),
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
  { petition, figures }: Pick<Source, 'petition' | 'figures'>,
  ui: Translator,
): void {
  const standing = standingOf(petition, {
    confirmed: figures.total,
    inside: figures.inside,
    territories: figures.byTerritory,
  })
  if (!standing) return
  const { law, steps, worth } = tellStanding(ui, standing)
  sheet.heading(ui.t('places.title'))
  sheet.paragraph(law)
  for (const { wanted, have } of steps) sheet.paragraph(`${wanted} ${have}.`)
  sheet.paragraph(worth, 'soft')
}
