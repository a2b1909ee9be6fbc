/** The sentences of a standing: the same on the petition's page, on the decision-maker's and in the brief. */

import type { Translator } from '../i18n/translate.js'
import { findRule } from './rules.js'
import type { AskedInstitution, Standing, Step } from './standing.js'

export interface ToldStanding {
  law: string
  steps: { wanted: string; have: string; reached: string | undefined }[]
  worth: string
  source: string
  sourceLabel: string
  /** Where a signature counts, when that is not here. */
  elsewhere: Elsewhere | undefined
}

export interface Elsewhere {
  label: string
  url: string
  /** Leads to this petition, and not only to the site that may have it. */
  isPetition: boolean
}

export function tellStanding(ui: Translator, standing: Standing): ToldStanding {
  const { t, locale } = ui
  const { rule, officialUrl } = standing
  const { ownSite } = rule
  const there = tellThere(ui, standing)
  return {
    law: rule.law[locale],
    steps: standing.steps.map((step) => ({
      wanted: tellWanted(ui, standing, step),
      have: [...there, [tellHave(ui, standing, step), ...tellDepartements(ui, step)].join(', ')].join('; '),
      reached: tellReached(ui, step),
    })),
    worth: [...tellShared(ui, standing), t(ownSite ? 'places.worth.ownSite' : 'places.worth.here')].join(' '),
    source: rule.source,
    sourceLabel: t('places.source', { month: monthOf(ui, rule.readOn) }),
    elsewhere: ownSite === undefined ? undefined : tellSite(ui, ownSite, officialUrl),
  }
}

/** @returns undefined where a signature made here counts, and where no rule is known. */
export function tellElsewhere(
  ui: Translator,
  { institution, officialUrl }: Pick<AskedInstitution, 'institution' | 'officialUrl'>,
): Elsewhere | undefined {
  const ownSite = findRule(institution)?.ownSite
  return ownSite === undefined ? undefined : tellSite(ui, ownSite, officialUrl ?? undefined)
}

function tellSite({ t }: Translator, ownSite: string, officialUrl: string | undefined): Elsewhere {
  return {
    label: t(officialUrl ? 'places.signThere' : 'places.goThere', { site: new URL(ownSite).host }),
    url: officialUrl ?? ownSite,
    isPetition: officialUrl !== undefined,
  }
}

/** `2026-11` is "November 2026": its day would say more than is known. */
function monthOf({ locale }: Translator, month: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

function tellThere({ t, date }: Translator, { rule, there }: Standing): string[] {
  if (!there || !rule.ownSite) return []
  const { signatures, countedOn } = there
  return [t('places.there', { signatures, on: date(countedOn), site: new URL(rule.ownSite).host })]
}

function tellReached({ t }: Translator, { isReached, isPerhapsReached }: Step): string | undefined {
  if (isReached) return t('places.reached')
  return isPerhapsReached ? t('places.perhapsReached') : undefined
}

function tellWanted({ t, percent, locale }: Translator, standing: Standing, step: Step): string {
  const { population = 0, placeName: place = '' } = standing
  return t('places.step', {
    effect: step.effect[locale],
    wanted:
      step.share === undefined
        ? t('places.wanted', { wanted: step.wanted })
        : t('places.wanted.share', { wanted: step.wanted, share: percent(step.share), population, place }),
  })
}

function tellHave({ t }: Translator, { placeName: place = '' }: Standing, { have, perhaps }: Step): string {
  if (!place) return t('places.have', { have })
  if (perhaps === 0) return t('places.have.place', { have, place })
  return t('places.have.perhaps', { have, perhaps, place })
}

/** Why some are only perhaps of the place. */
function tellShared({ t }: Translator, { placeName: place = '', sharedWith, steps }: Standing): string[] {
  return steps.some(({ perhaps }) => perhaps > 0) ? [t('places.shared', { place, count: sharedWith })] : []
}

function tellDepartements({ t }: Translator, { departementsHave: count }: Step): string[] {
  return count ? [t('places.departements', { count })] : []
}
