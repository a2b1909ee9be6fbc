import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readReturnTo } from '../accounts/return-to.js'
import { accountOnPages, isOfDesk } from '../accounts/roles.js'
import { findSession, noteProof, requireSession, type Session } from '../accounts/sessions.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readAuthenticationAnswer, readPasskeyName, readRegistrationAnswer } from './form.js'
import { showList, showNew, showProve, showRemoval, suggestedName } from './pages.js'
import { askToProve, provePasskey } from './prove.js'
import { findPasskey, listPasskeys } from './queries.js'
import { askToRegister, registerPasskey } from './register.js'
import { removePasskey } from './remove.js'

const PROVE = '/account/passkey'
const LIST = '/account/passkeys'

type Request = FastifyRequest<{ Params: { id: string } }>

export function passkeyRoutes(app: FastifyInstance, site: Site): void {
  proveRoutes(app, site)
  registerRoutes(app, site)
  listRoutes(app, site)
}

/** Showing a passkey: for whoever followed their link, and for whoever is about to do what asks for it once more. */
function proveRoutes(app: FastifyInstance, site: Site): void {
  app.get(PROVE, async (request, reply) => {
    const session = await mayProve(site, request, reply)
    if (!session) return reply
    return reply.send(await showProve(reply, pageOf(request.query, session)))
  })

  app.post(`${PROVE}/challenges`, async (request, reply) => {
    const session = await findSession(site, request)
    if (!session || session.lacks === 'registration') return sendErrorPage(request, reply, 403)
    return reply.header('cache-control', 'no-store').send(await askToProve(site, session))
  })

  app.post(PROVE, async (request, reply) => {
    await site.limits.takeFrom('sign-in', request)
    const session = await mayProve(site, request, reply)
    if (!session) return reply
    const page = pageOf(request.body, session)
    const outcome = await provePasskey(site, session, readAuthenticationAnswer(request.body))
    if (outcome === 'refused')
      return reply.code(422).send(await showProve(reply, { ...page, isRefused: true }))
    await noteProof(site, reply, session)
    return reply.seeOther(page.returnTo)
  })

  app.get(`${PROVE}/challenges`, async (_request, reply) => reply.seeOther(PROVE))
}

function registerRoutes(app: FastifyInstance, site: Site): void {
  app.get(`${LIST}/new`, async (request, reply) => {
    const session = await mayRegister(site, request, reply)
    if (!session) return reply
    return reply.send(await showNew(reply, await newPageOf(site, request.query, session)))
  })

  app.post(`${LIST}/challenges`, async (request, reply) => {
    const session = await findSession(site, request)
    if (!session || !(await isFreshEnough(site, session))) return sendErrorPage(request, reply, 403)
    return reply.header('cache-control', 'no-store').send(await askToRegister(site, session))
  })

  app.post(LIST, async (request, reply) => {
    const session = await mayRegister(site, request, reply)
    if (!session) return reply
    const page = await newPageOf(site, request.body, session)
    const name = readPasskeyName(request.body, suggestedName(reply))
    const answer = readRegistrationAnswer(request.body)
    if ((await registerPasskey(site, session, answer, name)) === 'refused')
      return reply.code(422).send(await showNew(reply, { ...page, isRefused: true }))
    await noteProof(site, reply, session)
    const next = page.returnTo ? `&return=${encodeURIComponent(page.returnTo)}` : ''
    return reply.seeOther(`${LIST}?done=added${next}`)
  })

  app.get(`${LIST}/challenges`, async (_request, reply) => reply.seeOther(LIST))
}

function listRoutes(app: FastifyInstance, site: Site): void {
  app.get(LIST, async (request, reply) => {
    const session = await requireSession(site, request, reply, LIST)
    if (!session) return reply
    const done = line(request.query, 'done')
    const page = {
      passkeys: await listPasskeys(site.db, session.account.id),
      done: done === 'added' || done === 'removed' ? done : undefined,
      returnTo: readReturnTo(line(request.query, 'return')),
      isRequired: isRequired(site, session),
      isUnavailable: site.config.deskPasskeys === 'unavailable',
    } as const
    return reply.send(await showList(reply, page))
  })

  app.get(`${LIST}/:id/removal`, async (request: Request, reply) => {
    const asked = await mayRemove(site, request, reply)
    if (!asked) return reply
    const { session, passkey } = asked
    const others = (await listPasskeys(site.db, session.account.id)).length - 1
    const isLast = others === 0 && isRequired(site, session)
    return reply.send(await showRemoval(reply, { passkey, isLast }))
  })

  app.post(`${LIST}/:id/removal`, async (request: Request, reply) => {
    const asked = await mayRemove(site, request, reply)
    if (!asked) return reply
    const { session, passkey } = asked
    switch (await removePasskey(site, session, passkey)) {
      case 'removed':
        return reply.seeOther(`${LIST}?done=removed`)
      case 'last':
        return reply.code(409).send(await showRemoval(reply, { passkey, isLast: true }))
    }
  })
}

/** Whoever has a passkey to show; the others have been sent where they can go on. */
async function mayProve(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const session = await findSession(site, request)
  const returnTo = readReturnTo(line(request.query, 'return')) ?? '/account'
  if (!session) {
    reply.seeOther(`/account/sign-in?return=${encodeURIComponent(returnTo)}`)
    return undefined
  }
  if (session.lacks === 'passkey') return session
  if ((await listPasskeys(site.db, session.account.id)).length > 0) {
    reply.account = accountOnPages(session.account)
    return session
  }
  reply.seeOther(`${LIST}/new?return=${encodeURIComponent(returnTo)}`)
  return undefined
}

/**
 * Whoever may add a passkey: who is signed in and, having one, has just shown it; and who cannot be signed in before
 * they have one. The others have been sent where they can go on.
 */
async function mayRegister(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const session = await findSession(site, request)
  if (session?.lacks === 'registration') return session
  if (!(await requireSession(site, request, reply, `${LIST}/new`)) || !session) return undefined
  if (site.config.deskPasskeys === 'unavailable') {
    reply.seeOther(LIST)
    return undefined
  }
  if (await isFreshEnough(site, session)) return session
  reply.seeOther(`${PROVE}?return=${LIST}/new`)
  return undefined
}

async function isFreshEnough({ db }: Site, session: Session): Promise<boolean> {
  if (session.lacks === 'passkey') return false
  return session.isFresh || (await listPasskeys(db, session.account.id)).length === 0
}

async function mayRemove(site: Site, request: Request, reply: FastifyReply) {
  const session = await requireSession(site, request, reply, LIST)
  if (!session) return undefined
  const id = readId(request.params.id) ?? 0
  const passkey = await findPasskey(site.db, { accountId: session.account.id, id })
  if (!passkey) {
    await sendErrorPage(request, reply, 404)
    return undefined
  }
  if (session.isFresh) return { session, passkey }
  reply.seeOther(`${PROVE}?return=${LIST}/${id}/removal`)
  return undefined
}

function isRequired({ config }: Site, { account }: Session): boolean {
  return isOfDesk(account) && config.deskPasskeys === 'required'
}

function pageOf(fields: unknown, { account }: Session) {
  const ofDesk = isOfDesk(account)
  const returnTo = readReturnTo(line(fields, 'return')) ?? (ofDesk ? '/desk' : '/account')
  return { returnTo, isOfDesk: ofDesk }
}

async function newPageOf({ db }: Site, fields: unknown, session: Session) {
  return {
    returnTo: readReturnTo(line(fields, 'return')),
    isRequired: session.lacks === 'registration',
    isFirst: (await listPasskeys(db, session.account.id)).length === 0,
  }
}
