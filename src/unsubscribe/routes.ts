import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { sendErrorPage } from '../web/errors.js'
import { text } from '../web/form.js'
import type { Site } from '../web/site.js'
import { showUnsubscribe } from './pages.js'
import { findSubscription, resumeMails, type Subscription, stopMails } from './unsubscribe.js'

type Linked = FastifyRequest<{ Params: { token: string } }>

export function unsubscribeRoutes(app: FastifyInstance, site: Site): void {
  app.get('/unsubscribe/:token', async (request: Linked, reply) => {
    const subscription = await findSubscription(site, request.params.token)
    if (!subscription) return sendUnknownLink(request, reply)
    return show(request, reply, subscription)
  })

  app.post('/unsubscribe/:token', async (request: Linked, reply) => {
    const isOneClick = await readOneClick(request)
    const subscription = await findSubscription(site, request.params.token)
    if (!subscription) return sendUnknownLink(request, reply)
    await stopMails(site, subscription)
    // RFC 8058: a mail program follows no redirect, and a 200 tells it that all is done.
    if (isOneClick) return show(request, reply, { ...subscription, isStopped: true })
    return reply.seeOther(`/unsubscribe/${request.params.token}`)
  })

  app.post('/unsubscribe/:token/undo', async (request: Linked, reply) => {
    const subscription = await findSubscription(site, request.params.token)
    if (!subscription) return sendUnknownLink(request, reply)
    await resumeMails(site, subscription)
    return reply.seeOther(`/unsubscribe/${request.params.token}`)
  })

  /** A mail of a petition whose signers are erased: nothing is left to stop. */
  async function sendUnknownLink(request: Linked, reply: FastifyReply): Promise<FastifyReply> {
    if (await sendWhenDestroyed(site.db, reply, request.params.token)) return reply
    return sendErrorPage(request, reply, 404)
  }
}

async function show(request: Linked, reply: FastifyReply, subscription: Subscription): Promise<FastifyReply> {
  const { subscriber, title, slug, isStopped, mayResume } = subscription
  return reply.send(
    await showUnsubscribe(reply, {
      subscriber,
      title,
      isStopped,
      mayResume,
      token: request.params.token,
      petitionSlug: slug,
    }),
  )
}

/** The field may come in either encoding of a form (RFC 8058, section 3.1). */
async function readOneClick(request: FastifyRequest): Promise<boolean> {
  if (!request.isMultipart()) return text(request.body, 'List-Unsubscribe') === 'One-Click'
  let isOneClick = false
  for await (const part of request.parts()) {
    if (part.type === 'file') part.file.resume()
    else if (part.fieldname === 'List-Unsubscribe') isOneClick = part.value === 'One-Click'
  }
  return isOneClick
}
