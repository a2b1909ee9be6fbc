import type { FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { sendErrorPage } from '../web/errors.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { findPrivateReader, type PrivateReader } from './reader.js'

/**
 * Whose private page is asked for by `:token`, for every address below it. When nobody's is, or the petition is
 * hidden, the answer is sent already and nothing is returned.
 */
export async function admitReader(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PrivateReader | undefined> {
  keepPrivate(reply)
  const reader = await findPrivateReader(site, (request.params as { token: string }).token)
  if (reader && 'maker' in reader) return reader
  if (reader) {
    const { moderationReason, moderationNote } = reader.hidden
    const reason = reasonLabel(translatorFor(request.reader.locale).t, moderationReason ?? '')
    await sendErrorPage(request, reply, 410, { reason, note: moderationNote ?? '' })
  } else if (!(await sendWhenDestroyed(site.db, reply, (request.params as { token: string }).token)))
    await sendErrorPage(request, reply, 404)
  return undefined
}
