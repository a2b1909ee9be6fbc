import { readAddress } from '../mail/canonical-address.js'
import { findNameFault } from '../signatures/names.js'
import { type Faults, line } from '../web/form.js'

export interface AddressForm {
  /** As typed. */
  email: string
  read: ReturnType<typeof readAddress>
  faults: Faults
}

/** Whose signatures an act is about, where two people share the address; undefined: everyone's. */
export function readWhose(body: unknown): string | undefined {
  return line(body, 'whose') || undefined
}

export function readAddressForm(body: unknown): AddressForm {
  const email = line(body, 'email')
  const read = readAddress(email)
  const faults: Faults = {}
  if (email === '') faults.email = { key: 'accounts.email.missing' }
  else if (!read) faults.email = { key: 'accounts.email.wrong' }
  return { email, read, faults }
}

export function readNameForm(body: unknown): { name: string; faults: Faults } {
  const name = line(body, 'name')
  const fault = findNameFault(name)
  return { name, faults: fault ? { name: fault } : {} }
}
