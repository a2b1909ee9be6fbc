/** The list of what is to be struck, its file, the file's signature, and "I have struck them". */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { describeSigningKeys, listSigningKeys, openSigner } from '../keys/signing.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { sendErrorPage } from '../web/errors.js'
import { readId, text } from '../web/form.js'
import type { Site } from '../web/site.js'
import { admitReader } from './gate.js'
import { confirmWithdrawals, WITHDRAWALS, writeWithdrawals } from './withdrawals.js'

export function withdrawalRoutes(app: FastifyInstance, site: Site): void {
  app.get('/.well-known/clameur-keys.json', (request, reply) =>
    site.pages.send(
      request,
      reply,
      async () => {
        reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
        return JSON.stringify(describeSigningKeys(await listSigningKeys(site.db)), null, 2)
      },
      { readsQuery: false },
    ),
  )

  app.get(`/dossiers/:token/withdrawals/:to/${WITHDRAWALS}`, async (request, reply) => {
    const list = await findList(request, reply)
    if (!list) return reply
    return sendFile(reply, `${list.name}.csv`, 'text/csv; charset=utf-8', list.file)
  })

  app.get(`/dossiers/:token/withdrawals/:to/${WITHDRAWALS}.sig`, async (request, reply) => {
    const list = await findList(request, reply)
    if (!list) return reply
    const signer = await openSigner(site)
    reply.header('clameur-key', signer.keyId)
    return sendFile(reply, `${list.name}.csv.sig`, 'application/octet-stream', signer.sign(list.file))
  })

  app.post('/dossiers/:token/withdrawals', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return reply
    const to = readId(text(request.body, 'to'))
    if (to !== undefined && reader.maker.state === 'active') await confirmWithdrawals(site, reader.maker, to)
    return reply.seeOther(`${reader.place}?done=struck`)
  })

  /** Answers, and returns nothing, where there is no such list. */
  async function findList(request: FastifyRequest, reply: FastifyReply) {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return undefined
    const { maker, petition } = reader
    const to = readId((request.params as { to: string }).to)
    const file =
      to !== undefined && maker.state === 'active'
        ? await writeWithdrawals(site, { maker, petition, to })
        : undefined
    if (file) return { file, name: `${petition.slug}-withdrawals-${to}` }
    await sendErrorPage(request, reply, 404)
    return undefined
  }
}

function sendFile(reply: FastifyReply, name: string, type: string, bytes: Buffer) {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
}
