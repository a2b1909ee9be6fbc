/** A signer says whether a reply answers them, by the link of the mail that brought it. GET shows; only POST changes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readToken } from '../keys/links.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { findSignature } from '../signatures/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { readId, text } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { VERDICTS } from './count.js'
import { giveVerdict } from './give.js'
import { showVerdicts } from './pages.js'
import { listJudged } from './queries.js'

type OwnRequest = FastifyRequest<{ Params: { token: string } }>

export function verdictRoutes(app: FastifyInstance, site: Site): void {
  app.get('/signatures/:token/verdicts', async (request: OwnRequest, reply) => {
    const own = await findOwn(request, reply)
    if (!own) return reply
    const { token, petition, petitionId, signatureId } = own
    const replies = await listJudged(site.db, { petitionId, signatureId })
    const saved = (request.query as { saved?: string }).saved !== undefined
    return reply.send(await showVerdicts(reply, { token, petition, replies, saved }))
  })

  app.post('/signatures/:token/verdicts', async (request: OwnRequest, reply) => {
    await site.limits.takeFrom('confirm', request)
    const own = await findOwn(request, reply)
    if (!own) return reply
    const { token, petitionId, signatureId } = own
    const verdict = VERDICTS.find((one) => one === text(request.body, 'verdict'))
    const asked = text(request.body, 'reply')
    const replyId = readId(asked) ?? 0
    const isKept =
      verdict !== undefined && (await giveVerdict(site.db, { petitionId, signatureId, replyId, verdict }))
    return reply.seeOther(`/signatures/${token}/verdicts${isKept ? '?saved' : ''}`)
  })

  /** Whose signature counts; everyone else has been answered already. */
  async function findOwn(request: OwnRequest, reply: FastifyReply) {
    keepPrivate(reply)
    const { token } = request.params
    const whose = await readToken(site, 'signature', token)
    const { petitionId = 0, subjectId: signatureId = 0 } = whose ?? {}
    const found = whose && (await findSignature(site.db, { petitionId, signatureId }))
    if (found?.signature.state === 'confirmed') {
      // A token that is read has none of what an address could be led astray with.
      return { token, petitionId, signatureId, petition: found.petition }
    }
    // The signature's own page tells its owner how it stands.
    if (found && found.signature.state !== 'expired') await reply.seeOther(`/signatures/${token}`)
    else if (!(await sendWhenDestroyed(site.db, reply, token))) await sendErrorPage(request, reply, 404)
    return undefined
  }
}
