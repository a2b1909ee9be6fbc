import type { FastifyReply } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import type { Faults } from '../web/form.js'
import { tellFaults } from '../web/form.js'
import { browserWords } from './browser.js'
import type { ListedSession } from './session-list.js'
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
export function showOpenLink(
  reply: FastifyReply,
  page: { token: string; isOfDesk: boolean },
): Promise<string> {
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

export async function showSessions(
  reply: FastifyReply,
  { sessions, isDone }: { sessions: ListedSession[]; isDone: boolean },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const told = sessions.map((session) => {
    const { key, params } = browserWords(session.browser)
    return { ...session, browser: t(key, params) }
  })
  return reply.page('accounts/sessions', { sessions: told, isDone })
}
