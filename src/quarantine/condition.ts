/**
 * Which signatures are meant. A condition holds fingerprints, times and choices; it is kept with what was done by it,
 * and stands in the address of the page that shows its count.
 */

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Trait } from '../detection/rules/rule.js'
import { RULE_NAMES, traitOf } from '../detection/rules.js'
import { keyFor, TRAIT_COLUMNS, WANTING } from '../detection/traits.js'

/** Keyed by the name of the field; every value is text that a form may carry. All that are given must hold. */
export interface Condition {
  /** Fingerprints, in hexadecimal. */
  network?: string
  'wide-network'?: string
  domain?: string
  agent?: string
  name?: string
  stem?: string
  /** Moments in the site's zone, as `2026-11-22T14:05`; the last minute is included. */
  from?: string
  to?: string
  country?: string
  /** Found wanting by a rule: alone, or in one of the groups that its alerts are about. */
  rule?: string
  /** A finished search for a name. */
  names?: string
  state?: 'pending' | 'confirmed'
  /** No moderator has set them aside and restored them yet. */
  unchecked?: 'on'
  /** Their owner asked for another look: only among what was set aside or removed. */
  objected?: 'on'
}

export const TRAITS = Object.keys(TRAIT_COLUMNS) as Trait[]
const MOMENT = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/

/** Takes what can be understood; what cannot is left out, as a field that was left empty is. */
export function readCondition(fields: Record<string, string>): Condition {
  const condition: Condition = {}
  for (const trait of TRAITS)
    if (/^[0-9a-f]{32}$/.test(fields[trait] ?? '')) condition[trait] = fields[trait]!
  for (const end of ['from', 'to'] as const) {
    const moment = (fields[end] ?? '').slice(0, 16)
    // A day that no month has is refused by the database.
    if (MOMENT.test(moment) && new Date(`${moment}Z`).toISOString().startsWith(moment))
      condition[end] = moment
  }
  if (/^[A-Z]{2}$/.test(fields.country ?? '')) condition.country = fields.country!
  if (RULE_NAMES.includes(fields.rule ?? '')) condition.rule = fields.rule!
  if (/^\d{1,15}$/.test(fields.names ?? '')) condition.names = fields.names!
  if (fields.state === 'pending' || fields.state === 'confirmed') condition.state = fields.state
  if (fields.unchecked === 'on') condition.unchecked = 'on'
  if (fields.objected === 'on') condition.objected = 'on'
  return condition
}

/** A condition that holds for nearly every signature is none: nobody sets a whole petition aside by an empty form. */
export function isEmpty({ state: _state, unchecked: _unchecked, ...chosen }: Condition): boolean {
  return Object.keys(chosen).length === 0
}

/** True of the rows of `signatures` that are meant, in whatever state they are now. */
export function holds(condition: Condition, timeZone: string): RawBuilder<SqlBool> {
  const { from, to, country, rule, names, state, unchecked, objected } = condition
  const moment = (local: string) => sql`${local}::timestamp at time zone ${timeZone}`
  const all: RawBuilder<unknown>[] = [sql`true`]
  for (const trait of TRAITS)
    if (condition[trait]) all.push(sql`${TRAIT_COLUMNS[trait]} = ${Buffer.from(condition[trait], 'hex')}`)
  if (from) all.push(sql`signatures.signed_at >= ${moment(from)}`)
  if (to) all.push(sql`signatures.signed_at < ${moment(to)} + interval '1 minute'`)
  if (country) all.push(sql`signatures.country = ${country}`)
  if (rule) all.push(traitOf(rule) ? isInAlertOf(rule) : WANTING[rule]!)
  if (names)
    all.push(sql`exists (
      select from name_matches where name_matches.search_id = ${names}::bigint
        and name_matches.petition_id = signatures.petition_id and name_matches.signature_id = signatures.id)`)
  // Set aside, the moment of its confirmation still tells whether it had counted.
  if (state) all.push(sql`(signatures.confirmed_at is not null) = ${state === 'confirmed'}`)
  if (unchecked) all.push(sql`signatures.quarantine_id is null`)
  if (objected) all.push(sql`signatures.objected_at is not null`)
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

/** Not in one that was looked at and closed because nothing was wrong. */
function isInAlertOf(rule: string): RawBuilder<SqlBool> {
  return sql`exists (
    select from alerts where alerts.petition_id = signatures.petition_id and alerts.rule = ${rule}
      and alerts.group_key = ${keyFor(rule)} and signatures.signed_at >= alerts.first_at
      and (alerts.state = 'open' or alerts.quarantine_id is not null))`
}

/** What an alert is about, as the moderator finds it filled in. */
export function conditionOfAlert(alert: {
  rule: string
  groupKey: Buffer
  trait: Trait | undefined
  from: string
}): Condition {
  const { rule, groupKey, trait, from } = alert
  return { ...(trait ? { [trait]: groupKey.toString('hex') } : { rule }), from, unchecked: 'on' }
}
