/** When two spellings of an email address are the same mailbox. */

import { domainToASCII } from 'node:url'
import { mailboxOf } from './mail-providers.js'

/** RFC 5321 section 4.5.3.1: 64 octets before the @, 254 in all. */
const MOST_BEFORE_AT = 64
const MOST = 254

// Letters of any script (RFC 6531), and the atoms of RFC 5322. Quoted local parts exist on paper only.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
/** `domainToASCII` reads a host as the beginning of a web address: it would take `gmail.com/x` for `gmail.com`. */
const NOT_IN_DOMAIN = /[^\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]/u

/** The letters of ASCII as keyboards for Chinese, Japanese and Korean write them, when nobody tells them not to. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_DISTANCE = 0xfee0

/**
 * Reads an address as it was typed: full-width letters are those that were meant, and a dot after it ends a sentence.
 *
 * @returns undefined when no mail server could accept it; otherwise `address`, to write to, and `canonical`, equal
 * for every spelling that reaches the same mailbox.
 */
export function readAddress(
  typed: string,
): { address: string; canonical: string; domain: string } | undefined {
  const text = typed
    .trim()
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_DISTANCE))
    .replace(/\.$/, '')
    .normalize('NFC')
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > MOST) return undefined

  const local = text.slice(0, at)
  if (Buffer.byteLength(local) > MOST_BEFORE_AT || !LOCAL_PART.test(local)) return undefined
  const host = text.slice(at + 1).toLowerCase()
  const domain = NOT_IN_DOMAIN.test(host) ? '' : domainToASCII(host)
  if (!DOMAIN.test(domain) || domain.length > 253) return undefined

  return { address: `${local}@${domain}`, canonical: mailboxOf(local.toLowerCase(), domain), domain }
}
