/** The communes, départements and regions of France with their postcodes and populations, as INSEE counts them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Place {
  code: string
  name: string
  population: number
  postcodes: string[]
  /** Of a commune. */
  departement?: string | undefined
}

interface Known {
  /** Ordered by name, then code. */
  communes: Place[]
  departements: Place[]
  regions: Place[]
  byPostcode: Map<string, Place[]>
}

interface CommuneEntry {
  code: string
  nom: string
  type: string
  departement?: string
  region?: string
  codesPostaux?: string[]
  population?: number
}

let known: Known | undefined

/** Read at first need, which takes some tenths of a second once; web processes that stand apart hardly ever ask. */
function read(): Known {
  if (known) return known
  const entries = readData<CommuneEntry>('communes').filter(({ type }) => type === 'commune-actuelle')
  const communes = entries
    .map(({ code, nom, population = 0, codesPostaux = [], departement }) => ({
      code,
      name: nom.replace(/'/g, '’'),
      population,
      postcodes: codesPostaux,
      departement,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.code < b.code ? -1 : 1))

  const byPostcode = new Map<string, Place[]>()
  for (const commune of communes)
    for (const postcode of commune.postcodes) {
      const shared = byPostcode.get(postcode)
      if (shared) shared.push(commune)
      else byPostcode.set(postcode, [commune])
    }
  known = {
    communes,
    departements: sumUp(readData('departements'), entries, 'departement'),
    regions: sumUp(readData('regions'), entries, 'region'),
    byPostcode,
  }
  return known
}

function readData<Entry>(name: string): Entry[] {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'),
  )
  return JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8')) as Entry[]
}

function sumUp(
  places: { code: string; nom: string }[],
  communes: CommuneEntry[],
  by: 'departement' | 'region',
): Place[] {
  const populations = new Map<string, number>()
  for (const commune of communes)
    populations.set(commune[by]!, (populations.get(commune[by]!) ?? 0) + (commune.population ?? 0))
  return places
    .filter(({ code }) => (populations.get(code) ?? 0) > 0)
    .map(({ code, nom }) => ({
      code,
      name: nom.replace(/'/g, '’'),
      population: populations.get(code)!,
      postcodes: [],
    }))
}

/** The communes that a French postcode may mean; most postcodes of the country mean several. */
export function communesOf(postcode: string): Place[] {
  return read().byPostcode.get(postcode) ?? []
}

export function listPostcodes(): string[] {
  return [...read().byPostcode.keys()]
}

/** The one commune that a French postcode means; undefined where several share it, or none is known to have it. */
export function communeOf(postcode: string): Place | undefined {
  const communes = communesOf(postcode)
  return communes.length === 1 ? communes[0] : undefined
}

let regionOf: { code: string; region: string }[] | undefined

/** The départements of a region, as `FR-69`. */
export function departementsOf(region: string): string[] {
  regionOf ??= readData<{ code: string; region: string }>('departements')
  return regionOf.filter((departement) => departement.region === region).map(({ code }) => `FR-${code}`)
}

/**
 * The places that a campaigner may mean by `Annecy`, `74010`, `74000 Annecy`, `Saint-Denis (974)` or `Rhône`.
 *
 * @returns more than one when the name alone does not tell.
 */
export function findPlaces(kind: 'commune' | 'departement' | 'region', typed: string): Place[] {
  const { communes, departements, regions } = read()
  const places = { commune: communes, departement: departements, region: regions }[kind]
  const number = /(?:^|[\s(])(\d[\dAB]\d{0,3})\)?(?=$|[\s)])/i.exec(typed)?.[1]?.toUpperCase()
  const name = plain(number ? typed.replace(new RegExp(`\\(?${number}\\)?`, 'i'), ' ') : typed)
  if (!name) return places.filter(({ code, postcodes }) => code === number || postcodes.includes(number!))
  const named = places.filter((place) => plain(place.name) === name)
  if (!number) return named
  return named.filter(({ code, postcodes }) => code.startsWith(number) || postcodes.includes(number))
}

/** Accents, hyphens, `St` and capitals are written as people please. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(st|ste)\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'))
    .trim()
}
