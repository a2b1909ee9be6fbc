import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { recordReaderAct } from '../decision-makers/acts.js'
import { encryptTo } from '../decision-makers/age.js'
import { recordDownload } from '../decision-makers/downloads.js'
import { admitActiveReader, admitReader } from '../decision-makers/gate.js'
import { orderDossier } from '../decision-makers/order-dossier.js'
import { mayReadNames } from '../decision-makers/sessions.js'
import type { Keys } from '../keys/keyring.js'
import { sendErrorPage } from '../web/errors.js'
import { isTicked } from '../web/form.js'
import type { Site } from '../web/site.js'
import { packArchive } from './archive.js'
import { type FilePlace, readParts } from './parts.js'
import { findReady, listFinished } from './queries.js'

const ARCHIVE = 'dossier.zip'

/** By the end of a file's name; anything else is bytes. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pem: 'application/x-pem-file',
  zip: 'application/zip',
}

/** What holds nobody's name; anything else, also what is added one day, asks for the code. */
const NAMELESS =
  /^(brief\.pdf|figures\.csv|petition\.(pdf|txt)|method\.pdf|manifest\.(json|sig|tsr|tsr\.sig)|SHA256SUMS|VERIFY\.txt|verify\.html|key\.pem|petition-version-\d+\.hashed|signatures\.schema\.json|removals\.csv|log-leaves\.bin)$/

export function dossierRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/dossiers', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    await site.limits.takeFrom('reply', request)
    const { maker, delegate } = reader
    const isOrdered = await orderDossier(
      site,
      { ...maker, locale: request.reader.locale },
      { byTerritory: isTicked(request.body, 'by_territory') },
    )
    if (isOrdered)
      await recordReaderAct(site.db, { maker, delegate, act: 'dossier-ordered', at: site.clock.now() })
    return reply.seeOther(`${reader.place}?done=dossier`)
  })

  app.get('/dossiers/:token/dossiers/:id/:file', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    const { id, file } = request.params as { id: string; file: string }
    const dossier = reader.maker.state === 'active' ? await findReady(site.db, reader.maker, id) : undefined
    if (!dossier) return sendErrorPage(request, reply, 404)

    const { keys } = reader
    const files = await listFinished(site.db, dossier.id)
    const found = file === ARCHIVE || files.find((one) => one.file === file)
    if (!found) return sendErrorPage(request, reply, 404)
    const hasNames = !NAMELESS.test(file)
    if (hasNames && !mayReadNames(site, request, reader)) return reply.seeOther(`${reader.place}/code`)
    const ageKey = hasNames ? reader.maker.ageKey : null
    const ending = ageKey ? '.age' : ''
    if (request.method === 'GET')
      await recordDownload(site.db, {
        maker: reader.maker,
        delegate: reader.delegate,
        dossierId: dossier.id,
        file: `${file}${ending}`,
        at: site.clock.now(),
      })
    const name = `${reader.petition.slug}-${dossier.readyAt.toISOString().slice(0, 10)}`
    const [as, bytes] =
      found === true
        ? [`${name}.zip`, packArchive(site.db, keys, { ...dossier, files })]
        : [`${name}-${file.replaceAll('/', '-')}`, readFile(site, keys, { dossierId: dossier.id, file })]
    reply.header('content-disposition', `attachment; filename="${as}${ending}"`)
    if (ageKey) return reply.type('application/octet-stream').send(await encryptTo(ageKey, bytes))
    if (found !== true) reply.header('content-length', found.bytes)
    return reply.type(TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream').send(bytes)
  })
}

function readFile({ db }: Site, keys: Keys, place: FilePlace): Readable {
  return Readable.from(readParts(db, keys, place), { objectMode: false })
}
