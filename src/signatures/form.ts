/** What a signer types, and what has to be mended in it. */

import { isCountry } from '../i18n/countries.js'
import { readAddress } from '../mail/canonical-address.js'
import { plainPostcode } from '../petitions/places.js'
import type { FormMarks } from '../robots/judge.js'
import { type Faults, isTicked, length, line, paragraphs, text } from '../web/form.js'
import { findNameFault } from './names.js'

/** A reason, not an essay: it is read among others on the petition's page. */
export const LONGEST_COMMENT = 500
/** The longest postcodes have ten characters; people put spaces in them. */
const LONGEST_POSTCODE = 12

/** A field that only robots find worth filling in. */
export const TRAP = 'website'

/** As typed, to be shown again. */
export interface SignValues {
  name: string
  email: string
  country: string
  postcode: string
  comment: string
  reservation: boolean
  show_name: boolean
  updates: boolean
  campaigner_news: boolean
  withhold_name: boolean
}

/** What can be signed with. */
export interface SignerDetails {
  name: string
  /** To write to. */
  email: string
  /** Equal for every spelling of the same mailbox. */
  canonical: string
  mailDomain: string
  country: string
  postcode: string
  comment: string
  /** The comment is one; false without a comment. */
  reservation: boolean
  showName: boolean
  updates: boolean
  campaignerNews: boolean
  /** From the recipient; without it the name is given, as the sentence under the form says. */
  nameWithheld: boolean
}

/** What the form carries beside what people type; each is empty in a form that is not from here. */
export function readMarks(body: unknown): FormMarks {
  return {
    trap: text(body, TRAP),
    opened: text(body, 'opened'),
    proof: text(body, 'proof'),
    isAsked: typeof body === 'object' && body !== null && 'proof' in body,
  }
}

export type ReadSignForm =
  | { values: SignValues; faults: Faults; details?: undefined }
  | { values: SignValues; faults?: undefined; details: SignerDetails }

export function readSignForm(body: unknown): ReadSignForm {
  const values: SignValues = {
    name: line(body, 'name'),
    email: line(body, 'email'),
    country: text(body, 'country').toUpperCase(),
    postcode: line(body, 'postcode'),
    comment: paragraphs(body, 'comment'),
    reservation: isTicked(body, 'reservation'),
    show_name: isTicked(body, 'show_name'),
    updates: isTicked(body, 'updates'),
    campaigner_news: isTicked(body, 'campaigner_news'),
    withhold_name: isTicked(body, 'withhold_name'),
  }
  const address = readAddress(values.email)
  const postcode = plainPostcode(values.postcode)
  const faults: Faults = {}

  const nameFault = findNameFault(values.name)
  if (nameFault) faults.name = nameFault
  if (!address) faults.email = { key: values.email ? 'signatures.fault.email' : 'signatures.fault.no-email' }
  if (!isCountry(values.country)) faults.country = { key: 'signatures.fault.country' }
  if (!isPostcode(values.country, postcode))
    faults.postcode = {
      key: values.country === 'FR' ? 'signatures.fault.postcode-fr' : 'signatures.fault.postcode',
    }
  const commentFault = findCommentFault(values.comment)
  if (commentFault) faults.comment = commentFault

  if (!address || Object.keys(faults).length > 0) return { values, faults }
  return {
    values,
    details: {
      name: values.name,
      email: address.address,
      canonical: address.canonical,
      mailDomain: address.domain,
      country: values.country,
      postcode,
      comment: values.comment,
      reservation: isReservation(values),
      showName: values.show_name,
      updates: values.updates,
      campaignerNews: values.campaigner_news,
      nameWithheld: values.withhold_name,
    },
  }
}

/** Without words there is nothing that could be one. */
export function isReservation({
  comment,
  reservation,
}: Pick<SignValues, 'comment' | 'reservation'>): boolean {
  return reservation && comment !== ''
}

export function findCommentFault(comment: string) {
  return comment.length > LONGEST_COMMENT && length(comment) > LONGEST_COMMENT
    ? { key: 'signatures.fault.comment' as const, params: { most: LONGEST_COMMENT, count: length(comment) } }
    : undefined
}

/** Optional everywhere; where it is given it must be able to exist. */
function isPostcode(country: string, postcode: string): boolean {
  if (postcode === '') return true
  if (country === 'FR') return /^(?!00|96|99)\d{5}$/.test(postcode)
  return postcode.length <= LONGEST_POSTCODE && /^[A-Z0-9]+$/.test(postcode)
}
