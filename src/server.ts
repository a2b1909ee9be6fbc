/** The web process: the site, listening. */

import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.js'
import type { Deps } from './deps.js'

export async function startServer(deps: Deps): Promise<FastifyInstance> {
  const app = await buildApp(deps)
  await app.listen({ port: deps.config.port, host: deps.config.host })
  return app
}
