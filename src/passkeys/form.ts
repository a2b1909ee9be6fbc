/** What the browser's script posts: the authenticator's answer, as JSON in a field of a form. */

import { z } from 'zod'
import { length, line, text } from '../web/form.js'

export const NAME_LENGTH = 60

const bytes = z.string().regex(/^[\w-]+$/)
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') }

const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .catch([]),
  }),
  clientExtensionResults: z.object({}).catch({}),
})

const authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  clientExtensionResults: z.object({}).catch({}),
})

export type RegistrationAnswer = z.infer<typeof registration>
export type AuthenticationAnswer = z.infer<typeof authentication>

type Read<Answer> = { answer: Answer; challenge: string }

/** @returns undefined for what no authenticator would say. */
export function readRegistrationAnswer(body: unknown): Read<RegistrationAnswer> | undefined {
  return withChallenge(registration.safeParse(readJson(text(body, 'answer'))).data)
}

/** @returns undefined for what no authenticator would say. */
export function readAuthenticationAnswer(body: unknown): Read<AuthenticationAnswer> | undefined {
  return withChallenge(authentication.safeParse(readJson(text(body, 'answer'))).data)
}

/** What its owner calls it; the browser's name when they leave that to us. */
export function readPasskeyName(body: unknown, fallback: string): string {
  const name = line(body, 'name') || fallback
  return length(name) > NAME_LENGTH ? [...name].slice(0, NAME_LENGTH).join('') : name
}

function withChallenge<Answer extends { response: { clientDataJSON: string } }>(
  answer: Answer | undefined,
): Read<Answer> | undefined {
  if (!answer) return undefined
  const said = readJson(Buffer.from(answer.response.clientDataJSON, 'base64url').toString())
  const { challenge } = z.object({ challenge: bytes }).safeParse(said).data ?? {}
  return challenge === undefined ? undefined : { answer, challenge }
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
