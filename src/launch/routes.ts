/** Launching a petition: no account, no script; whoever holds a draft's link goes on with it. */

import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.js'
import { findDraft, startDraft } from './drafts.js'
import { draftGate } from './gate.js'
import { showNew, showSimilar, showStatus } from './pages.js'
import { pictureRoutes } from './picture-routes.js'
import { listSimilar, usualWaitHours } from './queries.js'
import { stepRoutes } from './step-routes.js'
import { readTitle } from './steps/title.js'
import { listMissing, readingNow } from './steps.js'
import { submissionRoutes } from './submission-routes.js'

export function launchRoutes(app: FastifyInstance, site: Site): void {
  const gate = draftGate(site)

  app.get('/petitions/new', async (request, reply) =>
    reply.send(await showNew(reply, { typed: { title: '', locale: request.reader.locale } })),
  )

  app.post('/petitions', async (request, reply) => {
    await site.limits.takeFrom('launch', request)
    const { typed, values, faults } = readTitle(request.body)
    const { title, locale } = values
    if (!title || !locale) return reply.code(422).send(await showNew(reply, { typed, faults }))
    const token = await startDraft(site, { title, locale })
    const similar = await listSimilar(site.db, title)
    return reply.seeOther(`/drafts/${token}/${similar.length > 0 ? 'similar' : 'recipient'}`)
  })

  app.get(
    '/drafts/:token/similar',
    gate(async (_request, reply, draft) => {
      const similar = await listSimilar(site.db, draft.petition.title)
      if (similar.length === 0) return reply.seeOther(`/drafts/${draft.token}/recipient`)
      return reply.send(await showSimilar(reply, { draft, similar }))
    }),
  )

  // The link to come back with leads to the first thing that is missing.
  app.get(
    '/drafts/:token',
    gate(async (_request, reply, draft) => {
      const [missing] = listMissing(draft, readingNow(site))
      return reply.seeOther(`/drafts/${draft.token}/${missing?.step ?? 'review'}`)
    }),
  )

  stepRoutes(app, site, gate)
  pictureRoutes(app, site, gate)
  submissionRoutes(app, site, gate)

  app.get<{ Params: { token: string } }>('/drafts/:token/status', async (request, reply) => {
    const draft = await findDraft(site, request.params.token)
    if (!draft) return reply.callNotFound()
    const { state, title, slug } = draft.petition
    if (state === 'draft') return reply.seeOther(`/drafts/${draft.token}`)
    const usualHours =
      state === 'submitted' ? await usualWaitHours(site.replica, site.clock.now()) : undefined
    return reply.send(await showStatus(reply, { state, draftTitle: title, slug, usualHours }))
  })
}
