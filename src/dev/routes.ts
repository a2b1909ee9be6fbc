/** For those who try or build the service: every mail it sent, and every component of its pages. Never in production. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findInMailbox, listMailbox } from '../mail/mailbox.js'
import { NotShownError } from '../web/errors.js'
import { SECURITY_HEADERS } from '../web/security-headers.js'
import type { Site } from '../web/site.js'
import { showComponents, showMail, showMailbox } from './pages.js'

type MailRequest = FastifyRequest<{ Params: { id: string } }>

/**
 * The mail's own page: its styles are inline, as mail programs need them, so the site's policy cannot hold; in its
 * place it may load nothing, run nothing and send nothing.
 */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation"

export function devRoutes(app: FastifyInstance, { config }: Site): void {
  if (config.production) return

  app.get('/dev/components', async (_request, reply) => reply.send(await showComponents(reply)))

  // With a mail server the mails are where they belong, and the mailbox would only show old ones.
  if (config.smtpUrl) return

  app.get('/dev/mailbox', async (_request, reply) =>
    reply.send(await showMailbox(reply, await listMailbox(config.dataDir))),
  )

  app.get('/dev/mailbox.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ data: await listMailbox(config.dataDir) }),
  )

  app.get('/dev/mailbox/:id', async (request: MailRequest, reply) =>
    reply
      .header('content-security-policy', `${SECURITY_HEADERS['content-security-policy']}; frame-src 'self'`)
      .send(await showMail(reply, await getMail(request))),
  )

  app.get('/dev/mailbox/:id/html', async (request: MailRequest, reply) => {
    const { html } = await getMail(request)
    return (
      reply
        .type('text/html; charset=utf-8')
        .headers({
          'cache-control': 'no-store',
          'content-security-policy': MAIL_POLICY,
          'x-frame-options': 'SAMEORIGIN',
        })
        // A link of the mail leaves the frame, which could show none of the site's pages.
        .send(html.replace(/<head[^>]*>/, (head) => `${head}<base target="_top">`))
    )
  })

  async function getMail(request: MailRequest) {
    const mail = await findInMailbox(config.dataDir, request.params.id)
    if (!mail) throw new NotShownError(404)
    return mail
  }
}
