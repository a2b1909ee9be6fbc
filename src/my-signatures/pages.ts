/** Each template of `views/my-signatures`, and what it is given. */

import type { FastifyReply } from 'fastify'
import type { Petition, SignatureState } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { DAYS_TO_CONFIRM } from '../signatures/expire.js'
import { type Faults, tellFaults } from '../web/form.js'
import type { Beside } from './beside.js'
import type { MailAbout } from './mails-about.js'
import { LINK_MINUTES } from './requests.js'

export interface AskPage {
  email: string
  faults?: Faults
}

export function showAsk(reply: FastifyReply, { email, faults = {} }: AskPage): Promise<string> {
  return reply.page('my-signatures/ask', { email, errors: tell(reply, faults), minutes: LINK_MINUTES })
}

/** The same for everyone, and for the new address of somebody who changes theirs. */
export function showCheckYourInbox(reply: FastifyReply): Promise<string> {
  return reply.page('my-signatures/check-your-inbox', { minutes: LINK_MINUTES })
}

/** The button that opens: following a link alone, as mail scanners do, does nothing. */
export function showOpen(reply: FastifyReply, page: { token: string }): Promise<string> {
  return reply.page('my-signatures/open', page)
}

export function showLinkOver(reply: FastifyReply): Promise<string> {
  return reply.page('my-signatures/link-over', { minutes: LINK_MINUTES })
}

export interface ListedSignature {
  id: number
  petition: Pick<Petition, 'id' | 'slug' | 'state' | 'title' | 'locale'>
  state: SignatureState
  number: number | null
  signedAt: Date
  confirmedAt: Date | null
  textVersion: number
  strength: number | null
  updates: boolean
  campaignerNews: boolean
  nameWithheld: boolean
  shown: 'nothing' | 'name' | 'comment' | 'both'
  name: string | undefined
  mails: MailAbout[]
  /** Path of its own page. */
  page: string
}

/** What was just done, told once above the list. */
export type Done =
  | { act: 'withdrawn-one' | 'erased' }
  | { act: 'withdrawn' | 'corrected'; count: number }
  | { act: 'asked-address' }

export interface ListPage {
  /** Of who runs this installation. */
  contact: string
  address: string
  until: Date
  signatures: ListedSignature[]
  /** Of whoever signed with this address; two when a household shares it. */
  names: string[]
  /** A page that goes on further back than the first. */
  isFurther: boolean
  /** Where the next page begins. */
  next: number | undefined
  done?: Done | undefined
  values?: { name?: string; email?: string; whose?: string }
  faults?: Faults
}

/** Of which the page says what they were. */
const MAIL_KINDS = [
  'confirm-signature',
  'already-signed',
  'update',
  'closing',
  'reply',
  'others-opened',
  'others-news',
  'reason-removed',
  'signature-removed',
  'sample-check',
  'decision-undone',
  'appeal-received',
  'appeal-decided',
]

export function showList(reply: FastifyReply, { faults = {}, values = {}, ...page }: ListPage) {
  return reply.page('my-signatures/list', {
    done: undefined,
    ...page,
    values,
    days: DAYS_TO_CONFIRM,
    mailKinds: MAIL_KINDS,
    errors: tell(reply, faults),
  })
}

/** What the address has here beside signatures. */
export function showBeside(reply: FastifyReply, page: Beside & { address: string }): Promise<string> {
  return reply.page('my-signatures/beside', page)
}

export function showAddress(reply: FastifyReply, page: { token: string; address: string }): Promise<string> {
  return reply.page('my-signatures/address', page)
}

export function showMoved(
  reply: FastifyReply,
  page: { address: string; moved: number; merged: number; left: number; crowded: number },
): Promise<string> {
  return reply.page('my-signatures/moved', page)
}

export function showErased(reply: FastifyReply, page: { contact: string }): Promise<string> {
  return reply.page('my-signatures/erased', page)
}

function tell(reply: FastifyReply, faults: Faults): Record<string, string> {
  return tellFaults(translatorFor(reply.request.reader.locale).t, faults)
}
