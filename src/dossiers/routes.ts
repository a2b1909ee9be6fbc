import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { orderDossier } from '../decision-makers/order-dossier.js'
import { findPrivateReader, type PrivateReader } from '../decision-makers/reader.js'
import { translatorFor } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { sendErrorPage } from '../web/errors.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { BRIEF, LIST } from './make.js'
import { findFile, readParts } from './parts.js'

const TYPES: Record<string, string> = { [BRIEF]: 'application/pdf', [LIST]: 'text/csv; charset=utf-8' }

export function dossierRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/dossiers', async (request, reply) => {
    const reader = await enter(site, request, reply)
    if (!reader) return reply
    if (reader.maker.state !== 'active') return reply.seeOther(reader.place)
    await site.limits.takeFrom('reply', request)
    await orderDossier(site, { ...reader.maker, locale: request.reader.locale })
    return reply.seeOther(`${reader.place}?done=dossier`)
  })

  app.get('/dossiers/:token/dossiers/:id/:file', async (request, reply) => {
    const reader = await enter(site, request, reply)
    if (!reader) return reply
    const { id, file } = request.params as { id: string; file: string }
    const type = TYPES[file]
    const dossierId = /^\d{1,15}$/.test(id) ? Number(id) : undefined
    const found =
      type !== undefined && dossierId !== undefined && reader.maker.state === 'active'
        ? await findFile(site.db, { dossierId, decisionMakerId: reader.maker.id, file })
        : undefined
    if (!type || !dossierId || !found) return sendErrorPage(request, reply, 404)

    const day = found.readyAt.toISOString().slice(0, 10)
    return reply
      .type(type)
      .header('content-length', found.bytes)
      .header('content-disposition', `attachment; filename="${reader.petition.slug}-${day}-${file}"`)
      .send(Readable.from(readParts(site.db, dossierId, file)))
  })
}

/** The page's reader; otherwise the answer is sent already. */
async function enter(
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
  } else await sendErrorPage(request, reply, 404)
  return undefined
}
