import type { FastifyInstance, FastifyRequest } from 'fastify'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { showSessions } from './pages.js'
import { endOneSession, endOtherSessions, listSessions } from './session-list.js'
import { endSession, requireSession } from './sessions.js'

type Request = FastifyRequest<{ Params: { id: string } }>

const PAGE = '/account/sessions'

export function sessionRoutes(app: FastifyInstance, site: Site): void {
  app.get(PAGE, async (request, reply) => {
    const session = await requireSession(site, request, reply, PAGE)
    if (!session) return reply
    const sessions = await listSessions(site, { accountId: session.account.id, thisId: session.id })
    return reply.send(await showSessions(reply, { sessions, isDone: line(request.query, 'done') !== '' }))
  })

  app.post(`${PAGE}/ending`, async (request, reply) => {
    const session = await requireSession(site, request, reply, PAGE)
    if (!session) return reply
    await endOtherSessions(site, { accountId: session.account.id, thisId: session.id })
    return reply.seeOther(`${PAGE}?done=yes`)
  })

  app.post(`${PAGE}/:id/ending`, async (request: Request, reply) => {
    const session = await requireSession(site, request, reply, PAGE)
    if (!session) return reply
    const id = readId(request.params.id) ?? 0
    if (id === session.id) {
      await endSession(site, request, reply)
      return reply.seeOther('/')
    }
    await endOneSession(site, { accountId: session.account.id, id })
    return reply.seeOther(`${PAGE}?done=yes`)
  })

  // Where one comes back to after signing in, or in the other language.
  for (const address of [`${PAGE}/ending`, `${PAGE}/:id/ending`])
    app.get(address, async (_request, reply) => reply.seeOther(PAGE))
}
