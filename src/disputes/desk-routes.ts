/** The register of disputes out of court, for administrators. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import { dayOf } from '../petitions/days.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readDispute, readEnd } from './form.js'
import { addDispute, endDispute, listDisputes } from './keep.js'
import { type Returned, showDisputes } from './pages.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function disputeRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      disputePages(desk, site)
    },
    { prefix: '/desk/disputes' },
  )
}

function disputePages(desk: FastifyInstance, site: Site): void {
  const today = () => dayOf(site.clock.now(), site.config.timeZone)
  const send = async (request: FastifyRequest, reply: FastifyReply, returned?: Returned) => {
    const done = line(request.query, 'done')
    return reply.send(
      await showDisputes(reply, {
        disputes: await listDisputes(site.db),
        done: done === 'added' || done === 'ended' ? done : undefined,
        returned,
      }),
    )
  }

  desk.get('/', (request, reply) => send(request, reply))

  desk.post('/', async (request, reply) => {
    const { typed, faults, dispute } = readDispute(request.body, today())
    if (!dispute) return send(request, reply.code(422), { id: undefined, typed, faults })
    await addDispute(site, request.moderator, dispute)
    return reply.seeOther('/desk/disputes?done=added')
  })

  desk.post('/:id/end', async (request: Request, reply) => {
    const id = readId(request.params.id)
    const { typed, faults, ended } = readEnd(request.body, today())
    if (id === undefined) return sendErrorPage(request, reply, 404)
    if (!ended) return send(request, reply.code(422), { id, typed, faults })
    switch (await endDispute(site, request.moderator, id, ended)) {
      case 'ended':
        return reply.seeOther('/desk/disputes?done=ended')
      case 'unknown':
        return sendErrorPage(request, reply, 404)
      case 'before-it-began':
        return send(request, reply.code(422), {
          id,
          typed,
          faults: { decided_on: { key: 'disputes.fault.before' } },
        })
    }
  })

  // Where a form that came back stands in the address bar.
  desk.get('/:id/end', (_request, reply) => reply.seeOther('/desk/disputes'))
}
