/** A petition as everyone sees it: page, open data, picture, poster, and what other sites may show of it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { getShown } from '../petitions/shown.js'
import { guardFor } from '../robots/judge.js'
import { findRememberedSigner } from '../signatures/remembered.js'
import type { Site } from '../web/site.js'
import { embedRoutes } from './embed-routes.js'
import { readOpenFigures, readOpenPetition } from './open-data.js'
import { showPetition } from './pages.js'
import { pictureRoutes } from './picture-routes.js'
import { readStory } from './queries.js'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

export function petitionPageRoutes(app: FastifyInstance, site: Site): void {
  const { config, clock, pages, replica } = site

  const load = async (request: FastifyRequest) => {
    const petition = await getShown(site, request)
    const [story, guard] = await Promise.all([readStory(site, petition), guardFor(site, petition)])
    return { config, replica, now: clock.now(), petition, story, guard }
  }

  const sendForEveryone = (request: FastifyRequest, reply: FastifyReply) =>
    pages.send(request, reply, async () => showPetition(reply, await load(request)))

  const sendForDevice = async (request: FastifyRequest, reply: FastifyReply) => {
    const remembered = await findRememberedSigner(site, request)
    if (!remembered) return sendForEveryone(request, reply)
    return reply.send(await showPetition(reply, { ...(await load(request)), remembered }))
  }

  // Nearly nobody is remembered, and everyone who is not gets the page that everybody gets.
  app.get('/petitions/:slug', (request: SlugRequest, reply) =>
    request.headers.cookie ? sendForDevice(request, reply) : sendForEveryone(request, reply),
  )

  const sendJson =
    (read: (site: Site, slug: string) => Promise<object | undefined>) =>
    (request: SlugRequest, reply: FastifyReply) =>
      pages.send(request, reply, async () => {
        const data = await read(site, request.params.slug)
        // Tells hidden from unknown.
        if (!data) await getShown(site, request)
        reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
        return JSON.stringify({ data })
      })
  app.get('/petitions/:slug.json', sendJson(readOpenPetition))
  app.get('/api/v1/petitions/:slug', sendJson(readOpenPetition))
  app.get('/api/v1/petitions/:slug/figures', sendJson(readOpenFigures))

  pictureRoutes(app, site)
  embedRoutes(app, site)
}
