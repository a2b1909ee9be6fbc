import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 1

/** By how much sealed bytes are longer. */
export const SEAL_BYTES = 1 + NONCE_BYTES + TAG_BYTES

/**
 * Seals a text (or bytes) with AES-256-GCM. `place` names where it belongs (a field of a petition); sealed bytes that were
 * moved to another place do not open.
 */
export function seal(key: Buffer, place: string, text: string | Buffer): Buffer {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const sealed = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text)
  cipher.final()
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()])
}

// Asking the system for twelve random bytes costs as much as encrypting with them, so many are asked for at once.
let nonces = Buffer.alloc(0)
let used = 0

function nextNonce(): Buffer {
  if (used === nonces.length) {
    nonces = randomBytes(NONCE_BYTES * 256)
    used = 0
  }
  used += NONCE_BYTES
  return nonces.subarray(used - NONCE_BYTES, used)
}

/** @throws when the bytes were changed, moved, or sealed with another key. */
export function unseal(key: Buffer, place: string, sealed: Buffer): string {
  return unsealBytes(key, place, sealed).toString('utf8')
}

/** For what is no text. @throws as `unseal` does. */
export function unsealBytes(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < SEAL_BYTES) throw new Error('These bytes were not sealed here')
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const opened = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES))
  decipher.final()
  return opened
}

/** HKDF-SHA-256 (RFC 5869): one key for each purpose from one secret. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `clameur ${purpose}`, 32))
}

/** HMAC-SHA-256 cut to 16 bytes: enough that a guess never meets, half the index. */
export function fingerprint(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16)
}
