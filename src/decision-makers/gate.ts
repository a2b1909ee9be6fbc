import type { FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { sendErrorPage } from '../web/errors.js'
import { line } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { showFromBrief, showLinkEnded } from './pages.js'
import { findPrivateReader, type PrivateReader } from './reader.js'
import { rememberVisit } from './visits.js'

/**
 * Whose private page is asked for by `:token`, for every address below it. When nobody's is, the link has ended, or the
 * petition is hidden, the answer is sent already and nothing is returned.
 *
 * What is not said to be open to delegates is refused to them, also what is added one day.
 */
export async function admitReader(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { alsoDelegates = false } = {},
): Promise<PrivateReader | undefined> {
  keepPrivate(reply)
  const { token } = request.params as { token: string }
  const reader = await findPrivateReader(site, token)
  if (!reader) {
    if (!(await sendWhenDestroyed(site.db, reply, token))) await sendErrorPage(request, reply, 404)
    return undefined
  }
  if ('hidden' in reader) {
    const { moderationReason, moderationNote } = reader.hidden
    const reason = reasonLabel(translatorFor(request.reader.locale).t, moderationReason ?? '')
    await sendErrorPage(request, reply, 410, { reason, note: moderationNote ?? '' })
    return undefined
  }
  if ('ended' in reader) {
    const { place, petition, maker, delegate } = reader.ended
    const isRemoved = delegate !== undefined && (delegate.endedAt !== null || maker.state !== 'active')
    const html = await showLinkEnded(reply.code(410), {
      place,
      petition,
      isRemoved,
      isDelegate: delegate !== undefined,
      done: sentOf(request),
    })
    await reply.send(html)
    return undefined
  }
  if ('fromBrief' in reader) {
    const { place, petition, maker } = reader.fromBrief
    // What is done below a private page is refused; the page itself only says what it is for.
    const answer = reply.code(request.method === 'POST' ? 403 : 200)
    await reply.send(await showFromBrief(answer, { place, petition, maker, done: sentOf(request) }))
    return undefined
  }
  if (reader.delegate && !alsoDelegates) {
    const { t } = translatorFor(request.reader.locale)
    await sendErrorPage(request, reply, 403, {
      titleKey: 'delegates.refused.title',
      bodyKey: 'delegates.refused.body',
      more: { path: reader.place, label: t('delegates.refused.back') },
    })
    return undefined
  }
  if (request.method === 'POST' && reader.maker.state === 'active') await rememberVisit(site, reader)
  return reader
}

function sentOf({ query }: FastifyRequest): 'sent' | 'too-often' | undefined {
  const done = line(query, 'done')
  return done === 'sent' || done === 'too-often' ? done : undefined
}

/** The same for what can only be done by somebody who has not stepped aside: others are led back to what says that they have. */
export async function admitActiveReader(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  options: { alsoDelegates?: boolean } = {},
): Promise<PrivateReader | undefined> {
  const reader = await admitReader(site, request, reply, options)
  if (!reader || reader.maker.state === 'active') return reader
  reply.seeOther(reader.place)
  return undefined
}
