import type { DeliverWhen } from '../database/tables.js'
import { digitsOf, type Faults, isTicked, line } from '../web/form.js'

/** Fewer than this are no public opinion; the campaigner may still deliver them by hand. */
export const LEAST_DELIVERED = 10
export const MOST_DELIVERED = 10_000_000

const WHENS: readonly DeliverWhen[] = ['hand', 'threshold', 'closing']

export interface DeliveryForm {
  isNow: boolean
  values: { when: string; at: string }
  /** Of the dossiers that are then frozen. */
  byTerritory: boolean
  /** Present when nothing is wrong with what was chosen for later. */
  plan?: { when: DeliverWhen; at: number | null; byTerritory: boolean }
  faults: Faults
}

export function readDeliveryForm(body: unknown): DeliveryForm {
  const isNow = line(body, 'act') === 'now'
  const values = { when: line(body, 'when'), at: line(body, 'at') }
  const byTerritory = isTicked(body, 'by_territory')
  const faults: Faults = {}
  if (isNow) {
    if (!isTicked(body, 'confirmed')) faults.confirmed = { key: 'deliveries.now.unconfirmed' }
    return { isNow, values, byTerritory, faults }
  }
  const when = WHENS.find((one) => one === values.when)
  if (!when) {
    faults.when = { key: 'deliveries.plan.missing' }
    return { isNow, values, byTerritory, faults }
  }
  if (when !== 'threshold')
    return { isNow, values, byTerritory, plan: { when, at: null, byTerritory }, faults }
  const digits = digitsOf(values.at)
  const at = /^\d{1,9}$/.test(digits) ? Number(digits) : 0
  if (at < LEAST_DELIVERED || at > MOST_DELIVERED)
    faults.at = { key: 'deliveries.plan.at.wrong', params: { least: LEAST_DELIVERED, most: MOST_DELIVERED } }
  return Object.keys(faults).length > 0
    ? { isNow, values, byTerritory, faults }
    : { isNow, values, byTerritory, plan: { when, at, byTerritory }, faults }
}
