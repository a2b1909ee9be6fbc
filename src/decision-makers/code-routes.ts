/** Asking for the code that opens files with names, and typing it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { CODE_MINUTES, confirmCode, sendCode } from './codes.js'
import { admitActiveReader } from './gate.js'
import { showCode } from './pages.js'
import type { PrivateReader } from './reader.js'
import { openReading } from './sessions.js'

export function codeRoutes(app: FastifyInstance, site: Site): void {
  app.get('/dossiers/:token/code', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    return sendPage(request, reply, reader, { isSent: line(request.query, 'done') === 'sent' })
  })

  app.get('/dossiers/:token/codes', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply, { alsoDelegates: true })
    return reader ? reply.seeOther(`${reader.place}/code`) : reply
  })

  app.post('/dossiers/:token/codes', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    await site.limits.takeFrom('reply', request)
    const outcome = await sendCode(site, reader)
    if (outcome === 'too-often')
      return sendPage(request, reply.code(429), reader, { error: 'decision-makers.code.tooOften' })
    return reply.seeOther(`${reader.place}/code?done=sent`)
  })

  app.post('/dossiers/:token/code', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    if (!(await confirmCode(site, reader.keys, reader, line(request.body, 'code'))))
      return sendPage(request, reply.code(422), reader, { isSent: true, error: 'decision-makers.code.wrong' })
    openReading(site, reply, reader)
    return reply.seeOther(`${reader.place}?done=unlocked#dossier`)
  })

  async function sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { place, petition, delegate }: PrivateReader,
    { isSent = false, error }: { isSent?: boolean; error?: MessageKey },
  ): Promise<FastifyReply> {
    const { t } = translatorFor(request.reader.locale)
    const errors: Record<string, string> = error ? { code: t(error, { minutes: CODE_MINUTES }) } : {}
    return reply.send(
      await showCode(reply, {
        place,
        petition,
        isDelegate: delegate !== undefined,
        isSent,
        minutes: CODE_MINUTES,
        errors,
      }),
    )
  }
}
