/** When two spellings of an email address are the same mailbox. */

import { domainToASCII } from 'node:url'

/** Providers that ignore dots in the local part. */
const IGNORES_DOTS = new Set(['gmail.com'])

/** Providers that ignore what follows a `+` (or, for Yahoo, a `-`). */
const TAG_SEPARATOR: Record<string, string> = {
  'gmail.com': '+',
  'outlook.com': '+',
  'hotmail.com': '+',
  'live.com': '+',
  'icloud.com': '+',
  'fastmail.com': '+',
  'proton.me': '+',
  'yahoo.com': '-',
  'yahoo.fr': '-',
}

/** Other names of the same mailboxes. */
const ALIASES: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'protonmail.com': 'proton.me',
  'protonmail.ch': 'proton.me',
  'pm.me': 'proton.me',
}

/** RFC 5321 section 4.5.3.1: 64 octets before the @, 254 in all. */
const MOST_BEFORE_AT = 64
const MOST = 254

// Letters of any script (RFC 6531), and the atoms of RFC 5322. Quoted local parts exist on paper only.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * Reads an address as it was typed.
 *
 * @returns undefined when no mail server could accept it; otherwise `address`, to write to, and `canonical`, equal
 * for every spelling that reaches the same mailbox.
 */
export function readAddress(
  typed: string,
): { address: string; canonical: string; domain: string } | undefined {
  const text = typed.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > MOST) return undefined

  const local = text.slice(0, at)
  if (Buffer.byteLength(local) > MOST_BEFORE_AT || !LOCAL_PART.test(local)) return undefined
  const domain = domainToASCII(text.slice(at + 1).toLowerCase())
  if (!DOMAIN.test(domain) || domain.length > 253) return undefined

  return { address: `${local}@${domain}`, canonical: canonicalOf(local, domain), domain }
}

function canonicalOf(local: string, domain: string): string {
  const provider = ALIASES[domain] ?? domain
  let mailbox = local.toLowerCase()
  const separator = TAG_SEPARATOR[provider]
  if (separator && mailbox.indexOf(separator) > 0) mailbox = mailbox.slice(0, mailbox.indexOf(separator))
  if (IGNORES_DOTS.has(provider)) mailbox = mailbox.replaceAll('.', '')
  return `${mailbox}@${provider}`
}
