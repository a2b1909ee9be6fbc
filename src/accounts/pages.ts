import type { FastifyReply } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import type { Faults } from '../web/form.js'
import { tellFaults } from '../web/form.js'
import { LINK_MINUTES } from './sign-in-links.js'

export interface SignInPage {
  email: string
  returnTo: string | undefined
  faults?: Faults
}

export function showSignIn(
  reply: FastifyReply,
  { email, returnTo, faults = {} }: SignInPage,
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('accounts/sign-in', { email, returnTo, errors: tellFaults(t, faults) })
}

export function showCheckYourInbox(reply: FastifyReply): Promise<string> {
  return reply.page('accounts/check-your-inbox', { minutes: LINK_MINUTES })
}

/** The button that signs in: following a link alone, as mail scanners do, does nothing. */
export function showOpenLink(reply: FastifyReply, page: { token: string }): Promise<string> {
  return reply.page('accounts/open-link', page)
}

export function showLinkOver(reply: FastifyReply): Promise<string> {
  return reply.page('accounts/link-over', {
    minutes: LINK_MINUTES,
    email: '',
    returnTo: undefined,
    errors: {},
  })
}
