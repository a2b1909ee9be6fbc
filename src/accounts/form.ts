import { readAddress } from '../mail/canonical-address.js'
import { type Faults, line } from '../web/form.js'
import { readReturnTo } from './return-to.js'

export interface SignInForm {
  values: { email: string; returnTo: string | undefined }
  faults: Faults
}

export function readSignInForm(body: unknown): SignInForm {
  const email = line(body, 'email')
  const faults: Faults = {}
  if (email === '') faults.email = { key: 'accounts.email.missing' }
  else if (!readAddress(email)) faults.email = { key: 'accounts.email.wrong' }
  return { values: { email, returnTo: readReturnTo(line(body, 'return')) }, faults }
}
