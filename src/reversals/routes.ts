/** The button by which a moderator takes back what was just decided. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type BulkResult, decideEach, isBulkAct, readTicked, resultPath } from '../moderation/bulk.js'
import { guardDesk } from '../moderation/gate.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { showRefused } from './pages.js'
import { findUndonePlace, listSubjects } from './queries.js'
import { type UndoOutcome, undoAct } from './undo.js'

type Request = FastifyRequest<{ Params: { entry: string } }>

export function reversalRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)

      // What was decided about several at once is taken back at once, each by itself.
      desk.get('/undo', async (_request, reply) => reply.seeOther('/desk/log'))

      desk.post('/undo', async (request, reply) => {
        const act = line(request.body, 'act')
        if (!isBulkAct(act)) return sendErrorPage(request, reply, 404)
        const entries = await listSubjects(site.db, act, readTicked(request.body, 'entry'))
        const result = await decideEach(
          entries.map(({ id }) => id),
          async (id) => id,
          async (id, moderator) => partOf(await undoAct(site, id, moderator)),
          request.moderator,
        )
        const told = (ids: number[]) => entries.filter(({ id }) => ids.includes(id)).map(({ of }) => of)
        const of = { done: told(result.done), late: told(result.late), stuck: told(result.stuck) }
        return reply.seeOther(resultPath(act, of, { isUndo: true }))
      })

      desk.get('/undo/:entry', async (_request, reply) => reply.seeOther('/desk/log'))

      desk.post('/undo/:entry', async (request: Request, reply) => {
        const entryId = readId(request.params.entry)
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

function partOf(outcome: UndoOutcome | undefined): keyof BulkResult {
  if (outcome === 'undone') return 'done'
  return outcome === 'undone-before' ? 'late' : 'stuck'
}
