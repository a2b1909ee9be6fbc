/** How a petition stands by the rule of the institution that it asks. */

import type { Petition } from '../database/tables.js'
import { departementsOf } from './france.js'
import { type Institution, isInstitution, type Rule, ruleOf, type Threshold } from './rules.js'

export interface Step extends Threshold {
  /** Signatures wanted; of a share, the most that it can be: every inhabitant counted as an elector. */
  wanted: number
  /** How many of those that can count towards it are here, as far as a postcode tells it. */
  have: number
  /** More who may: their postcode is the commune's and others' too. */
  perhaps: number
  departementsHave: number | undefined
  isReached: boolean
  /** Not by those that are certain, and perhaps with the others. */
  isPerhapsReached: boolean
}

export interface Standing {
  institution: Institution
  rule: Rule
  /** Of the commune, département or region. */
  placeName: string | undefined
  population: number | undefined
  steps: Step[]
  /** Other communes that share a postcode with this one. */
  sharedWith: number
  officialUrl: string | undefined
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
  const { institution, institutionPopulation: population } = petition
  if (!institution || !isInstitution(institution)) return undefined
  const rule = ruleOf(institution)
  const have = countableFor(petition, rule, counted)
  const perhaps = rule.place === 'commune' ? counted.commune.perhaps : 0
  const departements = counted.territories.filter(
    ({ territory, confirmed }) => confirmed > 0 && territory.startsWith('FR-'),
  ).length
  return {
    institution,
    rule,
    placeName: petition.institutionName ?? undefined,
    population: population ?? undefined,
    officialUrl: petition.officialUrl ?? undefined,
    sharedWith: petition.institutionShared,
    steps: rule.thresholds.map((threshold) => {
      const wanted = threshold.signatures ?? Math.ceil((threshold.share ?? 0) * (population ?? 0))
      const reaches = (signatures: number) =>
        wanted > 0 && signatures >= wanted && departements >= (threshold.departements ?? 0)
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
