/** What somebody who reports posts. */

import { readAddress } from '../mail/canonical-address.js'
import { type Faults, isTicked, length, line, paragraphs } from '../web/form.js'
import { type Category, isCategory, mustBeNamed } from './categories.js'

export const EXPLANATION_LENGTH = { least: 20, most: 2_000 }
export const LONGEST_LAW = 200
/** A quoted sentence or two, or an address. */
export const LONGEST_WHERE = 500
export const LONGEST_NAME = 120

/** As it was typed, to be shown again. */
export interface Typed {
  category: string
  where: string
  law: string
  explanation: string
  name: string
  email: string
  good_faith: boolean
}

export interface Notice {
  category: Category
  /** Where exactly it stands (EU Digital Services Act, Article 16(2)(b)); empty when that was not said. */
  where: string
  law: string
  explanation: string
  name: string
  /** As it is written to, and as it is compared; undefined when none was given. */
  email: { address: string; canonical: string } | undefined
}

export function readReport(body: unknown): { typed: Typed; faults: Faults; notice?: Notice } {
  const typed: Typed = {
    category: line(body, 'category'),
    where: paragraphs(body, 'where'),
    law: line(body, 'law'),
    explanation: paragraphs(body, 'explanation'),
    name: line(body, 'name'),
    email: line(body, 'email'),
    good_faith: isTicked(body, 'good_faith'),
  }
  const { category, explanation } = typed
  const email = readAddress(typed.email)
  const faults: Faults = {}
  if (!isCategory(category)) faults.category = { key: 'reports.fault.category' }
  if (length(typed.where) > LONGEST_WHERE)
    faults.where = { key: 'reports.fault.long', params: { most: LONGEST_WHERE } }
  if (length(typed.law) > LONGEST_LAW)
    faults.law = { key: 'reports.fault.long', params: { most: LONGEST_LAW } }
  if (length(explanation) < EXPLANATION_LENGTH.least)
    faults.explanation = { key: 'reports.fault.short', params: { least: EXPLANATION_LENGTH.least } }
  else if (length(explanation) > EXPLANATION_LENGTH.most)
    faults.explanation = { key: 'reports.fault.long', params: { most: EXPLANATION_LENGTH.most } }
  if (length(typed.name) > LONGEST_NAME)
    faults.name = { key: 'reports.fault.long', params: { most: LONGEST_NAME } }
  else if (mustBeNamed(category) && length(typed.name) < 2) faults.name = { key: 'reports.fault.name' }
  if (typed.email !== '' && !email) faults.email = { key: 'reports.fault.email' }
  else if (mustBeNamed(category) && !email) faults.email = { key: 'reports.fault.noEmail' }
  if (!typed.good_faith) faults.good_faith = { key: 'reports.fault.goodFaith' }
  if (!isCategory(category) || Object.keys(faults).length > 0) return { typed, faults }
  const { where, law, name } = typed
  return { typed, faults, notice: { category, where, law, explanation, name, email } }
}
