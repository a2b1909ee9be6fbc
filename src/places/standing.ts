/** How a petition stands by the rule of the institution that it asks. */

import type { Petition } from '../database/tables.js'
import { departementsOf } from './france.js'
import { type Institution, isInstitution, type Rule, ruleOf, type Threshold } from './rules.js'

export interface Step extends Threshold {
  /** Signatures wanted; of a share, the most that it can be: every inhabitant counted as an elector. */
  wanted: number
  /** How many of those that can count towards it are here. */
  have: number
  departementsHave: number | undefined
  isReached: boolean
}

export interface Standing {
  institution: Institution
  rule: Rule
  /** Of the commune, département or region. */
  placeName: string | undefined
  population: number | undefined
  steps: Step[]
  /** Other communes that share a postcode with this one: some who count as inhabitants may live there. */
  sharedWith: number
  /** False for a commune whose petition counts another territory: who lives in the commune is then not known. */
  isCountedApart: boolean
  officialUrl: string | undefined
}

export interface Counted {
  confirmed: number
  /** Confirmed, with a postcode inside the petition's territory. */
  inside: number
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

type Asked = AskedInstitution & Pick<Petition, 'country' | 'postcodes'>

/** @returns undefined where no rule is known, which is most petitions. */
export function standingOf(petition: Asked, counted: Counted): Standing | undefined {
  const { institution, institutionPopulation: population } = petition
  if (!institution || !isInstitution(institution)) return undefined
  const rule = ruleOf(institution)
  const have = countableFor(petition, rule, counted)
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
    isCountedApart: rule.place !== 'commune' || isOfItsCommune(petition),
    steps: rule.thresholds.map((threshold) => {
      const wanted = threshold.signatures ?? Math.ceil((threshold.share ?? 0) * (population ?? 0))
      return {
        ...threshold,
        wanted,
        have,
        departementsHave: threshold.departements === undefined ? undefined : departements,
        isReached: wanted > 0 && have >= wanted && departements >= (threshold.departements ?? 0),
      }
    }),
  }
}

/** Those who live where the institution decides, as far as their postcode tells. */
function countableFor(petition: Asked, rule: Rule, counted: Counted): number {
  const { institutionCode: code } = petition
  if (rule.place === 'commune') return isOfItsCommune(petition) ? counted.inside : 0
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

/** "Inside" means the commune only while the petition's territory is the commune's own postcodes, or some of them. */
function isOfItsCommune({ country, postcodes, institutionPostcodes }: Asked): boolean {
  return (
    country === 'FR' &&
    postcodes.length > 0 &&
    postcodes.every((postcode) => institutionPostcodes.includes(postcode))
  )
}
