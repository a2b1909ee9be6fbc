import type { FastifyInstance } from 'fastify'
import { readAddress } from '../mail/canonical-address.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { getAccount } from './accounts.js'
import { readSignInForm } from './form.js'
import { showCheckYourInbox, showLinkOver, showOpenLink, showSignIn } from './pages.js'
import { readReturnTo } from './return-to.js'
import { isOfDesk } from './roles.js'
import { sessionRoutes } from './session-routes.js'
import { endSession, findSession, openSession, type Session } from './sessions.js'
import { askForSignInLink } from './sign-in.js'
import { findOpenLink, useSignInLink } from './sign-in-links.js'

type WithToken = { Params: { token: string } }

export function accountRoutes(app: FastifyInstance, site: Site): void {
  app.get('/account/sign-in', async (request, reply) => {
    const returnTo = readReturnTo(line(request.query, 'return'))
    const session = await findSession(site, request)
    if (session?.lacks) return reply.seeOther(nextStep(session, returnTo))
    return reply.send(await showSignIn(reply, { email: '', returnTo }))
  })

  app.post('/account/sign-in', async (request, reply) => {
    await site.limits.takeFrom('sign-in', request)
    const { values, faults } = readSignInForm(request.body)
    if (Object.keys(faults).length > 0) {
      return reply.code(422).send(await showSignIn(reply, { ...values, faults }))
    }
    await site.limits.take('sign-in-address', readAddress(values.email)!.canonical)
    await askForSignInLink(site, { ...values, locale: request.reader.locale })
    return reply.seeOther('/account/sign-in/check-your-inbox')
  })

  app.get('/account/sign-in/check-your-inbox', async (_request, reply) =>
    reply.send(await showCheckYourInbox(reply)),
  )

  app.get<WithToken>('/account/sign-in/:token', async (request, reply) => {
    const { token } = request.params
    const link = await findOpenLink(site, token)
    if (!link) return reply.code(410).send(await showLinkOver(reply))
    const account = await getAccount(site.db, link.accountId)
    return reply.send(await showOpenLink(reply, { token, isOfDesk: isOfDesk(account) }))
  })

  app.post<WithToken>('/account/sign-in/:token', async (request, reply) => {
    await site.limits.takeFrom('sign-in', request)
    const link = await useSignInLink(site, request.params.token)
    if (!link) return reply.code(410).send(await showLinkOver(reply))
    const session = await openSession(site, reply, link.accountId)
    return reply.seeOther(nextStep(session, link.returnTo ?? undefined))
  })

  sessionRoutes(app, site)

  // Where the answer to a refused form is reloaded, or read in the other language.
  app.get('/account/sign-out', async (_request, reply) => reply.seeOther('/account'))

  app.post('/account/sign-out', async (request, reply) => {
    await endSession(site, request, reply)
    return reply.seeOther('/')
  })
}

/** What is still to be shown before somebody is signed in; else the page they wanted. */
function nextStep({ account, lacks }: Session, returnTo: string | undefined): string {
  const page = returnTo ?? (isOfDesk(account) ? '/desk' : '/account')
  if (!lacks) return page
  const step = lacks === 'passkey' ? '/account/passkey' : '/account/passkeys/new'
  return `${step}?return=${encodeURIComponent(page)}`
}
