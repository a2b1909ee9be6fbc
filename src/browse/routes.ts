/** The list of petitions: for people as a page, for programs as JSON, CSV and Atom. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import type { Site } from '../web/site.js'
import { writeAtom, writeCsv, writeJson } from './feeds.js'
import { CARDS_A_PAGE, showPetitions } from './pages.js'
import { countFound, type Found, listFound } from './queries.js'
import { addressOf, readSearch, type Search } from './search.js'

const JSON_ROWS = 100
const ATOM_ENTRIES = 50
/** A spreadsheet of a page would be read as the whole list. */
const CSV_ROWS = 10_000

export function browseRoutes(app: FastifyInstance, site: Site): void {
  const { config, pages, limits, replica } = site

  /** Words cost far more than a list; who asks for the same as a moment ago is answered from memory. */
  const find = async (request: FastifyRequest, search: Search, limit: number, offset = 0): Promise<Found> => {
    if (search.words.length > 0 || search.near) await limits.takeFrom('search', request)
    return listFound(replica, search, { limit, offset })
  }
  const linksOf = (path: string, search: Search, { next }: Found) => ({
    self: config.publicUrl + addressOf(path, search, { after: search.after }),
    next: next ? config.publicUrl + addressOf(path, search, { after: next }) : null,
  })

  app.get('/petitions', (request, reply) =>
    pages.send(request, reply, async () => {
      const search = { ...readSearch(request.query), after: undefined }
      const offset = (search.page - 1) * CARDS_A_PAGE
      const { petitions } = await find(request, search, CARDS_A_PAGE, offset)
      const found = await countFound(replica, search)
      return showPetitions(reply, config.publicUrl, search, { petitions, found })
    }),
  )

  const sendJson = (path: string) => (request: FastifyRequest, reply: FastifyReply) =>
    pages.send(request, reply, async () => {
      const search = readSearch(request.query)
      const found = await find(request, search, JSON_ROWS)
      reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
      return writeJson(config, found.petitions, linksOf(path, search, found))
    })
  app.get('/petitions.json', sendJson('/petitions.json'))
  app.get('/api/v1/petitions', sendJson('/api/v1/petitions'))

  app.get('/petitions.csv', (request, reply) =>
    pages.send(request, reply, async () => {
      const search = readSearch(request.query)
      const found = await find(request, search, CSV_ROWS)
      reply
        .headers(OPEN_DATA_HEADERS)
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="petitions.csv"')
      const { next } = linksOf('/petitions.csv', search, found)
      if (next) reply.header('link', `<${next}>; rel="next"`)
      return writeCsv(config, found.petitions)
    }),
  )

  app.get('/petitions.atom', (request, reply) =>
    pages.send(request, reply, async () => {
      const search = readSearch(request.query)
      const found = await find(request, search, ATOM_ENTRIES)
      reply.headers(OPEN_DATA_HEADERS).type('application/atom+xml; charset=utf-8')
      return writeAtom(config, translatorFor(request.reader.locale), found.petitions, {
        ...linksOf('/petitions.atom', search, found),
        alternate: config.publicUrl + addressOf('/petitions', search),
      })
    }),
  )
}
