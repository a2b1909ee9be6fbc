/**
 * Reads what a timestamp of RFC 3161 says, and of when. DER alone, and only the way that leads there; whether the
 * authority signed it is for `openssl ts -verify`.
 */

interface Der {
  tag: number
  body: Uint8Array
}

const SIGNED_DATA = '06092a864886f70d010702'
const TIMESTAMP = '060b2a864886f70d0109100104'
const SHA256_NAME = '0609608648016503040201'
const INTEGER = 0x02
const OCTETS = 0x04
const GENERALIZED_TIME = 0x18
const SEQUENCE = 0x30
const FIRST = 0xa0

/** @returns undefined for what is no granted answer of an authority over a SHA-256. */
export function readTimestamp(answer: Uint8Array): { sha256: Uint8Array; at: string } | undefined {
  try {
    const [status, token] = insideOf(derOf(answer), SEQUENCE)
    const [code] = insideOf(status, SEQUENCE)
    if (code?.tag !== INTEGER || code.body.length !== 1 || code.body[0]! > 1) return undefined
    const signed = contentOf(token, SIGNED_DATA)
    const [, , encapsulated] = insideOf(signed, SEQUENCE)
    const octets = contentOf(encapsulated, TIMESTAMP)
    if (octets?.tag !== OCTETS) return undefined
    const [, , imprint, , time] = insideOf(derOf(octets.body), SEQUENCE)
    const [algorithm, hashed] = insideOf(imprint, SEQUENCE)
    const [name] = insideOf(algorithm, SEQUENCE)
    if (hexOfDer(name) !== SHA256_NAME || hashed?.tag !== OCTETS || hashed.body.length !== 32)
      return undefined
    const at = timeOf(time)
    return at === undefined ? undefined : { sha256: hashed.body, at }
  } catch {
    // It ends too early, or holds something else there.
    return undefined
  }
}

/** What stands behind the name of a kind, one level further in. */
function contentOf(der: Der | undefined, kind: string): Der | undefined {
  const [name, content] = insideOf(der, SEQUENCE)
  if (hexOfDer(name) !== kind) throw new RangeError('another kind')
  return insideOf(content, FIRST)[0]
}

function derOf(bytes: Uint8Array): Der {
  const [only, ...more] = ders(bytes)
  if (!only || more.length > 0) throw new RangeError('not one')
  return only
}

function insideOf(der: Der | undefined, tag: number): Der[] {
  if (der?.tag !== tag) throw new RangeError('another tag')
  return ders(der.body)
}

function ders(bytes: Uint8Array): Der[] {
  const found: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at]!
    let size = bytes[at + 1] ?? Number.NaN
    at += 2
    // Long lengths say first how many bytes they take; those without an end are not DER.
    if (size >= 0x80) {
      const count = size - 0x80
      if (count < 1 || count > 3) throw new RangeError('length')
      size = 0
      for (let index = 0; index < count; index++) size = size * 256 + (bytes[at + index] ?? Number.NaN)
      at += count
    }
    if (!(at + size <= bytes.length)) throw new RangeError('length')
    found.push({ tag, body: bytes.subarray(at, at + size) })
    at += size
  }
  return found
}

function hexOfDer(der: Der | undefined): string {
  if (!der) return ''
  return [der.tag, der.body.length, ...der.body].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** As ISO 8601; fractions of a second are left out. */
function timeOf(der: Der | undefined): string | undefined {
  if (der?.tag !== GENERALIZED_TIME) return undefined
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(String.fromCharCode(...der.body))
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
