/** The log for people: what it says, how to recount it, and each signer's own receipt. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readToken } from '../keys/links.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { getCount } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { findSignature } from '../signatures/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { dataRoutes } from './data-routes.js'
import { listHeads } from './heads.js'
import { showAbout, showReceipt } from './pages.js'
import { listRemovals, toOpenHead } from './read.js'
import { findOwnLeaf, makeReceipt, takenOutAs } from './receipt.js'

type OwnRequest = FastifyRequest<{ Params: { token: string } }>

const SHOWN_HEADS = 11
const SHOWN_LINES = 10

export function tallyLogRoutes(app: FastifyInstance, site: Site): void {
  const { config, db, replica, pages } = site
  dataRoutes(app, site)

  app.get('/petitions/:slug/log/about', (request, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      const [heads, { confirmed }] = await Promise.all([
        listHeads(replica, { petitionId: petition.id, before: undefined, limit: SHOWN_HEADS }),
        getCount(replica, petition.id),
      ])
      const [head, ...earlier] = heads
      const to = head?.removalsSize ?? 0
      const from = Math.max(0, to - SHOWN_LINES)
      const removals = await listRemovals(replica, { petitionId: petition.id, from, to })
      return showAbout(reply, {
        petition,
        head: head && toOpenHead(petition.slug, head),
        confirmed,
        heads: earlier,
        removals: removals.reverse(),
        canonical: `${config.publicUrl}/petitions/${petition.slug}/log/about`,
      })
    }),
  )

  app.get('/signatures/:token/receipt', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(request, reply)
    keepPrivate(reply)
    const { token, petition, signature, leaf, receipt } = own
    // Nothing is in the log before it is confirmed.
    if (signature.state === 'pending') return reply.seeOther(`/signatures/${token}`)
    if (receipt)
      return reply.send(
        await showReceipt(reply, { token, petition, status: 'written', receipt, out: takenOutAs(leaf!) }),
      )
    const status =
      signature.state === 'withdrawn' ? 'erased' : signature.sealed === null ? 'unlinked' : 'waiting'
    return reply.send(await showReceipt(reply, { token, petition, status }))
  })

  app.get('/signatures/:token/receipt.json', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own?.receipt) return sendUnknownLink(request, reply)
    keepPrivate(reply)
    const name = `${own.petition.slug}-receipt.json`
    return reply
      .header(
        'content-disposition',
        `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(own.receipt, null, 2)}\n`)
  })

  /** @returns undefined for a token that is forged or cut short, and for a signature that expired. */
  async function findOwn(request: OwnRequest) {
    const { token } = request.params
    const whose = await readToken(site, 'signature', token)
    if (!whose) return undefined
    const { petitionId, subjectId: signatureId, keys } = whose
    const found = await findSignature(db, { petitionId, signatureId })
    if (!found || found.signature.state === 'expired') return undefined
    const leaf = await findOwnLeaf(db, keys, { petitionId, signatureId })
    const receipt = leaf && (await makeReceipt(site, found.petition, leaf, request.reader.locale))
    return { token, ...found, leaf, receipt }
  }

  async function sendUnknownLink(request: OwnRequest, reply: FastifyReply) {
    if (await sendWhenDestroyed(db, reply, request.params.token)) return reply
    return sendErrorPage(request, reply, 404)
  }
}
