/** What should not happen, told once to the log and once to the visitor. */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../database/connect.js'
import type { Deps } from '../deps.js'
import type { MessageKey } from '../i18n/translate.js'
import { readerOf } from './reader.js'

const TOLD = [400, 403, 404, 405, 410, 413, 415, 422, 429, 500, 503] as const
type Told = (typeof TOLD)[number]

/** Thrown where a page is being made for many readers at once: none of their answers can be sent from there. */
export class NotShownError extends Error {
  override name = 'NotShownError'
  constructor(
    readonly statusCode: 404 | 410,
    readonly detail?: { reason?: string | undefined; note?: string | undefined },
  ) {
    super('Not shown')
  }
}

export function addErrorPages(app: FastifyInstance, { log }: Deps): void {
  app.setNotFoundHandler((request, reply) => sendErrorPage(request, reply, 404))

  app.setErrorHandler((error: FastifyError & { retryAfterSeconds?: number }, request, reply) => {
    if (isDatabaseAway(error)) {
      log.warn({ route: request.routeOptions.url, code: error.code }, 'the database is away')
      reply.header('retry-after', '10')
      return sendErrorPage(request, reply, 503)
    }
    if (error instanceof NotShownError) return sendErrorPage(request, reply, error.statusCode, error.detail)
    const status = error.statusCode ?? 500
    if (status >= 500) {
      // The statement and the message may hold what a visitor typed; the stack's frames do not.
      const frames = error.stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
      log.error(
        { route: request.routeOptions.url, name: error.name, code: error.code, frames },
        'a request failed',
      )
      return sendErrorPage(request, reply, 500)
    }
    if (error.retryAfterSeconds) reply.header('retry-after', String(error.retryAfterSeconds))
    return sendErrorPage(request, reply, status)
  })
}

/** A page that says what happened and what to do; JSON for who asked for JSON. */
export async function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail?: { reason?: string | undefined; note?: string | undefined },
): Promise<FastifyReply> {
  const told: Told = (TOLD as readonly number[]).includes(status)
    ? (status as Told)
    : status >= 500
      ? 500
      : 400
  request.reader ??= readerOf(request)
  reply.code(status).removeHeader('etag').header('cache-control', 'no-store')
  if (/\.json(\?|$)|^\/api\//.test(request.url)) {
    return reply.type('application/json; charset=utf-8').send({ error: { status, title: ERROR_NAMES[told] } })
  }
  const html = await reply.page('errors/error', {
    status,
    titleKey: `error.${told}.title` satisfies MessageKey,
    bodyKey: `error.${told}.body` satisfies MessageKey,
    retryAfter: Number(reply.getHeader('retry-after') ?? 0),
    ...detail,
  })
  return reply.send(html)
}

const ERROR_NAMES: Record<Told, string> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
}
