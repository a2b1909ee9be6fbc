import type { FastifyInstance, FastifyRequest } from 'fastify'
import { countPaper, findPetitionBySlug } from '../petitions/queries.js'
import { findDestruction } from '../petitions/retention.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { NotShownError } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { showCertificate, showClocks } from './pages.js'

export function retentionRoutes(app: FastifyInstance, site: Site): void {
  const { config, db, pages } = site

  app.get('/retention', (request, reply) => pages.send(request, reply, () => showClocks(reply, config)))

  app.get('/petitions/:slug/destruction', (request: FastifyRequest<{ Params: { slug: string } }>, reply) =>
    pages.send(request, reply, async () => {
      const petition = await findPetitionBySlug(db, request.params.slug)
      const destruction =
        // A hidden one had signers too: what was destroyed of them is told, and not what it said.
        petition && (petition.state === 'hidden' || PUBLIC_STATES.includes(petition.state))
          ? await findDestruction(db, petition.id)
          : undefined
      if (!petition || !destruction) throw new NotShownError(404)
      const paper = await countPaper(db, petition.id)
      return showCertificate(reply, { config, petition, destruction, paper })
    }),
  )
}
