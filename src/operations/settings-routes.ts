/** The settings of the installation, for administrators to read: they are changed where it runs. */

import type { FastifyInstance } from 'fastify'
import { missingSettings } from '../legal/placeholders.js'
import { guardDesk } from '../moderation/gate.js'
import type { Site } from '../web/site.js'
import { showSettings } from './pages.js'
import { listSettings } from './settings.js'

export function settingsRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      desk.get('/', async (_request, reply) =>
        reply.send(
          await showSettings(reply, {
            settings: listSettings(site.config),
            missing: missingSettings(site.config),
          }),
        ),
      )
    },
    { prefix: '/desk/settings' },
  )
}
