/**
 * Anonymous pages: the same bytes for everyone who reads the same language, rendered at most twice a second, kept
 * with an ETag, already compressed and with their headers already written. A hot page then costs one look-up and one
 * write.
 */

import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../database/connect.js'

/** Half a second: a confirmed signature is in the public count within one. */
export const FRESH_MS = 500
/** Half a thousand pages of 60 KB (plain and compressed together) are 30 MB. */
const MOST_PAGES = 500
/** Not worth compressing below one packet. */
const SMALL = 1_200

export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400'

type Encoding = 'br' | 'gzip' | 'plain'

/** A finished answer: names and values by turns, as Node writes them fastest. */
interface Answer {
  headers: string[]
  bytes: Buffer | undefined
}

interface Kept {
  status: number
  etag: string
  headers: Record<string, unknown>
  bytes: Buffer
  isWritten: boolean
  /** Made for the first reader who asks for that encoding. */
  answers: Map<Encoding | 'unchanged', Answer>
  staleAt: number
}

export class PageCache {
  readonly #pages = new Map<string, Kept>()
  readonly #rendering = new Map<string, Promise<Kept>>()

  /**
   * Answers from memory, or renders once however many ask at the same time.
   *
   * `render` returns the body and may set status and headers on the reply before; an error is not kept. When it
   * throws because the database is away, a page of the last day is better than none and is sent instead.
   * `readsQuery: false` where the answer hangs on nothing in the query but the language: `?1`, `?2` … then cost nothing.
   */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    render: () => Promise<string | Buffer>,
    { freshMs = FRESH_MS, readsQuery = true } = {},
  ): void | Promise<void> {
    const key = `${request.reader.locale} ${readsQuery ? request.url : request.url.split('?', 1)[0]}`
    const page = this.#pages.get(key)
    if (page && performance.now() < page.staleAt) return write(request, reply, page)
    return this.#renderOnce(key, page, reply, render, freshMs).then((made) => write(request, reply, made))
  }

  async #renderOnce(
    key: string,
    stale: Kept | undefined,
    reply: FastifyReply,
    render: () => Promise<string | Buffer>,
    freshMs: number,
  ): Promise<Kept> {
    const underWay = this.#rendering.get(key)
    if (underWay) return underWay
    const rendering = renderPage(reply, render, stale, freshMs).then(
      (page) => {
        this.#pages.delete(key)
        if (this.#pages.size >= MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value!)
        if (page.status === 200) this.#pages.set(key, page)
        return page
      },
      (error) => {
        if (stale && isDatabaseAway(error)) return stale
        // Hidden or gone meanwhile: what was kept must not come back when the database is away.
        this.#pages.delete(key)
        throw error
      },
    )
    this.#rendering.set(key, rendering)
    try {
      return await rendering
    } finally {
      this.#rendering.delete(key)
    }
  }
}

async function renderPage(
  reply: FastifyReply,
  render: () => Promise<string | Buffer>,
  before: Kept | undefined,
  freshMs: number,
): Promise<Kept> {
  const staleAt = performance.now() + freshMs
  reply.header('cache-control', PUBLIC_CACHE)
  const body = await render()
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  // Weak: the compressed and the plain bytes are the same page.
  const etag = `W/"${createHash('sha256').update(lasting(body)).digest('base64url').slice(0, 22)}"`
  // Most pages have not changed since: compressing the same bytes twice a second would be most of the work.
  if (before?.etag === etag && before.status === reply.statusCode && before.bytes.equals(bytes))
    return { ...before, staleAt }
  reply.header('vary', 'Accept-Language, Accept-Encoding, Cookie').header('etag', etag)
  const headers = reply.getHeaders()
  const isWritten = /text|json|xml|svg/.test(String(headers['content-type']))
  return { status: reply.statusCode, etag, headers, bytes, isWritten, answers: new Map(), staleAt }
}

/**
 * A page but for when its form was opened, which changes every second: who has the same page from before may keep it,
 * and seems to have taken longer over the form.
 */
function lasting(body: string | Buffer): string | Buffer {
  return typeof body === 'string' ? body.replace(/(?<=name="opened" value=")[^"]*/g, '') : body
}

/**
 * Past Fastify, whose way of sending would set, measure and check each header anew for every reader. The hooks that
 * count answers still run.
 */
function write(request: FastifyRequest, reply: FastifyReply, page: Kept): void {
  const known = request.headers['if-none-match']
  const isUnchanged = known !== undefined && page.status === 200 && known.includes(page.etag.slice(2))
  const { headers, bytes } = answerFor(page, isUnchanged ? 'unchanged' : encodingFor(request, page))
  reply.hijack()
  reply.raw.writeHead(isUnchanged ? 304 : page.status, headers)
  reply.raw.end(bytes)
}

function encodingFor(request: FastifyRequest, { isWritten, bytes }: Kept): Encoding {
  const accepted = request.headers['accept-encoding']
  if (accepted === undefined || !isWritten || bytes.length < SMALL) return 'plain'
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'plain'
}

function answerFor(page: Kept, kind: Encoding | 'unchanged'): Answer {
  const kept = page.answers.get(kind)
  if (kept) return kept
  const made = makeAnswer(page, kind)
  page.answers.set(kind, made)
  return made
}

function makeAnswer({ headers, bytes }: Kept, kind: Encoding | 'unchanged'): Answer {
  switch (kind) {
    case 'unchanged': {
      const { 'content-type': _type, ...rest } = headers
      return { headers: flatten(rest), bytes: undefined }
    }
    case 'plain':
      return withBody(headers, bytes)
    case 'br': {
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
      return withBody({ ...headers, 'content-encoding': 'br' }, brotliCompressSync(bytes, quality))
    }
    case 'gzip':
      return withBody({ ...headers, 'content-encoding': 'gzip' }, gzipSync(bytes))
  }
}

function withBody(headers: Record<string, unknown>, bytes: Buffer): Answer {
  return { headers: flatten({ ...headers, 'content-length': bytes.length }), bytes }
}

function flatten(headers: Record<string, unknown>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
}
