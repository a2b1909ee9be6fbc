import type { FastifyInstance } from 'fastify'
import { dayOf } from '../petitions/days.js'
import type { Site } from '../web/site.js'
import { showHome } from './pages.js'
import { listAlmost, listAnswered, listStarting, listWon, readFigures } from './queries.js'

export function homeRoutes(app: FastifyInstance, site: Site): void {
  const { config, clock, pages, replica } = site

  app.get('/', (request, reply) =>
    pages.send(request, reply, async () => {
      const today = dayOf(clock.now(), config.timeZone)
      const [starting, almost, won, answered, figures] = await Promise.all([
        listStarting(replica, today),
        listAlmost(replica, today),
        listWon(replica),
        listAnswered(replica),
        readFigures(replica),
      ])
      return showHome(reply, config.publicUrl, { starting, almost, won, answered, figures })
    }),
  )
}
