/** The lines of a sheet as somebody read them, and whether two people read the same. */

import type { Keys } from '../keys/keyring.js'
import { fingerprint, seal, unseal } from '../keys/sealing.js'
import { canonicalName } from '../signatures/fingerprints.js'

/** On every sheet that is printed. */
export const LINES = 10

export const FIELDS = ['name', 'locality', 'postcode', 'signedOn'] as const
export type Field = (typeof FIELDS)[number]

/** All empty where nobody signed. */
export type Line = Record<Field, string>

export const EMPTY: Line = { name: '', locality: '', postcode: '', signedOn: '' }

export function isEmpty(line: Line): boolean {
  return FIELDS.every((field) => line[field] === '')
}

export function sealLines(keys: Keys, petitionId: number, lines: Line[]): Buffer {
  return seal(keys.sealing, `paper_keyings.sealed ${petitionId}`, JSON.stringify(lines))
}

export function unsealLines(keys: Keys, petitionId: number, sealed: Buffer): Line[] {
  return JSON.parse(unseal(keys.sealing, `paper_keyings.sealed ${petitionId}`, sealed)) as Line[]
}

/** Equal for the same name with the same postcode, or the same place where no postcode was written. */
export function fingerprintOfLine(keys: Keys, { name, locality, postcode }: Line): Buffer {
  const where = postcode || canonicalName(locality)
  return fingerprint(keys.fingerprints, `paper ${canonicalName(name)} ${where}`)
}

/** Case and spaces are a matter of who types; everything else is a difference. */
export function differingFields(one: Line, other: Line): Field[] {
  return FIELDS.filter((field) => plain(one[field]) !== plain(other[field]))
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[’ʼ`´]/g, "'")
    .trim()
}

/** @returns undefined unless both agree about every line; then as the first typed them. */
export function agreed([one, other]: [Line[], Line[]]): Line[] | undefined {
  return one.every((line, index) => differingFields(line, other[index] ?? EMPTY).length === 0)
    ? one
    : undefined
}
