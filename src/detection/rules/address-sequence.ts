import type { GroupRule } from './rule.js'

/**
 * Addresses that differ in their digits alone: user001@, user002@ … Ten honest ones of a large provider (marie75@,
 * marie82@) take thousands of signatures to come together, so the more sign the more may be alike.
 */
export const ADDRESS_SEQUENCE: GroupRule = {
  name: 'address-sequence',
  trait: 'stem',
  least: 10,
  isSuspect: (group, all) => group.recent >= 10 + all.recent / 500,
}

/** What addresses of a sequence share, or undefined for one without digits before the @. */
export function stemOf(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).toLowerCase()
  const stem = local.replace(/\p{Nd}+/gu, '#')
  return stem === local ? undefined : `${stem}${address.slice(at).toLowerCase()}`
}
