import type { FastifyReply } from 'fastify'
import { browserOf, browserWords } from '../accounts/browser.js'
import type { Passkey } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { NAME_LENGTH } from './form.js'

/** The step after the link, or before an act that asks for a passkey once more. */
export async function showProve(
  reply: FastifyReply,
  page: { returnTo: string; isRefused?: boolean; isOfDesk: boolean },
): Promise<string> {
  return reply.page('passkeys/prove', { isRefused: false, ...page })
}

export async function showNew(
  reply: FastifyReply,
  page: {
    returnTo: string | undefined
    /** Nobody is signed in before there is one. */
    isRequired: boolean
    isFirst: boolean
    isRefused?: boolean
  },
): Promise<string> {
  return reply.page('passkeys/new', {
    isRefused: false,
    ...page,
    name: suggestedName(reply),
    length: NAME_LENGTH,
  })
}

export async function showList(
  reply: FastifyReply,
  page: {
    passkeys: Passkey[]
    done: 'added' | 'removed' | undefined
    returnTo: string | undefined
    /** The last one stays. */
    isRequired: boolean
    isUnavailable: boolean
  },
): Promise<string> {
  return reply.page('passkeys/list', page)
}

export async function showRemoval(
  reply: FastifyReply,
  page: { passkey: Pick<Passkey, 'id' | 'name'>; isLast: boolean },
): Promise<string> {
  return reply.page('passkeys/removal', page)
}

/** What a passkey is called when its owner has no better name: where it was made. */
export function suggestedName(reply: FastifyReply): string {
  const { t } = translatorFor(reply.request.reader.locale)
  const { key, params } = browserWords(browserOf(reply.request.headers['user-agent']))
  return t(key, params)
}
