/** The switch of the mails that say what waits: in each of them, for who is not signed in; and at the desk. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendErrorPage } from '../web/errors.js'
import { isTicked } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { showMailsStopped } from './pages.js'
import { readDeskMailsToken, setDeskMails } from './waiting-mails.js'

type Linked = FastifyRequest<{ Params: { token: string } }>

/** Stands where forms of either encoding are read (RFC 8058, section 3.1). */
export function deskMailRoutes(app: FastifyInstance, site: Site): void {
  app.get('/unsubscribe/desk/:token', async (request: Linked, reply) => {
    if ((await readDeskMailsToken(site, request.params.token)) === undefined)
      return sendErrorPage(request, reply, 404)
    keepPrivate(reply)
    return reply.send(await showMailsStopped(reply, { token: request.params.token, isStopped: false }))
  })

  app.post('/unsubscribe/desk/:token', async (request: Linked, reply) => {
    if (request.isMultipart())
      for await (const part of request.parts()) if (part.type === 'file') part.file.resume()
    const id = await readDeskMailsToken(site, request.params.token)
    if (id === undefined) return sendErrorPage(request, reply, 404)
    await setDeskMails(site, id, false)
    keepPrivate(reply)
    return reply.send(await showMailsStopped(reply, { token: request.params.token, isStopped: true }))
  })
}

export function deskSwitchRoutes(desk: FastifyInstance, site: Site): void {
  desk.get('/mails', async (_request, reply) => reply.seeOther('/desk'))

  desk.post('/mails', async (request, reply) => {
    await setDeskMails(site, request.moderator.id, isTicked(request.body, 'mails'))
    return reply.seeOther('/desk#mails')
  })
}
