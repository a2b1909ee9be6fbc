/** The widget: the only page that other sites may frame. It runs no script and knows nobody. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getCount, listDecisionMakers } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { isOpenForSigning } from '../petitions/signing.js'
import { EMBEDDABLE_POLICY } from '../web/security-headers.js'
import type { Site } from '../web/site.js'
import { showEmbed } from './pages.js'

export function embedRoutes(app: FastifyInstance, site: Site): void {
  const { config, clock, db, pages } = site

  app.get('/petitions/:slug/embed', (request: FastifyRequest<{ Params: { slug: string } }>, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      const [{ confirmed }, makers] = await Promise.all([
        getCount(db, petition.id),
        listDecisionMakers(db, petition.id),
      ])
      reply.header('content-security-policy', EMBEDDABLE_POLICY).removeHeader('x-frame-options')
      return showEmbed(reply, {
        title: petition.title,
        lang: petition.locale,
        to: makers.map(({ name, organisation }) => organisation || name).join(' · '),
        confirmed,
        goal: petition.goal,
        isOpen: isOpenForSigning(petition, clock.now(), config.timeZone),
        url: `${config.publicUrl}/petitions/${petition.slug}`,
      })
    }),
  )
}
