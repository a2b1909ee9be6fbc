import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { admitReader } from '../decision-makers/gate.js'
import { orderDossier } from '../decision-makers/order-dossier.js'
import { sendErrorPage } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { BRIEF, LIST } from './make.js'
import { findFile, readParts } from './parts.js'

const TYPES: Record<string, string> = { [BRIEF]: 'application/pdf', [LIST]: 'text/csv; charset=utf-8' }

export function dossierRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/dossiers', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return reply
    if (reader.maker.state !== 'active') return reply.seeOther(reader.place)
    await site.limits.takeFrom('reply', request)
    await orderDossier(site, { ...reader.maker, locale: request.reader.locale })
    return reply.seeOther(`${reader.place}?done=dossier`)
  })

  app.get('/dossiers/:token/dossiers/:id/:file', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return reply
    const { id, file } = request.params as { id: string; file: string }
    const type = TYPES[file]
    const dossierId = /^\d{1,15}$/.test(id) ? Number(id) : undefined
    const found =
      type !== undefined && dossierId !== undefined && reader.maker.state === 'active'
        ? await findFile(site.db, { dossierId, decisionMakerId: reader.maker.id, file })
        : undefined
    if (!type || !dossierId || !found) return sendErrorPage(request, reply, 404)

    const keys = await site.keyring.getPetitionKeys(site.db, reader.petition.id)
    const day = found.readyAt.toISOString().slice(0, 10)
    return reply
      .type(type)
      .header('content-length', found.bytes)
      .header('content-disposition', `attachment; filename="${reader.petition.slug}-${day}-${file}"`)
      .send(Readable.from(readParts(site.db, keys, { dossierId, file })))
  })
}
