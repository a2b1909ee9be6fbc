/** What moderators ask for and post about signatures. */

import { isIP } from 'node:net'
import type { QuarantineActName } from '../database/tables.js'
import type { Keys } from '../keys/keyring.js'
import { readAddress } from '../mail/canonical-address.js'
import {
  fingerprintOfDomain,
  fingerprintOfNetwork,
  fingerprintOfWideNetwork,
} from '../signatures/fingerprints.js'
import { type Faults, length, line, paragraphs } from '../web/form.js'
import { networkOf } from '../web/limits/networks.js'
import { type Condition, readCondition, TRAITS } from './condition.js'
import { isReasonFor } from './reasons.js'

const FIELDS = [...TRAITS, 'from', 'to', 'country', 'rule', 'names', 'state', 'unchecked', 'objected']
const LONGEST_NOTE = 1_000
const LONGEST_PATTERN = 100

/** From a query or a body: only what a condition may hold. */
export function readAsked(fields: unknown): Condition {
  return readCondition(Object.fromEntries(FIELDS.map((field) => [field, line(fields, field)])))
}

/** What may be typed instead of chosen. It is fingerprinted with the petition's key, and goes nowhere else. */
export interface TypedTraits {
  domain_typed: string
  network_typed: string
}

export function readTyped(
  query: unknown,
  keys: Keys,
): { typed: TypedTraits; found: Condition; faults: Faults } {
  const typed = {
    domain_typed: line(query, 'domain_typed').slice(0, 253),
    network_typed: line(query, 'network_typed').slice(0, 50),
  }
  const found: Condition = {}
  const faults: Faults = {}
  if (typed.domain_typed !== '') {
    const domain = readAddress(`x@${typed.domain_typed.replace(/^@/, '')}`)?.domain
    const print = domain && fingerprintOfDomain(keys, domain)
    if (print) found.domain = print.toString('hex')
    else faults.domain_typed = { key: domain ? 'quarantine.fault.provider' : 'quarantine.fault.domain' }
  }
  if (typed.network_typed !== '') {
    const [address = '', width] = typed.network_typed.toLowerCase().split('/')
    const isWide = width === (isIP(address) === 4 ? '24' : '48')
    if (isIP(address) === 0 || (width !== undefined && !isWide && width !== '64'))
      faults.network_typed = { key: 'quarantine.fault.network' }
    else if (isWide)
      found['wide-network'] = fingerprintOfWideNetwork(keys, networkOf(address)).toString('hex')
    else found.network = fingerprintOfNetwork(keys, networkOf(address)).toString('hex')
  }
  return { typed, found, faults }
}

/** As it was typed, to be shown again. */
export interface TypedDecision {
  reason: string
  note: string
}

export function readDecision(
  act: QuarantineActName,
  body: unknown,
): { condition: Condition; typed: TypedDecision; faults: Faults } {
  const typed = { reason: line(body, 'reason'), note: paragraphs(body, 'note') }
  const faults: Faults = {}
  if (!isReasonFor(act, typed.reason)) faults.reason = { key: 'moderation.fault.reason' }
  if (length(typed.note) > LONGEST_NOTE)
    faults.note = { key: 'moderation.fault.long', params: { most: LONGEST_NOTE } }
  return { condition: readAsked(body), typed, faults }
}

export function readClosing(body: unknown): { note: string; faults: Faults } {
  const note = paragraphs(body, 'note')
  const faults: Faults = {}
  if (note === '') faults.note = { key: 'moderation.fault.remark' }
  else if (length(note) > LONGEST_NOTE)
    faults.note = { key: 'moderation.fault.long', params: { most: LONGEST_NOTE } }
  return { note, faults }
}

/** A pattern of stars alone would mean everybody. */
export function readPattern(body: unknown): { pattern: string; faults: Faults } {
  const pattern = line(body, 'pattern')
  const faults: Faults = {}
  if (pattern.replaceAll('*', '').trim().length < 2) faults.pattern = { key: 'quarantine.fault.pattern' }
  else if (length(pattern) > LONGEST_PATTERN)
    faults.pattern = { key: 'moderation.fault.long', params: { most: LONGEST_PATTERN } }
  return { pattern, faults }
}
