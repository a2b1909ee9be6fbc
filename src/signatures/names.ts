/** What a signature's name may be: it is read on public pages and in spreadsheets. */

import { type Fault, length } from '../web/form.js'

/** Room for the longest names that civil registers hold, and for both names of a couple's child. */
export const LONGEST_NAME = 100

// A name that begins so is a formula to a spreadsheet, which the recipient will open the list with.
const FORMULA = /^[=+\-@＝＋－＠]/
// Names on a public page are where advertising would go.
const WEB_ADDRESS =
  /:\/\/|www\.|@|[\p{L}\d-]{2,}\.(com|net|org|info|biz|io|co|me|fr|be|ch|de|uk|ru|cn|xyz|top|site|online|shop|link|click)(\/|$|[\s,;)])/iu

export function findNameFault(name: string): Fault | undefined {
  if (!/\p{L}/u.test(name)) return { key: 'signatures.fault.no-name' }
  if (name.length > LONGEST_NAME && length(name) > LONGEST_NAME)
    return { key: 'signatures.fault.long-name', params: { most: LONGEST_NAME } }
  if (FORMULA.test(name)) return { key: 'signatures.fault.formula' }
  if (WEB_ADDRESS.test(name)) return { key: 'signatures.fault.web-address' }
  return undefined
}
