/** Each template of `views/signatures`, and what it is given. */

import type { FastifyReply } from 'fastify'
import type { Petition, Signature } from '../database/tables.js'
import type { Elsewhere } from '../places/tell.js'
import type { KeptConsent } from './consents.js'
import { DAYS_TO_CONFIRM } from './expire.js'
import type { OwnPetition } from './queries.js'
import { type SignForm, type SignFormOptions, signFormFor } from './sign-form.js'
import type { Signer } from './signer.js'

type ShownPetition = Pick<Petition, 'slug' | 'title' | 'ask' | 'locale'>

export interface NewSignaturePage extends Omit<SignFormOptions, 'locale' | 'petition'> {
  petition: Pick<Petition, 'slug' | 'title' | 'locale' | 'country'>
  /** After too many requests: in how many seconds the button may be pressed again. */
  wait?: number
  /** Its network looks attacked: nothing is signed yet, and the form has room for a proof now. */
  isAskedAgain?: boolean
}

export function showNew(
  reply: FastifyReply,
  { petition, wait, isAskedAgain = false, ...options }: NewSignaturePage,
): Promise<string> {
  const { locale } = reply.request.reader
  const form: SignForm = signFormFor({ ...options, petition, locale })
  return reply.page('signatures/new', { petition, form, wait, isAskedAgain })
}

/** The same for everyone, whether or not their address had signed. */
export function showCheckYourInbox(
  reply: FastifyReply,
  data: {
    petition: Pick<Petition, 'slug' | 'title' | 'locale'>
    /** When the mail leaves, for who goes by the slow lane. */
    mailAt: Date | undefined
  },
): Promise<string> {
  return reply.page('signatures/check-your-inbox', { ...data, days: DAYS_TO_CONFIRM })
}

export interface OwnSignaturePage {
  token: string
  signature: Signature
  petition: OwnPetition
  /** Absent once erased. */
  signer: Signer | undefined
  /** Country and, where it is kept, postcode. */
  place: string
  isOpen: boolean
  /** What was agreed to and taken back. */
  kept: KeptConsent[]
  /** A reply can be judged. */
  isAnswered: boolean
  /** Names of those who receive the petition, as `phraseOf` puts them. */
  recipients: string
  recipientCount: number
  saved?: boolean
  /** What was typed into the consents, when it has to be mended. */
  comment?: string
  errors?: Record<string, string>
}

/** Everything an owner may see and do: one template, a part for each state. */
export function showOwn(reply: FastifyReply, data: OwnSignaturePage): Promise<string> {
  return reply.page('signatures/own', {
    saved: false,
    comment: undefined,
    errors: {},
    days: DAYS_TO_CONFIRM,
    ...data,
  })
}

export interface ThanksPage {
  token: string
  petition: ShownPetition
  number: number
  updates: boolean
  isRemembered: boolean
  /** Where the institution that is asked has its signatures made, when that is not here. */
  elsewhere: Elsewhere | undefined
  /** Absolute address to pass on. */
  url: string
}

export function showThanks(reply: FastifyReply, data: ThanksPage): Promise<string> {
  return reply.page('signatures/thanks', data)
}

export function showTooLate(
  reply: FastifyReply,
  data: { petition: Pick<Petition, 'slug' | 'title' | 'locale' | 'state'>; graceHours: number },
): Promise<string> {
  return reply.page('signatures/too-late', data)
}

export function showUnknownLink(reply: FastifyReply): Promise<string> {
  return reply.page('signatures/unknown-link', { days: DAYS_TO_CONFIRM })
}
