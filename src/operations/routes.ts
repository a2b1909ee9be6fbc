/** What machines ask: is it alive, can it serve, how is it doing. */

import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.js'
import { registry } from './metrics.js'
import { databaseAnswers } from './queries.js'

export function operationsRoutes(app: FastifyInstance, { db, jobs }: Site): void {
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

  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
