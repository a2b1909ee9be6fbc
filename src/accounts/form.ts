import { readAddress } from '../mail/canonical-address.js'
import { type Faults, line } from '../web/form.js'

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

/**
 * Where to go after signing in: a path of this site. Anything that a browser could read as another site's address
 * (`//evil.example`, `/\evil.example`) is left out.
 */
export function readReturnTo(typed: string): string | undefined {
  return /^\/(?![/\\])[\w\-./?=&%~:+]{0,300}$/.test(typed) ? typed : undefined
}
