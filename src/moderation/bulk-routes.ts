/** Deciding about several petitions at once, and the page that tells what came of it. */

import type { FastifyInstance } from 'fastify'
import { findPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { isTicked, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { decideEach, isBulkAct, readResult, readTicked, resultPath, thingOf } from './bulk.js'
import { publishPetition, refusePetition } from './decide-petition.js'
import { readRefusal } from './form.js'
import { showBulk } from './pages.js'
import { listTitles, listUndoable } from './queries.js'
import type { SendQueue } from './routes.js'

export function bulkRoutes(desk: FastifyInstance, site: Site, sendQueue: SendQueue): void {
  const find = (id: number) => findPetition(site.db, id)

  desk.get('/bulk', async (request, reply) => {
    const { query } = request
    const act = line(query, 'act')
    if (!isBulkAct(act)) return sendErrorPage(request, reply, 404)
    const thing = thingOf(act)
    const [done, late, stuck] = await Promise.all(
      (['done', 'late', 'stuck'] as const).map((part) =>
        listTitles(site.db, thing, readResult(line(query, part))),
      ),
    )
    const ids = done!.map(({ id }) => id)
    const undoable = await listUndoable(site, act, ids, request.moderator)
    const isUndo = isTicked(query, 'undo')
    return reply.send(
      await showBulk(reply, { act, isUndo, undoable, done: done!, late: late!, stuck: stuck! }),
    )
  })

  desk.get('/bulk/:act', async (_request, reply) => reply.seeOther('/desk'))

  desk.post('/bulk/publication', async (request, reply) => {
    const ticked = readTicked(request.body)
    if (ticked.length === 0)
      return sendQueue(request, reply.code(422), { faults: { ticked: { key: 'moderation.fault.ticked' } } })
    const result = await decideEach(
      ticked,
      find,
      async (petition, moderator) => {
        switch (await publishPetition(site, petition, moderator)) {
          case 'published':
            return 'done'
          case 'already-decided':
            return 'late'
          case 'last-day-passed':
            return 'stuck'
        }
      },
      request.moderator,
    )
    return reply.seeOther(resultPath('publication', result))
  })

  desk.post('/bulk/refusal', async (request, reply) => {
    const ticked = readTicked(request.body)
    const { typed, faults, values } = readRefusal(request.body)
    if (ticked.length === 0) faults.ticked = { key: 'moderation.fault.ticked' }
    if (!values || ticked.length === 0) return sendQueue(request, reply.code(422), { typed, faults, ticked })
    const result = await decideEach(
      ticked,
      find,
      async (petition, moderator) =>
        (await refusePetition(site, petition, moderator, values)) === 'refused' ? 'done' : 'late',
      request.moderator,
    )
    return reply.seeOther(resultPath('refusal', result))
  })
}
