/** Who may come to the desk. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findSessionAccount } from '../accounts/sessions.js'
import type { Account } from '../database/tables.js'
import type { Site } from '../web/site.js'
import { showNotAllowed } from './pages.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who decides; set on every request that reaches the desk. */
    moderator: Account
  }
}

/** Lets only moderators reach what is registered on `desk`, and says who they are in `request.moderator`. */
export function guardDesk(desk: FastifyInstance, site: Site): void {
  desk.decorateRequest('moderator', null as never)
  desk.addHook('onRequest', (request, reply) => admitModerator(site, request, reply))
}

async function admitModerator(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const account = await findSessionAccount(site, request)
  if (!account) {
    // After signing in one comes back to a page: the act itself has to be asked for again.
    const page = request.method === 'GET' ? request.url : request.url.replace(/\/[a-z]+(\?.*)?$/, '')
    return reply.seeOther(`/account/sign-in?return=${encodeURIComponent(page).replaceAll('%2F', '/')}`)
  }
  reply.account = { name: account.name, isModerator: account.role === 'moderator' }
  if (account.role !== 'moderator') return reply.code(403).send(await showNotAllowed(reply))
  request.moderator = account
  return undefined
}
