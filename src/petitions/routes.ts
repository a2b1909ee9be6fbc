/** A petition's picture, also while it waits: for those who decide about it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOfDesk } from '../accounts/roles.js'
import { findSessionAccount } from '../accounts/sessions.js'
import type { Petition } from '../database/tables.js'
import type { Site } from '../web/site.js'
import { readPicture } from './pictures.js'
import { findPetitionBySlug } from './queries.js'
import { PUBLIC_STATES } from './states.js'

/** A picture changes rarely, and a stale one harms nobody for an hour. */
const PUBLIC_FOR_AN_HOUR = 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400'

type BySlug = { Params: { slug: string } }

export function petitionPictureRoutes(app: FastifyInstance, site: Site): void {
  app.get<BySlug>('/petitions/:slug/picture', async (request, reply) => {
    const petition = await findVisible(site, request)
    if (!petition?.pictureId) return notFound(reply)
    if (isKnown(request, reply, petition, `"picture-${petition.pictureId}"`)) return reply.code(304).send()
    const webp = await readPicture(site.replica, petition.pictureId)
    return webp ? reply.type('image/webp').send(webp) : notFound(reply)
  })
}

/** What is public, for everyone; what waits or was refused, for its campaigner and for the desk. */
async function findVisible(site: Site, request: FastifyRequest<BySlug>): Promise<Petition | undefined> {
  const petition = await findPetitionBySlug(site.replica, request.params.slug)
  if (!petition || PUBLIC_STATES.includes(petition.state)) return petition
  const account = await findSessionAccount(site, request)
  const mayLook = account && (isOfDesk(account) || account.id === petition.accountId)
  return mayLook ? petition : undefined
}

/** Sets what caches are told, and says whether the browser has this very picture. */
function isKnown(request: FastifyRequest, reply: FastifyReply, { state }: Petition, etag: string): boolean {
  reply.header('etag', etag)
  reply.header('cache-control', PUBLIC_STATES.includes(state) ? PUBLIC_FOR_AN_HOUR : 'private, no-store')
  return request.headers['if-none-match']?.includes(etag) === true
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
