import { type DeskRole, isDeskRole } from '../accounts/roles.js'
import { readAddress } from '../mail/canonical-address.js'
import { type Faults, isTicked, length, line } from '../web/form.js'

const NAME_LENGTH = 80

export interface TypedInvitation {
  email: string
  name: string
  role: string
}

export function readInvitation(body: unknown): {
  typed: TypedInvitation
  faults: Faults
  values?: { email: string; name: string; role: DeskRole }
} {
  const typed = { email: line(body, 'email'), name: line(body, 'name'), role: line(body, 'role') }
  const { email, name, role } = typed
  const faults: Faults = {}
  if (!readAddress(email)) faults.email = { key: 'people.fault.email' }
  if (name === '') faults.name = { key: 'people.fault.name' }
  else if (length(name) > NAME_LENGTH)
    faults.name = { key: 'people.fault.longName', params: { most: NAME_LENGTH } }
  if (!isDeskRole(role)) faults.role = { key: 'people.fault.role' }
  if (!isDeskRole(role) || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, values: { email, name, role } }
}

export function readRole(body: unknown): { role: DeskRole | undefined; faults: Faults } {
  const role = line(body, 'role')
  return isDeskRole(role)
    ? { role, faults: {} }
    : { role: undefined, faults: { role: { key: 'people.fault.role' } } }
}

/** What cannot be taken back with a click asks whether one is sure. */
export function readSure(body: unknown): Faults {
  return isTicked(body, 'sure') ? {} : { sure: { key: 'people.fault.sure' } }
}
