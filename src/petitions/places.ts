/** Where a petition is asked and where a signature comes from. */

import type { Petition } from '../database/tables.js'

/**
 * Where figures count a signature: a French département (`FR-69`, `FR-2A`, `FR-974`), or a country.
 * Departments follow from the postcode's beginning but for Corsica, whose two share `20`.
 */
export function territoryOf(country: string, postcode: string): string {
  if (country !== 'FR' || !/^\d{5}$/.test(postcode)) return country
  if (postcode.startsWith('97') || postcode.startsWith('98')) return `FR-${postcode.slice(0, 3)}`
  if (postcode.startsWith('20')) return Number(postcode) < 20200 ? 'FR-2A' : 'FR-2B'
  return `FR-${postcode.slice(0, 2)}`
}

/** A postcode as it is compared and kept: capitals, no spaces. */
export function plainPostcode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '')
}

/** Whether a signer lives where the petition is asked, as far as a postcode tells. */
export function isInside(
  petition: Pick<Petition, 'country' | 'postcodes'>,
  signer: { country: string; postcode: string },
): boolean {
  if (petition.country === null) return true
  if (petition.country !== signer.country) return false
  if (petition.postcodes.length === 0) return true
  return petition.postcodes.some(
    (beginning) => signer.postcode !== '' && signer.postcode.startsWith(beginning),
  )
}
