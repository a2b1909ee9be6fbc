/** The button by which a moderator takes back what was just decided. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import { sendErrorPage } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { showRefused } from './pages.js'
import { findUndonePlace } from './queries.js'
import { undoAct } from './undo.js'

type Request = FastifyRequest<{ Params: { entry: string } }>

export function reversalRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)

      desk.get('/undo/:entry', async (_request, reply) => reply.seeOther('/desk/log'))

      desk.post('/undo/:entry', async (request: Request, reply) => {
        const entryId = /^\d{1,15}$/.test(request.params.entry) ? Number(request.params.entry) : undefined
        const place = entryId === undefined ? undefined : await findUndonePlace(site.db, entryId)
        if (entryId === undefined || !place) return sendErrorPage(request, reply, 404)
        const outcome = await undoAct(site, entryId, request.moderator)
        if (outcome === undefined) return sendErrorPage(request, reply, 404)
        if (outcome === 'undone') return reply.seeOther(`${place}?done=undone`)
        return reply.code(409).send(await showRefused(reply, { outcome, place }))
      })
    },
    { prefix: '/desk' },
  )
}
