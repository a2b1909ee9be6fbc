/** What machines ask: is it alive, can it serve, how is it doing. */

import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.js'
import { measureMails } from './mail-metrics.js'
import { registry } from './metrics.js'
import { databaseAnswers } from './queries.js'

/** Anybody may scrape; the database is asked this often at the most. */
const MEASURED_MS = 10_000

export function operationsRoutes(app: FastifyInstance, site: Site): void {
  const { db, jobs, log } = site
  let measureFrom = 0

  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )

  app.get('/readyz', async (_request, reply) => {
    const [database, queue] = await Promise.all([databaseAnswers(db), jobs.isReady()])
    return reply
      .code(database && queue ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: database && queue ? 'ready' : 'not ready', database, queue })
  })

  app.get('/metrics', async (_request, reply) => {
    if (performance.now() >= measureFrom) {
      measureFrom = performance.now() + MEASURED_MS
      // What the process counts of itself is told also while the database is away.
      await measureMails(site).catch((error) => log.warn({ code: error?.code }, 'mails were not measured'))
    }
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
