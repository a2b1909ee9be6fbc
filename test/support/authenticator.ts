/** An authenticator in software, which can also be told to do what a good one never would. */

import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

export interface Odd {
  origin?: string
  rpId?: string
  challenge?: string
  /** Nobody was verified at the device. */
  unverified?: boolean
  counter?: number
  type?: string
}

export interface Authenticator {
  id: string
  /** What a page's script would post for these options. */
  register(options: { challenge: string }, odd?: Odd): string
  prove(options: { challenge: string }, odd?: Odd): string
}

export function makeAuthenticator(site = 'https://clameur.test'): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let uses = 0

  const clientData = (type: string, challenge: string, odd: Odd) =>
    Buffer.from(
      JSON.stringify({
        type: odd.type ?? type,
        challenge: odd.challenge ?? challenge,
        origin: odd.origin ?? site,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (odd: Odd, attested?: Buffer) => {
    uses += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(odd.counter ?? uses)
    const flags = 0x01 | (odd.unverified ? 0 : 0x04) | (attested ? 0x40 : 0)
    const rpIdHash = createHash('sha256')
      .update(odd.rpId ?? new URL(site).hostname)
      .digest()
    return Buffer.concat([rpIdHash, Buffer.from([flags]), counter, attested ?? Buffer.alloc(0)])
  }
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })

  return {
    id,
    register({ challenge }, odd = {}) {
      const length = Buffer.from([0, credentialId.length])
      // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const authData = authenticatorData(odd, Buffer.concat([Buffer.alloc(16), length, credentialId, key]))
      // {"fmt": "none", "attStmt": {}, "authData": …}
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([authData.length]),
        authData,
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, odd).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['usb'],
      })
    },
    prove({ challenge }, odd = {}) {
      const clientDataJSON = clientData('webauthn.get', challenge, odd)
      const authData = authenticatorData(odd)
      const signed = Buffer.concat([authData, createHash('sha256').update(clientDataJSON).digest()])
      return answer({
        clientDataJSON: clientDataJSON.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      })
    },
  }
}
