/** Which institution is asked, where it has a rule for petitions: a part of the recipient's step. */

import type { Petition } from '../../database/tables.js'
import { communesOf, findPlaces, type Place } from '../../places/france.js'
import { readOfficialUrl } from '../../places/official-counts.js'
import { findRule } from '../../places/rules.js'
import type { AskedInstitution } from '../../places/standing.js'
import { type Faults, length, line } from '../../web/form.js'

/** More would be a page of Saint-Martins: the département's number tells sooner. */
const MOST_NAMED = 8

const NONE: AskedInstitution = {
  institution: null,
  institutionCode: null,
  institutionName: null,
  institutionPopulation: null,
  institutionPostcodes: [],
  institutionShared: 0,
  officialUrl: null,
}

interface TypedInstitution {
  institution: string
  institution_place: string
  official_url: string
}

export function typedInstitution(body: unknown): TypedInstitution {
  return {
    institution: line(body, 'institution'),
    institution_place: line(body, 'institution_place'),
    official_url: line(body, 'official_url'),
  }
}

/** What was kept, as it would be typed to be found again. */
export function placeTypedOf({
  institutionName: name,
  institutionCode: code,
}: Pick<Petition, 'institutionName' | 'institutionCode'>): string {
  return name === null || code === null ? '' : `${name} (${code})`
}

/** @returns undefined, with its faults told, when something must be mended. */
export function readInstitution(typed: TypedInstitution, faults: Faults): AskedInstitution | undefined {
  const { institution } = typed
  if (institution === '') return NONE
  const rule = findRule(institution)
  if (!rule) {
    faults.institution = { key: 'launch.institution.unknown' }
    return undefined
  }
  const { place: kind, ownSite } = rule
  if (kind) {
    const place = readPlace(kind, typed.institution_place, faults)
    return place && { ...NONE, institution, ...ofPlace(place) }
  }
  if (typed.official_url === '' || !ownSite) return { ...NONE, institution }
  const officialUrl = readOfficialUrl(typed.official_url, ownSite)
  if (officialUrl === undefined)
    faults.official_url = { key: 'launch.officialUrl.wrong', params: { site: ownSite } }
  return officialUrl === undefined ? undefined : { ...NONE, institution, officialUrl }
}

function readPlace(
  kind: 'commune' | 'departement' | 'region',
  typed: string,
  faults: Faults,
): Place | undefined {
  const found = typed === '' || length(typed) > 100 ? [] : findPlaces(kind, typed)
  if (found.length === 1) return found[0]
  if (typed === '') faults.institution_place = { key: `launch.institution.${kind}.missing` }
  else if (found.length === 0) faults.institution_place = { key: `launch.institution.${kind}.unknown` }
  else
    faults.institution_place = {
      key: 'launch.institution.several',
      params: {
        places: found
          .slice(0, MOST_NAMED)
          .map(({ name, code }) => `${name} (${code})`)
          .join(', '),
        more: Math.max(0, found.length - MOST_NAMED),
      },
    }
  return undefined
}

function ofPlace({ code, name, population, postcodes }: Place): Partial<AskedInstitution> {
  const others = new Set(postcodes.flatMap((postcode) => communesOf(postcode).map((commune) => commune.code)))
  others.delete(code)
  return {
    institutionCode: code,
    institutionName: name,
    institutionPopulation: population,
    institutionPostcodes: postcodes,
    institutionShared: others.size,
  }
}
