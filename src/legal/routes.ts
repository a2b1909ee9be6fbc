/** The pages that the law asks for, and how a petition's data are shared out among who is responsible. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { findPetitionBySlug, listDecisionMakers } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { NotShownError } from '../web/errors.js'
import { localHref } from '../web/reader.js'
import type { Site } from '../web/site.js'
import { showLegal } from './pages.js'
import { LEGAL_PAGES, readLegalTexts } from './texts.js'

export function legalRoutes(app: FastifyInstance, site: Site): void {
  const { config, db, pages } = site
  const texts = readLegalTexts(config.legal.dir)

  for (const page of LEGAL_PAGES)
    app.get(`/${page}`, (request, reply) =>
      pages.send(request, reply, () => showLegal(reply, { config, texts, page, path: `/${page}` })),
    )

  // One address for every footer, whatever is set: whoever uses the site can get its source (AGPL, section 13).
  app.get('/source', (request, reply) =>
    reply
      .header('cache-control', 'public, max-age=300')
      .redirect(config.legal.sourceUrl ?? localHref(request.reader, '/legal#software'), 302),
  )

  app.get(
    '/petitions/:slug/responsibilities',
    (request: FastifyRequest<{ Params: { slug: string } }>, reply) =>
      pages.send(request, reply, async () => {
        const petition = await findPetitionBySlug(db, request.params.slug)
        if (!petition || !PUBLIC_STATES.includes(petition.state)) throw new NotShownError(404)
        const { t, locale } = translatorFor(request.reader.locale)
        const makers = await listDecisionMakers(db, petition.id)
        const names = makers.map(({ name, role, organisation }) =>
          [name, role, organisation].filter(Boolean).join(', '),
        )
        const path = `/petitions/${petition.slug}`
        return showLegal(reply, {
          config,
          texts,
          page: 'responsibilities',
          path: `${path}/responsibilities`,
          petition: {
            path,
            title: petition.title,
            campaigner: petition.campaignerName ?? t('legal.someone'),
            recipients: names.length > 0 ? new Intl.ListFormat(locale).format(names) : t('legal.nobody'),
          },
        })
      }),
  )
}
