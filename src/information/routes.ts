/** What the site says about itself, to people and to programs. */

import type { FastifyInstance } from 'fastify'
import { LEGAL_PAGES } from '../legal/texts.js'
import { dayOf } from '../petitions/days.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { assetUrl } from '../web/assets.js'
import type { Site } from '../web/site.js'
import { ARTICLES } from './articles.js'
import { writeTransparencyCsv, writeTransparencyJson } from './open-transparency.js'
import { describeApi } from './openapi.js'
import { showApi, showArticle, showTransparency } from './pages.js'
import { listForSitemap, readTransparency } from './queries.js'

/** The protocol's limit for one file. */
const SITEMAP_MOST = 50_000

/** Counting every signature of a large installation takes a moment; nobody needs it by the second. */
const COUNTS_FRESH_MS = 60_000

export function informationRoutes(app: FastifyInstance, site: Site): void {
  const { config, pages, replica } = site

  for (const article of ARTICLES)
    app.get(`/${article}`, (request, reply) =>
      pages.send(request, reply, () => showArticle(reply, config, article)),
    )

  app.get('/transparency', (request, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const year = Number(dayOf(site.clock.now(), config.timeZone).slice(0, 4))
        return showTransparency(reply, config, await readTransparency(replica), year)
      },
      { freshMs: COUNTS_FRESH_MS },
    ),
  )

  for (const [ending, type, write] of [
    ['json', 'application/json', writeTransparencyJson],
    ['csv', 'text/csv', writeTransparencyCsv],
  ] as const)
    app.get(`/transparency.${ending}`, (request, reply) =>
      pages.send(
        request,
        reply,
        async () => {
          reply.headers(OPEN_DATA_HEADERS).type(`${type}; charset=utf-8`)
          return write(await readTransparency(replica))
        },
        { freshMs: COUNTS_FRESH_MS, readsQuery: false },
      ),
    )

  app.get('/api/docs', (request, reply) => pages.send(request, reply, () => showApi(reply, config)))

  app.get('/api/v1/openapi.json', (request, reply) =>
    pages.send(request, reply, async () => {
      reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
      return JSON.stringify(describeApi(config.publicUrl))
    }),
  )

  app.get('/robots.txt', (request, reply) =>
    pages.send(request, reply, async () => {
      reply.type('text/plain; charset=utf-8')
      // Pages behind a link in a mail say `noindex` themselves; these would only waste a crawler's time.
      return `User-agent: *\nDisallow: /desk\nDisallow: /account\nDisallow: /drafts\nDisallow: /petitions?*q=\nSitemap: ${config.publicUrl}/sitemap.xml\n`
    }),
  )

  app.get('/sitemap.xml', (request, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const fixed = ['', 'petitions', 'transparency', 'retention', ...ARTICLES, ...LEGAL_PAGES]
        const petitions = await listForSitemap(replica, SITEMAP_MOST - fixed.length)
        reply.type('application/xml; charset=utf-8')
        return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${fixed.map((path) => `<url><loc>${config.publicUrl}/${path}</loc></url>`).join('\n')}
${petitions.map(({ slug, changedAt }) => `<url><loc>${config.publicUrl}/petitions/${encodeURIComponent(slug)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`).join('\n')}
</urlset>
`
      },
      { freshMs: COUNTS_FRESH_MS },
    ),
  )

  // Where browsers and feed readers look when a page does not say it.
  for (const path of ['/favicon.ico', '/favicon.svg'])
    app.get(path, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').redirect(assetUrl('icon.svg'), 302),
    )
}
