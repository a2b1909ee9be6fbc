/** The sentences of a standing: the same on the petition's page, on the decision-maker's and in the brief. */

import type { MessageKey, Translator } from '../i18n/translate.js'
import type { Standing, Step } from './standing.js'

export interface ToldStanding {
  law: string
  steps: { wanted: string; have: string; reached: string | undefined }[]
  worth: string
  source: string
  /** Where a signature counts, when that is not here. */
  elsewhere: { label: string; url: string } | undefined
}

export function tellStanding(ui: Translator, standing: Standing): ToldStanding {
  const { t } = ui
  const { institution, rule, officialUrl } = standing
  const { ownSite } = rule
  return {
    law: t(`places.law.${institution}`),
    steps: standing.steps.map((step) => ({
      wanted: tellWanted(ui, standing, step),
      have: [tellHave(ui, standing, step), ...tellDepartements(ui, step)].join(', '),
      reached: step.isReached
        ? t('places.reached')
        : step.isPerhapsReached
          ? t('places.perhapsReached')
          : undefined,
    })),
    worth: [...tellShared(ui, standing), t(ownSite ? 'places.worth.ownSite' : 'places.worth.here')].join(' '),
    source: rule.source,
    elsewhere: ownSite
      ? {
          label: t(officialUrl ? 'places.signThere' : 'places.goThere', { site: new URL(ownSite).host }),
          url: officialUrl ?? ownSite,
        }
      : undefined,
  }
}

function tellWanted({ t, percent }: Translator, standing: Standing, step: Step): string {
  const { population = 0, placeName: place = '' } = standing
  return t('places.step', {
    effect: t(`places.effect.${step.effect}` as MessageKey),
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
