/** What mail providers tell about our mails. Off, an address does not exist; none says why it refuses. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EventSource } from '../mail/events.js'
import { sendErrorPage } from '../web/errors.js'
import type { Site } from '../web/site.js'
import { hearGeneric } from './generic.js'
import { recordTold } from './hear.js'
import type { Heard, Told } from './heard.js'
import { hearMailgun } from './mailgun.js'
import { hearPostmark } from './postmark.js'
import { hearSes } from './ses.js'

/** SNS sends 256 KB at the most, and SES repeats a mail's headers in it, with every quote escaped. */
const BODY_LIMIT = 512 * 1024

export async function webhookRoutes(scope: FastifyInstance, site: Site): Promise<void> {
  const { ses, postmark, mailgun, generic } = site.config.mailWebhooks
  // The one place of the site where JSON comes in: as text, since a signature is over its bytes. SNS calls it text/plain.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    ['application/json', 'text/plain'],
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, body),
  )

  scope.post('/webhooks/mail/ses', async (request, reply) => {
    if (!ses) return sendErrorPage(request, reply, 404)
    return answer(reply, 'ses', await hearSes(site, ses, bodyOf(request)))
  })

  scope.post('/webhooks/mail/postmark', async (request, reply) => {
    if (!postmark) return sendErrorPage(request, reply, 404)
    const { authorization } = request.headers
    const heard = hearPostmark(postmark, { authorization, body: bodyOf(request) })
    if (heard.outcome === 'unsigned') reply.header('www-authenticate', 'Basic realm="webhooks"')
    return answer(reply, 'postmark', heard)
  })

  scope.post(
    '/webhooks/mail/postmark/:secret',
    async (request: FastifyRequest<{ Params: { secret: string } }>, reply) => {
      if (!postmark) return sendErrorPage(request, reply, 404)
      const heard = hearPostmark(postmark, { given: request.params.secret, body: bodyOf(request) })
      return answer(reply, 'postmark', heard)
    },
  )

  scope.post('/webhooks/mail/mailgun', async (request, reply) => {
    if (!mailgun) return sendErrorPage(request, reply, 404)
    return answer(reply, 'mailgun', hearMailgun(mailgun, bodyOf(request), site.clock.now()))
  })

  scope.post('/webhooks/mail/generic', async (request, reply) => {
    if (!generic) return sendErrorPage(request, reply, 404)
    const header = (name: string) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    }
    const headers = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
    }
    return answer(reply, 'generic', hearGeneric(generic, headers, bodyOf(request), site.clock.now()))
  })

  async function answer(reply: FastifyReply, source: EventSource, heard: Heard): Promise<FastifyReply> {
    reply.header('cache-control', 'no-store')
    switch (heard.outcome) {
      case 'heard':
        return record(reply, source, heard.events)
      case 'unsigned':
        return reply.code(401).send({ error: 'This is not signed as it must be.' })
      case 'foreign':
        return reply.code(403).send({ error: 'This is not about our mails.' })
      case 'nonsense':
        return reply.code(400).send({ error: heard.why })
      case 'away':
        return sayLater(reply, 'The signature could not be checked just now.')
    }
  }

  async function record(reply: FastifyReply, source: EventSource, events: Told[]): Promise<FastifyReply> {
    switch (await recordTold(site, source, events)) {
      case 'recorded':
        return reply.send({ heard: events.length })
      case 'replayed':
        return reply.code(403).send({ error: 'This was told before.' })
      case 'early':
        return sayLater(reply, 'The mail is not recorded as sent yet.')
    }
  }

  function sayLater(reply: FastifyReply, error: string): FastifyReply {
    return reply.code(503).header('retry-after', '60').send({ error })
  }
}

/** A request without a body has none to parse. */
function bodyOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : ''
}
