/** How a petition stands by the rule of the institution that it asks. */

import type { Petition } from '../database/tables.js'
import { departementsOf } from './france.js'
import type { OfficialCount } from './official-counts.js'
import { findRule, type Rule, type Threshold } from './rules.js'

export interface Step extends Threshold {
  /** Signatures wanted; of a share, the most that it can be: every inhabitant counted as an elector. */
  wanted: number
  /** How many of those that can count towards it are here, as far as a postcode tells it. */
  have: number
  /** More who may: their postcode is the commune's and others' too. */
  perhaps: number
  departementsHave: number | undefined
  /** Where only the institution's own count counts, by that count as it was last read. */
  isReached: boolean
  /** Not by those that are certain, and perhaps with the others. */
  isPerhapsReached: boolean
}

export interface Standing {
  rule: Rule
  /** Of the commune, département or region. */
  placeName: string | undefined
  population: number | undefined
  steps: Step[]
  /** Other communes that share a postcode with this one. */
  sharedWith: number
  officialUrl: string | undefined
  /** On the institution's own site. */
  there: OfficialCount | undefined
}

/** Signatures with a postcode of a commune: of it alone, and shared with other communes. */
export interface InCommune {
  certain: number
  perhaps: number
}

export interface Counted {
  confirmed: number
  /** Of the commune that is asked. */
  commune: InCommune
  territories: { territory: string; confirmed: number }[]
  there?: OfficialCount | undefined
}

/** Whom a petition asks, as its row keeps it. */
export type AskedInstitution = Pick<
  Petition,
  | 'institution'
  | 'institutionCode'
  | 'institutionName'
  | 'institutionPopulation'
  | 'institutionPostcodes'
  | 'institutionShared'
  | 'officialUrl'
>

/** @returns undefined where no rule is known, which is most petitions. */
export function standingOf(petition: AskedInstitution, counted: Counted): Standing | undefined {
  const { institutionPopulation: population } = petition
  const rule = findRule(petition.institution)
  if (!rule) return undefined
  const there = rule.ownSite === undefined ? undefined : counted.there
  const have = countableFor(petition, rule, counted)
  const perhaps = rule.place === 'commune' ? counted.commune.perhaps : 0
  const departements = counted.territories.filter(
    ({ territory, confirmed }) => confirmed > 0 && territory.startsWith('FR-'),
  ).length
  return {
    rule,
    placeName: petition.institutionName ?? undefined,
    population: population ?? undefined,
    officialUrl: petition.officialUrl ?? undefined,
    sharedWith: petition.institutionShared,
    there,
    steps: rule.thresholds.map((threshold) => {
      const wanted = threshold.signatures ?? Math.ceil((threshold.share ?? 0) * (population ?? 0))
      // Of its own count the institution alone knows the départements.
      const reaches = (signatures: number) =>
        wanted > 0 &&
        (rule.ownSite === undefined
          ? signatures >= wanted && departements >= (threshold.departements ?? 0)
          : (there?.signatures ?? 0) >= wanted)
      return {
        ...threshold,
        wanted,
        have,
        perhaps,
        departementsHave: threshold.departements === undefined ? undefined : departements,
        isReached: reaches(have),
        isPerhapsReached: !reaches(have) && reaches(have + perhaps),
      }
    }),
  }
}

/** Those who live where the institution decides, as far as their postcode tells. */
function countableFor({ institutionCode: code }: AskedInstitution, rule: Rule, counted: Counted): number {
  if (rule.place === 'commune') return counted.commune.certain
  if (rule.place && code) {
    const territories = rule.place === 'departement' ? [`FR-${code}`] : departementsOf(code)
    return sumOf(counted, (territory) => territories.includes(territory))
  }
  if (rule.country)
    return sumOf(
      counted,
      (territory) => territory === rule.country || territory.startsWith(`${rule.country}-`),
    )
  return counted.confirmed
}

function sumOf({ territories }: Counted, isMeant: (territory: string) => boolean): number {
  return territories.reduce((sum, { territory, confirmed }) => sum + (isMeant(territory) ? confirmed : 0), 0)
}
