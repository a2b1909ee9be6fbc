import { readAddress } from '../mail/canonical-address.js'
import { type Faults, isTicked, line } from '../web/form.js'

export interface AddressForm {
  typed: { email: string; sure: boolean }
  /** Present when it is one. */
  address?: string
  faults: Faults
}

export function readAddressForm(body: unknown): AddressForm {
  const typed = { email: line(body, 'email'), sure: isTicked(body, 'sure') }
  const read = readAddress(typed.email)
  if (typed.email === '') return { typed, faults: { email: { key: 'bounces.email.missing' } } }
  if (!read) return { typed, faults: { email: { key: 'bounces.email.wrong' } } }
  return { typed, address: read.address, faults: {} }
}
