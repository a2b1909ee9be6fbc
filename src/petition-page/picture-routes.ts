/** What stands for a petition in pictures, beside its own: its poster, its card for shared links, its counter badge. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { getCount } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { drawCard } from '../posters/draw-poster.js'
import { posterOf } from '../posters/kept-posters.js'
import { outlineText, posterToPng } from '../posters/poster-png.js'
import type { Site } from '../web/site.js'
import { drawBadge } from './badge.js'
import { seedOf } from './pages.js'

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>

/** A poster changes with its title alone, and nobody waits for that. */
const POSTER_FRESH_MS = 60_000
/** Drawing a card costs a tenth of a second, and who shares a link keeps the card of that moment anyway. */
const CARD_FRESH_MS = 60_000

export function pictureRoutes(app: FastifyInstance, site: Site): void {
  const { pages } = site

  app.get('/petitions/:slug/poster.svg', (request: SlugRequest, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const petition = await getShown(site, request)
        sendAs(reply, 'image/svg+xml; charset=utf-8', 3_600)
        return outlineText(posterOf(petition.title, seedOf(petition)))
      },
      { freshMs: POSTER_FRESH_MS, readsQuery: false },
    ),
  )

  app.get('/petitions/:slug/card.png', (request: SlugRequest, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const petition = await getShown(site, request)
        const { confirmed: count } = await getCount(site.db, petition.id)
        // Short: the longer this line, the smaller the title.
        const label = translatorFor(request.reader.locale).t('petition.event.milestone', { count })
        sendAs(reply, 'image/png', 300)
        return posterToPng(drawCard({ title: petition.title, seed: seedOf(petition), label }))
      },
      { freshMs: CARD_FRESH_MS, readsQuery: false },
    ),
  )

  app.get('/petitions/:slug/badge.svg', (request: SlugRequest, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request)
      sendAs(reply, 'image/svg+xml; charset=utf-8', 60)
      return drawBadge(await labelOf(site, request, petition))
    }),
  )
}

async function labelOf({ db }: Site, request: FastifyRequest, petition: Petition): Promise<string> {
  const { confirmed } = await getCount(db, petition.id)
  return translatorFor(request.reader.locale).t('petition.badge', { confirmed, goal: petition.goal })
}

/** Other sites show these: any may, and none learns anything from it. */
function sendAs(reply: FastifyReply, type: string, maxAge: number): void {
  reply
    .type(type)
    .headers(OPEN_DATA_HEADERS)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', `public, max-age=${maxAge}, stale-if-error=86400`)
}
