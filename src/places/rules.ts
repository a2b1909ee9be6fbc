/**
 * What it takes for a petition to oblige an institution to something, place by place. A new country is a few lines here
 * and its sentences in `i18n/messages/places.ts`; nothing else knows an institution by name.
 *
 * Figures as the institutions and the law gave them in November 2026; `source` is where to read them again.
 */

export interface Threshold {
  /** How many signatures … */
  signatures?: number
  /** … or which share of the place's registered electors. */
  share?: number
  /** From how many départements at least. */
  departements?: number
  /** What follows: the end of a message's key. */
  effect: string
}

export interface Rule {
  country: string | null
  /** The kind of place whose name has to be known. */
  place?: 'commune' | 'departement' | 'region'
  thresholds: Threshold[]
  source: string
  /** Only signatures made on this site count; here the petition says so, and mirrors. */
  ownSite?: string
}

const CGCT = 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045197394'

export const RULES = {
  // Code général des collectivités territoriales, art. L. 1112-16: a tenth of the electors of a commune, a twentieth of
  // those of another collectivity, may bring a question before the assembly.
  'fr-commune': {
    country: 'FR',
    place: 'commune',
    thresholds: [{ share: 0.1, effect: 'council' }],
    source: CGCT,
  },
  'fr-departement': {
    country: 'FR',
    place: 'departement',
    thresholds: [{ share: 0.05, effect: 'council' }],
    source: CGCT,
  },
  'fr-region': {
    country: 'FR',
    place: 'region',
    thresholds: [{ share: 0.05, effect: 'council' }],
    source: CGCT,
  },
  'fr-assemblee': {
    country: 'FR',
    thresholds: [
      { signatures: 100_000, effect: 'assemblee-shown' },
      { signatures: 500_000, departements: 30, effect: 'assemblee-debate' },
    ],
    source: 'https://petitions.assemblee-nationale.fr',
    ownSite: 'https://petitions.assemblee-nationale.fr',
  },
  'fr-senat': {
    country: 'FR',
    thresholds: [{ signatures: 100_000, effect: 'senat' }],
    source: 'https://petitions.senat.fr',
    ownSite: 'https://petitions.senat.fr',
  },
  'fr-cese': {
    country: 'FR',
    thresholds: [{ signatures: 150_000, effect: 'cese' }],
    source: 'https://petitions.lecese.fr',
    ownSite: 'https://petitions.lecese.fr',
  },
  'uk-parliament': {
    country: 'GB',
    thresholds: [
      { signatures: 10_000, effect: 'uk-response' },
      { signatures: 100_000, effect: 'uk-debate' },
    ],
    source: 'https://petition.parliament.uk/help',
    ownSite: 'https://petition.parliament.uk',
  },
  'eu-initiative': {
    country: null,
    thresholds: [{ signatures: 1_000_000, effect: 'eu' }],
    source: 'https://citizens-initiative.europa.eu',
    ownSite: 'https://citizens-initiative.europa.eu',
  },
} satisfies Record<string, Rule>

export type Institution = keyof typeof RULES

export const INSTITUTIONS = Object.keys(RULES) as Institution[]

export function isInstitution(name: string): name is Institution {
  return Object.hasOwn(RULES, name)
}

export function ruleOf(institution: Institution): Rule {
  return RULES[institution]
}
