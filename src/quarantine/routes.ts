/** The public log of what was taken out of a petition's number, and what moderators do about it. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { getShown } from '../petitions/shown.js'
import type { Site } from '../web/site.js'
import { alertRoutes } from './alert-routes.js'
import { deskRoutes } from './desk-routes.js'
import { toOpenLog } from './open-log.js'
import { showPublicLog } from './pages.js'
import { listPublicActs } from './queries.js'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

export function quarantineRoutes(app: FastifyInstance, site: Site): void {
  const { config, db, pages } = site

  app.get('/petitions/:slug/transparency', (request: SlugRequest, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      const acts = await listPublicActs(db, petition.id)
      return showPublicLog(reply, { config, petition, acts })
    }),
  )

  app.get('/petitions/:slug/transparency.json', (request: SlugRequest, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const petition = await getShown(site, request)
        reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
        return JSON.stringify(toOpenLog(config, petition, await listPublicActs(db, petition.id)))
      },
      { readsQuery: false },
    ),
  )

  app.register(
    async (desk) => {
      guardDesk(desk, site)
      alertRoutes(desk, site)
      deskRoutes(desk, site)
    },
    { prefix: '/desk' },
  )
}
