/** Mails that come back and mails that are complained about: what providers tell, and what the desk sees of it. */

import type { FastifyInstance } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import type { Site } from '../web/site.js'
import { deskRoutes } from './desk-routes.js'
import { webhookRoutes } from './webhook-routes.js'

export function bounceRoutes(app: FastifyInstance, site: Site): void {
  // A scope of its own: nothing else of the site reads JSON.
  app.register((scope) => webhookRoutes(scope, site))
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      deskRoutes(desk, site)
    },
    { prefix: '/desk/mail' },
  )
}
