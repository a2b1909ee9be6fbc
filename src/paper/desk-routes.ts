/** At the desk: single lines are checked, or taken back. Moderators see numbers and places on sheets, and no name. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { guardDesk } from '../moderation/gate.js'
import { findPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { checkLine, reverseLine } from './correct.js'
import { readCheck, readLineNumber, readReversal } from './form.js'
import { showDeskPaper } from './pages.js'
import { listLines } from './queries.js'

const ADDRESS = '/petitions/:id/paper'

export function deskPaperRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      routes(desk, site)
    },
    { prefix: '/desk' },
  )
}

function routes(desk: FastifyInstance, site: Site): void {
  const find = async (request: FastifyRequest, reply: FastifyReply): Promise<Petition | undefined> => {
    const { id } = request.params as { id: string }
    const petition = /^\d{1,15}$/.test(id) ? await findPetition(site.db, Number(id)) : undefined
    if (!petition) await sendErrorPage(request, reply, 404)
    return petition
  }

  desk.get(ADDRESS, async (request, reply) => {
    const petition = await find(request, reply)
    return petition ? send(reply, petition, { done: line(request.query, 'done') }) : reply
  })

  for (const act of ['checks', 'reversals'])
    desk.get(`${ADDRESS}/${act}`, async (request, reply) => {
      const petition = await find(request, reply)
      return petition ? reply.seeOther(`/desk/petitions/${petition.id}/paper`) : reply
    })

  desk.post(`${ADDRESS}/checks`, async (request, reply) => {
    const petition = await find(request, reply)
    if (!petition) return reply
    const { values, faults, isWhole } = readCheck(request.body)
    if (!isWhole) return send(reply.code(422), petition, { form: 'check', typed: values, faults })
    const place = { petitionId: petition.id, number: readLineNumber(request.body) }
    const outcome = await checkLine(site, place, { note: values.note, account: request.moderator })
    return answer(reply, petition, outcome, { form: 'check', typed: values })
  })

  desk.post(`${ADDRESS}/reversals`, async (request, reply) => {
    const petition = await find(request, reply)
    if (!petition) return reply
    const { values, faults, reason } = readReversal(request.body)
    if (!reason) return send(reply.code(422), petition, { form: 'reversal', typed: values, faults })
    const place = { petitionId: petition.id, number: readLineNumber(request.body) }
    const outcome = await reverseLine(site, place, { reason, account: request.moderator, isDesk: true })
    return answer(reply, petition, outcome, { form: 'reversal', typed: values })
  })

  function answer(
    reply: FastifyReply,
    petition: Petition,
    outcome: 'checked' | 'reversed' | 'late' | 'unknown',
    returned: { form: 'check' | 'reversal'; typed: Record<string, string> },
  ) {
    if (outcome === 'unknown')
      return send(reply.code(422), petition, {
        ...returned,
        faults: { number: { key: 'paper.fault.number' } },
      })
    return reply.seeOther(`/desk/petitions/${petition.id}/paper?done=${outcome}`)
  }

  async function send(
    reply: FastifyReply,
    petition: Petition,
    page: {
      done?: string
      form?: 'check' | 'reversal'
      typed?: Record<string, string>
      faults?: Faults
    },
  ): Promise<FastifyReply> {
    const lines = await listLines(site.db, petition.id)
    return reply.send(await showDeskPaper(reply, { petition, lines, ...page }))
  }
}
