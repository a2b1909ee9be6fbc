import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { admitReader } from '../decision-makers/gate.js'
import { orderDossier } from '../decision-makers/order-dossier.js'
import { sendErrorPage } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { packArchive } from './archive.js'
import { readParts } from './parts.js'
import { findReady, listFinished } from './queries.js'

const ARCHIVE = 'dossier.zip'

/** By the end of a file's name; anything else is bytes. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pem: 'application/x-pem-file',
}

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
    const dossier = reader.maker.state === 'active' ? await findReady(site.db, reader.maker, id) : undefined
    if (!dossier) return sendErrorPage(request, reply, 404)

    const keys = await site.keyring.getPetitionKeys(site.db, reader.petition.id)
    const files = await listFinished(site.db, dossier.id)
    const name = `${reader.petition.slug}-${dossier.readyAt.toISOString().slice(0, 10)}`
    if (file === ARCHIVE)
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${name}.zip"`)
        .send(packArchive(site.db, keys, { ...dossier, files }))

    const found = files.find((one) => one.file === file)
    if (!found) return sendErrorPage(request, reply, 404)
    return reply
      .type(TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream')
      .header('content-length', found.bytes)
      .header('content-disposition', `attachment; filename="${name}-${file}"`)
      .send(Readable.from(readParts(site.db, keys, { dossierId: dossier.id, file }), { objectMode: false }))
  })
}
