/**
 * Who may come to the desk, and what each may do there: the one place that asks, for every feature that has pages
 * under `/desk`.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOnPages, isAdministrator, isOfDesk, mayDecide } from '../accounts/roles.js'
import { findSession } from '../accounts/sessions.js'
import type { Account } from '../database/tables.js'
import type { Site } from '../web/site.js'
import { type Refusal, showNotAllowed } from './pages.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set on every request that reaches the desk. What is posted comes from who may decide. */
    moderator: Account
  }
}

/** What a reviewer may post: words for colleagues. Everything else that is posted here decides something. */
const NOTES = /\/notes$/

/** What is an administrator's alone, to look at and to change. */
const ADMINISTRATION = /^\/desk\/(people|rules|settings|disputes)(\/|$)/

/** Lets each reach what their role may of what is registered on `desk`, and says who it is in `request.moderator`. */
export function guardDesk(desk: FastifyInstance, site: Site): void {
  desk.decorateRequest('moderator', null as never)
  desk.addHook('onRequest', (request, reply) => admit(site, request, reply))
}

async function admit(site: Site, request: FastifyRequest, reply: FastifyReply) {
  const session = await findSession(site, request)
  if (!session || session.lacks) {
    // After signing in one comes back to a page: the act itself has to be asked for again.
    const page = request.method === 'GET' ? request.url : request.url.replace(/\/[a-z-]+(\?.*)?$/, '')
    return reply.seeOther(`/account/sign-in?return=${encodeURIComponent(page).replaceAll('%2F', '/')}`)
  }
  const { account, hasPasskey } = session
  const isOfferedPasskey = !hasPasskey && site.config.deskPasskeys === 'offered'
  reply.account = { ...accountOnPages(account), isOfferedPasskey }
  const refusal = refusalFor(request, account)
  if (refusal) return reply.code(403).send(await showNotAllowed(reply, refusal))
  request.moderator = account
  return undefined
}

function refusalFor({ method, routeOptions }: FastifyRequest, account: Account): Refusal | undefined {
  const { url = '' } = routeOptions
  if (!isOfDesk(account)) return 'desk'
  if (ADMINISTRATION.test(url) && !isAdministrator(account)) return 'administration'
  const changes = method !== 'GET' && method !== 'HEAD'
  return changes && !mayDecide(account) && !NOTES.test(url) ? 'deciding' : undefined
}
