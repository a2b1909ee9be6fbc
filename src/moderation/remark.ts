/** A note of the desk, for colleagues alone. */

import { type Faults, length, paragraphs } from '../web/form.js'

/** As long as the sentence of a decision may be. */
const LONGEST_REMARK = 1_000

export function readRemark(body: unknown): { remark: string; faults: Faults } {
  const remark = paragraphs(body, 'remark')
  const faults: Faults = {}
  if (remark === '') faults.remark = { key: 'moderation.fault.remark' }
  else if (length(remark) > LONGEST_REMARK)
    faults.remark = { key: 'moderation.fault.long', params: { most: LONGEST_REMARK } }
  return { remark, faults }
}
