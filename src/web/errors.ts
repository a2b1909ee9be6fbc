/** What should not happen, told once to the log and once to the visitor. */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../database/connect.js'
import type { Deps } from '../deps.js'
import type { MessageKey } from '../i18n/translate.js'
import { againOf } from './again.js'
import { readerOf, uiFor } from './reader.js'

const TOLD = [400, 403, 404, 405, 410, 413, 415, 422, 429, 500, 503] as const
type Told = (typeof TOLD)[number]

/** Addresses that answer with JSON when all is well, too. */
const FOR_PROGRAMS = /\.json(\?|$)|^\/api\/|^\/petitions\/[^/]+\/log(\/(?!about\b)|\?|$)/

/** What busboy, which reads `multipart/form-data`, says of a body that is cut short or was never one; it has no codes. */
const MALFORMED_PARTS =
  /^(Unexpected end of (form|multipart data)|Multipart: Boundary not found|Malformed (part header|content type))/

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
    const status = MALFORMED_PARTS.test(error.message) ? 400 : (error.statusCode ?? 500)
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
  detail?: {
    reason?: string | undefined
    note?: string | undefined
    /** Instead of the sentences of the status. */
    titleKey?: MessageKey
    bodyKey?: MessageKey
    /** A page that says more. */
    more?: { path: string; label: string }
  },
): Promise<FastifyReply> {
  request.reader ??= readerOf(request)
  reply.code(status).removeHeader('etag').header('cache-control', 'no-store')
  if (FOR_PROGRAMS.test(request.url)) {
    return reply
      .type('application/json; charset=utf-8')
      .send({ error: { status, title: ERROR_NAMES[toldAs(status)] } })
  }
  const html = await reply.page('errors/error', {
    ...sentencesFor(status),
    retryAfter: Number(reply.getHeader('retry-after') ?? 0),
    ...waysOn(request, status),
    ...detail,
  })
  return reply.send(html)
}

/**
 * The same for an address that the router cannot read (`/%zz`, or a part of 300 letters): Fastify answers it before
 * any hook, with a request and a reply that have nothing of ours, so this writes the whole answer itself. Never fails.
 */
export async function sendUnreadableAddress(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers }: { status: 400 | 404; headers: Readonly<Record<string, string>> },
): Promise<void> {
  try {
    request.reader = readerOf(request)
    const html = await app.view('errors/error', {
      ...sentencesFor(status),
      retryAfter: 0,
      ui: uiFor(request),
    })
    reply.raw
      .writeHead(status, {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-length': Buffer.byteLength(html),
      })
      .end(html)
  } catch {
    reply.raw.destroy()
  }
}

function toldAs(status: number): Told {
  if ((TOLD as readonly number[]).includes(status)) return status as Told
  return status >= 500 ? 500 : 400
}

function sentencesFor(status: number): { status: number; titleKey: MessageKey; bodyKey: MessageKey } {
  const told = toldAs(status)
  return { status, titleKey: `error.${told}.title`, bodyKey: `error.${told}.body` }
}

/** What passes by itself is tried again from the page that tells it, and nothing typed is lost. */
function waysOn(request: FastifyRequest, status: number) {
  if (status !== 429 && status !== 503) return {}
  const again = againOf(request)
  if (again) return { again, bodyKey: `error.${status}.again` as const }
  return request.method === 'GET' ? { reload: request.url, bodyKey: `error.${status}.reload` as const } : {}
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
