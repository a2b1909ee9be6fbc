/** Why somebody reports a thing; `reports.category` holds the code. In the order in which they are offered. */

export const CATEGORIES = [
  'illegal',
  'hate',
  'defamation',
  'personal-data',
  'child-abuse',
  'misleading',
  'not-real',
  'other',
] as const

export type Category = (typeof CATEGORIES)[number]

export function isCategory(code: string): code is Category {
  return (CATEGORIES as readonly string[]).includes(code)
}

/**
 * A notice of illegal content names who sends it, but for the sexual abuse of children (EU Digital Services Act,
 * Article 16(2)(c)). What breaks the site's own rules alone is no such notice.
 */
const NAMED: readonly string[] = ['illegal', 'hate', 'defamation', 'personal-data']

export function mustBeNamed(category: string): boolean {
  return NAMED.includes(category)
}
