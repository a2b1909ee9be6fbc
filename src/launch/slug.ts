/** A petition's own part of its address, made from its title. */

import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'

const LONGEST = 60

/** Addresses of the site's own pages beside the petitions. */
const RESERVED = new Set(['new', 'near', 'map', 'feed', 'search', 'drafts', 'topics'])

/** Letters that do not come apart into a plain one and a mark. */
const PLAIN: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  '€': ' euro ',
  '&': ' and ',
}

/** Any number, as long as every process takes the same. */
const SLUG_LOCK = 4_212

/** `Rouvrez l’école !` → `rouvrez-l-ecole`; a title without a Latin letter becomes `petition`. */
export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[œæßøłđðþıħ€&]/g, (letter) => PLAIN[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return cut(words) || 'petition'
}

function cut(words: string): string {
  if (words.length <= LONGEST) return words
  const whole = words.slice(0, LONGEST + 1).lastIndexOf('-')
  return words.slice(0, whole > LONGEST / 2 ? whole : LONGEST)
}

/**
 * A slug that no other petition has, and nobody takes before the transaction ends.
 *
 * The title's own, else one with a number: titles repeat, since the same fight is fought in many towns.
 */
export async function takeSlug(trx: Transaction, title: string, petitionId?: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(trx)
  const base = slugOf(title)
  const numbered = Array.from({ length: 20 }, (_, index) => `${base}-${index + 2}`)
  const wishes = RESERVED.has(base) ? numbered : [base, ...numbered]
  const taken = await trx.selectFrom('petitions').select(['id', 'slug']).where('slug', 'in', wishes).execute()
  const others = new Set(taken.filter(({ id }) => id !== petitionId).map(({ slug }) => slug))
  return wishes.find((wish) => !others.has(wish)) ?? `${base}-${randomInt(1_000_000, 9_999_999).toString(36)}`
}
