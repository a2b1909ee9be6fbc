/**
 * What authenticators are asked to sign, and whether an answer is good: the only place that knows the library.
 *
 * A person verifies themself at the device (PIN, finger, face) every time: the link has shown that they read the mail,
 * the passkey shows that they hold a thing and that the thing knows them.
 */

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Config } from '../config.js'
import type { Passkey } from '../database/tables.js'
import type { AuthenticationAnswer, RegistrationAnswer } from './form.js'

type Options = { challenge: Buffer; options: object }

/** Whom browsers keep a passkey for: the name of PUBLIC_URL, which a page of another name cannot ask with. */
function relyingParty({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const { hostname, origin } = new URL(publicUrl)
  return { rpID: hostname, origin }
}

export async function registrationOptions(
  config: Config,
  {
    challenge,
    siteName,
    userHandle,
    userName,
    known,
  }: {
    challenge: Buffer
    siteName: string
    /** Bytes that say nothing of the person: authenticators hand them out. */
    userHandle: Buffer
    /** What the person's own device calls the account. */
    userName: string
    known: Pick<Passkey, 'credentialId' | 'transports'>[]
  },
): Promise<Options> {
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: relyingParty(config).rpID,
    userID: new Uint8Array(userHandle),
    userName,
    userDisplayName: userName,
    challenge: new Uint8Array(challenge),
    attestationType: 'none',
    excludeCredentials: known.map(describe),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  return { challenge, options }
}

export async function authenticationOptions(
  config: Config,
  { challenge, known }: { challenge: Buffer; known: Pick<Passkey, 'credentialId' | 'transports'>[] },
): Promise<Options> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(config).rpID,
    challenge: new Uint8Array(challenge),
    allowCredentials: known.map(describe),
    userVerification: 'required',
  })
  return { challenge, options }
}

/** @returns undefined for whatever does not fit: another site, another challenge, no verified person, rubbish. */
export async function readRegistered(
  config: Config,
  answer: RegistrationAnswer,
  challenge: string,
): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter'> | undefined> {
  const { rpID, origin } = relyingParty(config)
  const { verified, registrationInfo } = await unlessMalformed(
    verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  )
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter } = registrationInfo.credential
  return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter }
}

/** @returns the authenticator's new counter; undefined for whatever does not fit, or a counter that went back. */
export async function readProved(
  config: Config,
  answer: AuthenticationAnswer,
  challenge: string,
  passkey: Passkey,
): Promise<number | undefined> {
  const { rpID, origin } = relyingParty(config)
  const { verified, authenticationInfo } = await unlessMalformed(
    verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    }),
  )
  return verified ? authenticationInfo?.newCounter : undefined
}

/** The library throws for everything that is wrong with an answer; here that is an answer that is not good. */
async function unlessMalformed<Verified extends { verified: boolean }>(
  verifying: Promise<Verified>,
): Promise<Partial<Verified>> {
  return verifying.catch(() => ({}))
}

function describe({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) {
  return { id: credentialId.toString('base64url'), transports }
}
