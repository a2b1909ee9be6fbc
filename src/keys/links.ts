/**
 * The tokens that mails carry: who, what for, and a truncated HMAC under the petition's key. Derived, never stored,
 * so there is nothing to index and nothing to steal from a table.
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/connect.js'
import type { Keyring, Keys } from './keyring.js'

/**
 * `signature`: everything its owner may do. `unsubscribe`: that alone, since it stands in a mail's header and is
 * followed by mail programs; `others-unsubscribe`: the same of the campaigner's other petitions. `decision-maker`: the private page. `draft`: a petition being written. `appeal`: what a
 * moderator decided; a site's link, so that it outlives the petition's key. `sample-check`: one question to one person;
 * `checks-unsubscribe`: no further one of this petition.
 * `paper`: reading a petition's paper sheets for its campaigner. `delegate`: the private page, for a colleague of its
 * decision-maker. `brief`: stands in a paper that is passed on, and does no more than have the decision-maker's link sent
 * to them.
 */
export type LinkPurpose =
  | 'signature'
  | 'unsubscribe'
  | 'others-unsubscribe'
  | 'decision-maker'
  | 'decision-maker-unsubscribe'
  | 'campaigner-unsubscribe'
  | 'draft'
  | 'appeal'
  | 'desk-unsubscribe'
  | 'sample-check'
  | 'checks-unsubscribe'
  | 'paper'
  | 'delegate'
  | 'brief'

const LETTERS: Record<LinkPurpose, string> = {
  signature: 's',
  unsubscribe: 'u',
  'others-unsubscribe': 'o',
  'decision-maker': 'd',
  'decision-maker-unsubscribe': 'n',
  'campaigner-unsubscribe': 'c',
  draft: 'p',
  appeal: 'a',
  'desk-unsubscribe': 'k',
  'sample-check': 'q',
  'checks-unsubscribe': 'r',
  paper: 'h',
  delegate: 'g',
  brief: 'b',
}

/** 128 bits, RFC 2104's advice of at least half the hash. */
const MAC_BYTES = 16

export interface LinkSubject {
  petitionId: number
  /** The signature's, the decision-maker's, the asked person's or (for a draft) the petition's own id. */
  subjectId: number
  /** Of links that are replaced by later ones: which of them. The first is 0, and stands in no token. */
  number?: number
}

/** Letters, digits, `-` and `_` only: safe in every address and mail program. */
export function tokenOf(
  keys: Keys,
  purpose: LinkPurpose,
  { petitionId, subjectId, number = 0 }: LinkSubject,
): string {
  const which = number === 0 ? '' : `.${number.toString(36)}`
  const who = `${LETTERS[purpose]}${petitionId.toString(36)}.${subjectId.toString(36)}${which}`
  return `${who}.${macOf(keys, purpose, who).toString('base64url')}`
}

/**
 * Finds whom a token stands for.
 *
 * @returns undefined for a token that is malformed, forged, for another purpose, or whose petition's key is gone;
 * the comparison takes the same time wherever it differs.
 */
export async function readToken(
  deps: { db: Database; keyring: Keyring },
  purpose: LinkPurpose,
  token: string,
): Promise<(Required<LinkSubject> & { keys: Keys }) | undefined> {
  const parts = partsOf(purpose, token)
  if (!parts) return undefined
  const { petitionId, subjectId, number } = parts
  const keys = deps.keyring.kept(petitionId) ?? (await deps.keyring.findPetitionKeys(deps.db, petitionId))
  return keys && isSigned(keys, purpose, parts) ? { petitionId, subjectId, number, keys } : undefined
}

/** The same for what belongs to no petition, under a key of the installation. */
export function siteTokenOf(siteKeys: Keys, purpose: LinkPurpose, subjectId: number): string {
  return tokenOf(siteKeys, purpose, { petitionId: 0, subjectId })
}

/** @returns the subject's id, under the same promises as `readToken`. */
export function readSiteToken(siteKeys: Keys, purpose: LinkPurpose, token: string): number | undefined {
  const parts = partsOf(purpose, token)
  return parts?.petitionId === 0 && isSigned(siteKeys, purpose, parts) ? parts.subjectId : undefined
}

interface Parts extends Required<LinkSubject> {
  /** What is signed. */
  who: string
  mac: Buffer
}

function partsOf(purpose: LinkPurpose, token: string): Parts | undefined {
  const match = /^([a-z])([0-9a-z]{1,11})\.([0-9a-z]{1,11})(?:\.([1-9a-z][0-9a-z]{0,5}))?\.([\w-]{22})$/.exec(
    token,
  )
  if (!match || match[1] !== LETTERS[purpose]) return undefined
  const petitionId = Number.parseInt(match[2]!, 36)
  const subjectId = Number.parseInt(match[3]!, 36)
  if (!Number.isSafeInteger(petitionId) || !Number.isSafeInteger(subjectId)) return undefined
  const who = token.slice(0, token.length - 23)
  const number = Number.parseInt(match[4] ?? '0', 36)
  return { petitionId, subjectId, number, who, mac: Buffer.from(match[5]!, 'base64url') }
}

function isSigned(keys: Keys, purpose: LinkPurpose, { who, mac }: Parts): boolean {
  return mac.length === MAC_BYTES && timingSafeEqual(mac, macOf(keys, purpose, who))
}

function macOf(keys: Keys, purpose: LinkPurpose, who: string): Buffer {
  return createHmac('sha256', keys.links).update(`${purpose} ${who}`).digest().subarray(0, MAC_BYTES)
}
