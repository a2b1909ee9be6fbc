/** Of an institution that counts on its own site only: the campaigner tells what that site counts. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { dayOf } from '../petitions/days.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { addOfficialCount, findOfficialCount } from '../places/official-counts.js'
import { findRule } from '../places/rules.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { type OfficialCountValues, readOfficialCount } from './official-count-form.js'
import { showOfficialCount } from './official-count-pages.js'
import { ownPetition } from './routes.js'

type OfPetition = { Params: { slug: string } }

export function officialCountRoutes(app: FastifyInstance, site: Site): void {
  const address = '/account/petitions/:slug/official-count'

  app.get<OfPetition>(address, async (request, reply) => {
    const mirrored = await findMirrored(request, reply)
    if (!mirrored) return reply
    const { petition, ownSite } = mirrored
    const kept = await findOfficialCount(site.db, petition.id)
    return send(request, reply, petition, {
      ownSite,
      values: {
        official_url: petition.officialUrl ?? '',
        signatures: kept ? String(kept.signatures) : '',
        counted_on: kept?.countedOn ?? '',
      },
      isDone: line(request.query, 'done') === 'kept',
    })
  })

  app.post<OfPetition>(address, async (request, reply) => {
    const mirrored = await findMirrored(request, reply)
    if (!mirrored) return reply
    const { petition, ownSite } = mirrored
    const { timeZone } = site.config
    const { values, faults, count } = readOfficialCount(request.body, {
      ownSite,
      first: dayOf(petition.createdAt, timeZone),
      today: dayOf(site.clock.now(), timeZone),
    })
    if (!count) return send(request, reply.code(422), petition, { ownSite, values, faults })
    await addOfficialCount(site, petition.id, count)
    return reply.seeOther(`/account/petitions/${petition.slug}/official-count?done=kept`)
  })

  /** Undefined when the answer is sent already. */
  async function findMirrored(request: FastifyRequest<OfPetition>, reply: FastifyReply) {
    const own = await ownPetition(site, request, reply)
    if (!own) return undefined
    const ownSite = findRule(own.petition.institution)?.ownSite
    if (ownSite !== undefined && PUBLIC_STATES.includes(own.petition.state))
      return { petition: own.petition, ownSite }
    await sendErrorPage(request, reply, 404)
    return undefined
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    petition: Petition,
    page: { ownSite: string; values: OfficialCountValues; faults?: Faults; isDone?: boolean },
  ): Promise<FastifyReply> {
    const { t } = translatorFor(request.reader.locale)
    const { faults = {}, isDone = false, ...others } = page
    return reply.send(
      await showOfficialCount(reply, { petition, ...others, errors: tellFaults(t, faults), isDone }),
    )
  }
}
