/** What moderators did, year by year and refusal by refusal, for everyone. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '../petitions/days.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { NotShownError } from '../web/errors.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { writeYearCsv, writeYearJson } from './figures.js'
import { showRefusals, showYear } from './pages.js'
import { listRefusals, REFUSALS_PAGE } from './refusals.js'
import { findFirstYear, readYear } from './yearly.js'

/** Counting a year takes a moment; nobody needs it by the second. */
const FRESH_MS = 60_000

type Request = FastifyRequest<{ Params: { year: string } }>

export function transparencyRoutes(app: FastifyInstance, site: Site): void {
  const { config, pages, replica } = site

  app.get('/transparency/refusals', (request, reply) =>
    pages.send(request, reply, async () => {
      const asked = line(request.query, 'before')
      const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined
      const rows = await listRefusals(replica, before)
      const refusals = rows.slice(0, REFUSALS_PAGE)
      const next = rows.length > REFUSALS_PAGE ? refusals.at(-1)?.id : undefined
      const nextHref = next === undefined ? undefined : `/transparency/refusals?before=${next}`
      return showRefusals(reply, { refusals, nextHref, isFirst: before === undefined })
    }),
  )

  app.get('/transparency/:year', (request: Request, reply) =>
    pages.send(
      request,
      reply,
      async () => {
        const { year, ending, years } = await readAsked(site, request)
        const figures = await readYear(replica, year, {
          timeZone: config.timeZone,
          today: dayOf(site.clock.now(), config.timeZone),
        })
        if (ending === '') return showYear(reply, config, { year, figures, years })
        const type = ending === '.json' ? 'application/json' : 'text/csv'
        reply.headers(OPEN_DATA_HEADERS).type(`${type}; charset=utf-8`)
        return ending === '.json' ? writeYearJson(year, figures) : writeYearCsv(year, figures)
      },
      { freshMs: FRESH_MS, readsQuery: false },
    ),
  )
}

/** @throws NotShownError for a year of which there is nothing to tell. */
async function readAsked({ config, replica, clock }: Site, request: Request) {
  const match = /^(\d{4})(\.json|\.csv|)$/.exec(request.params.year)
  const year = Number(match?.[1])
  const current = Number(dayOf(clock.now(), config.timeZone).slice(0, 4))
  const first = await findFirstYear(replica, config.timeZone, current)
  if (!match || year < first || year > current) throw new NotShownError(404)
  const years = Array.from({ length: current - first + 1 }, (_, index) => current - index)
  return { year, ending: match[2]!, years }
}
