/** Contesting a decision by the link of its mail, without an account; `desk-routes.ts` has who answers. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import { contestableUntil, readAppealToken } from '../moderation/contest.js'
import { guardDesk } from '../moderation/gate.js'
import { isAppealable } from '../moderation/record.js'
import { findPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { sendErrorPage } from '../web/errors.js'
import { tellFaults } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { deskRoutes } from './desk-routes.js'
import { readAppeal } from './form.js'
import { lodgeAppeal, mayLodge } from './lodge.js'
import { showAppeal } from './pages.js'
import { findAppealOf, findEntry, isAlone } from './queries.js'

type Linked = FastifyRequest<{ Params: { token: string } }>

export function appealRoutes(app: FastifyInstance, site: Site): void {
  app.get('/appeals/:token', async (request: Linked, reply) => {
    const entry = await findContested(site, request)
    if (!entry) return sendErrorPage(request, reply, 404)
    return sendAppeal(site, request, reply, entry)
  })

  app.post('/appeals/:token', async (request: Linked, reply) => {
    await site.limits.takeFrom('report', request)
    const entry = await findContested(site, request)
    if (!entry) return sendErrorPage(request, reply, 404)
    const { words, faults } = readAppeal(request.body)
    const { locale } = request.reader
    if (faults.words && mayLodge(site, entry) === 'yes') {
      const errors = tellFaults(translatorFor(locale).t, faults)
      return sendAppeal(site, request, reply.code(422), entry, { words, errors })
    }
    const outcome = await lodgeAppeal(site, entry, { words, locale })
    if (outcome === 'too-late' || outcome === 'undone')
      return sendAppeal(site, request, reply.code(410), entry, { words, errors: {} })
    return reply.seeOther(`/appeals/${request.params.token}`)
  })

  app.register(
    async (desk) => {
      guardDesk(desk, site)
      deskRoutes(desk, site)
    },
    { prefix: '/desk' },
  )
}

async function findContested(site: Site, request: Linked) {
  const id = await readAppealToken(site, request.params.token)
  const entry = id === undefined ? undefined : await findEntry(site.db, id)
  return entry && isAppealable(entry.act) ? entry : undefined
}

async function sendAppeal(
  site: Site,
  request: Linked,
  reply: FastifyReply,
  entry: NonNullable<Awaited<ReturnType<typeof findEntry>>>,
  back: { words: string; errors: Record<string, string> } = { words: '', errors: {} },
): Promise<FastifyReply> {
  const petition = entry.petitionId === null ? undefined : await findPetition(site.db, entry.petitionId)
  // A hidden petition's title may be why it is hidden; its campaigner knows it, who reported it need not read it again.
  const isReporter = entry.act === 'report-kept' || entry.act === 'reporter-suspended'
  const mayName = petition && (!isReporter || PUBLIC_STATES.includes(petition.state))
  keepPrivate(reply)
  const page = {
    token: request.params.token,
    entry,
    petition: mayName ? petition : undefined,
    appeal: await findAppealOf(site.db, entry.id),
    until: contestableUntil(entry.at),
    may: mayLodge(site, entry),
    contact: contactOf(site.config),
    isAlone: await isAlone(site.db, entry),
    ...back,
  }
  return reply.send(await showAppeal(reply, page))
}
