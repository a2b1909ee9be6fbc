/** What a step of the wizard is. */

import type { Transaction } from '../../database/connect.js'
import type { Faults } from '../../web/form.js'
import type { Draft } from '../drafts.js'

/** What stands in the fields, as text. */
export type Typed = Record<string, string>

export interface Reading {
  /** In the site's time zone. */
  today: string
  /** Saved by the script while somebody types: half an address may well be another person's whole one. */
  isHalfTyped: boolean
}

export interface StepForm<V> {
  typed: Typed
  /** What can be kept even when something else must be mended: a draft is unfinished by nature. */
  values: Partial<V>
  faults: Faults
}

export interface ReadStep {
  typed: Typed
  faults: Faults
  save(trx: Transaction, draft: Draft): Promise<void>
}

export interface Step {
  name: string
  /** The fields as they were kept; read again, they tell what is missing. */
  typedOf(draft: Draft): Typed
  read(body: unknown, reading: Reading): ReadStep
}

export function defineStep<const N extends string, V>(definition: {
  name: N
  typedOf(draft: Draft): Typed
  read(body: unknown, reading: Reading): StepForm<V>
  save(trx: Transaction, draft: Draft, values: Partial<V>): Promise<void>
}): Step & { name: N } {
  const { name, typedOf, read, save } = definition
  return {
    name,
    typedOf,
    read(body, reading) {
      const { typed, values, faults } = read(body, reading)
      return { typed, faults, save: (trx, draft) => save(trx, draft, values) }
    },
  }
}
