/** Where a petition is asked and where a signature comes from. */

import type { Petition } from '../database/tables.js'

/** Postcodes that communes of two départements share, so that they tell neither. */
const BORDER =
  '01200 01410 01590 05110 05130 05160 05700 06260 13780 21340 33220 37160 42620 43450 48250 52100'.split(' ')

/**
 * French postcodes that begin like those of a département where they do not lie; empty where no département is told.
 * A test compares all postcodes of the country with this.
 */
const ODD_POSTCODES = new Map<string, string>([
  ['94390', '91'],
  ['97133', '977'],
  ['97150', '978'],
  // Clipperton, where nobody lives, begins like French Polynesia.
  ['98799', ''],
  ...BORDER.map((postcode) => [postcode, ''] as const),
])

/** Overseas, three digits tell: the fourth and others are of nobody, or of Monaco. */
const OVERSEAS = new Set('971 972 973 974 975 976 977 978 984 986 987 988'.split(' '))

/**
 * Where figures count a signature: a French département or overseas collectivity (`FR-69`, `FR-2A`, `FR-974`), or a
 * country; `FR` alone where the postcode does not tell the département.
 */
export function territoryOf(country: string, postcode: string): string {
  if (country !== 'FR' || !/^\d{5}$/.test(postcode)) return country
  const code = ODD_POSTCODES.get(postcode) ?? departementOf(postcode)
  return code === '' ? country : `${country}-${code}`
}

/** It follows from the postcode's beginning but for Corsica, whose two départements share `20`. */
function departementOf(postcode: string): string {
  if (postcode.startsWith('97') || postcode.startsWith('98')) {
    const code = postcode.slice(0, 3)
    return OVERSEAS.has(code) ? code : ''
  }
  if (postcode.startsWith('20')) return Number(postcode) < 20200 ? '2A' : '2B'
  return postcode.slice(0, 2)
}

/** A postcode as it is compared and kept: capitals, no spaces. */
export function plainPostcode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '')
}

/**
 * Whether the postcode lies where the petition is asked: the second level of the product's scale. It says what was
 * typed, not where somebody lives; without a postcode, or a territory, there is nothing to say.
 */
export function isInside(
  petition: Pick<Petition, 'country' | 'postcodes'>,
  signer: { country: string; postcode: string },
): boolean {
  if (petition.country !== signer.country || signer.postcode === '') return false
  if (petition.postcodes.length === 0) return true
  return petition.postcodes.some((beginning) => signer.postcode.startsWith(beginning))
}
