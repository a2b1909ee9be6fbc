/** What a recipient does with a delivery: say that it was seen, fetch the receipt, end the download; a delegate all but the last. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openSigner } from '../keys/signing.js'
import { sendErrorPage } from '../web/errors.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { recordReaderAct } from './acts.js'
import { findDelivery } from './deliveries.js'
import { endDownload, reopenDownload } from './download.js'
import { admitActiveReader, admitReader } from './gate.js'
import { RECEIPT, writeReceipt } from './receipt.js'
import { markSeen } from './seen.js'

export function deliveryRoutes(app: FastifyInstance, site: Site): void {
  app.get(`/dossiers/:token/${RECEIPT}`, async (request, reply) => {
    const receipt = await findReceipt(request, reply)
    if (!receipt) return reply
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${receipt.name}.json"`)
      .send(receipt.file)
  })

  app.get(`/dossiers/:token/${RECEIPT}.sig`, async (request, reply) => {
    const receipt = await findReceipt(request, reply)
    if (!receipt) return reply
    const signer = await openSigner(site)
    return reply
      .type('application/octet-stream')
      .header('clameur-key', signer.keyId)
      .header('content-disposition', `attachment; filename="${receipt.name}.json.sig"`)
      .send(signer.sign(receipt.file))
  })

  app.post('/dossiers/:token/seen', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    if (reader.maker.state === 'active') await markSeen(site.db, reader, site.clock.now())
    return reply.seeOther(`${reader.place}?done=seen`)
  })

  app.post('/dossiers/:token/download', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    if (!reader) return reply
    const act = line(request.body, 'act')
    const isDone =
      act === 'reopen'
        ? await reopenDownload(site, reader.maker)
        : act === 'end' && (await endDownload(site.db, reader.maker, site.clock.now()))
    const done = act === 'reopen' ? 'reopened' : 'ended'
    if (isDone)
      await recordReaderAct(site.db, {
        maker: reader.maker,
        act: done === 'ended' ? 'download-ended' : 'download-reopened',
        at: site.clock.now(),
      })
    return reply.seeOther(isDone ? `${reader.place}?done=${done}` : reader.place)
  })

  for (const noun of ['seen', 'download'])
    app.get(`/dossiers/:token/${noun}`, async (request, reply) => {
      const reader = await admitReader(site, request, reply, { alsoDelegates: true })
      return reader ? reply.seeOther(reader.place) : reply
    })

  /** Answers, and returns nothing, where nothing was acknowledged. */
  async function findReceipt(request: FastifyRequest, reply: FastifyReply) {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return undefined
    const { maker, petition } = reader
    const delivery = maker.state === 'active' ? await findDelivery(site.db, maker) : undefined
    const file = delivery && (await writeReceipt(site, { delivery, maker, petition }))
    if (file) return { file, name: `${petition.slug}-receipt` }
    await sendErrorPage(request, reply, 404)
    return undefined
  }
}
