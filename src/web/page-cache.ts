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
  answers: Partial<Record<Encoding, Answer>> & { plain: Answer }
  unchanged: Answer
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
   */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    render: () => Promise<string | Buffer>,
    { freshMs = FRESH_MS } = {},
  ): void | Promise<void> {
    const key = `${request.reader.locale} ${request.url}`
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
    const rendering = renderPage(reply, render, freshMs).then(
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
  freshMs: number,
): Promise<Kept> {
  const staleAt = performance.now() + freshMs
  reply.header('cache-control', PUBLIC_CACHE)
  const body = await render()
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  // Weak: the compressed and the plain bytes are the same page.
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  reply.header('vary', 'Accept-Language, Accept-Encoding, Cookie').header('etag', etag)
  const headers = reply.getHeaders()
  const isWritten = /text|json|xml|svg/.test(String(headers['content-type']))
  const answer = (encoding: Encoding, encoded: Buffer): Answer => ({
    headers: flatten({
      ...headers,
      ...(encoding === 'plain' ? {} : { 'content-encoding': encoding }),
      'content-length': encoded.length,
    }),
    bytes: encoded,
  })
  const answers: Kept['answers'] = { plain: answer('plain', bytes) }
  if (isWritten && bytes.length > SMALL) {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    answers.br = answer('br', brotliCompressSync(bytes, quality))
    answers.gzip = answer('gzip', gzipSync(bytes))
  }
  const { 'content-type': _type, ...unchanged } = headers
  return {
    status: reply.statusCode,
    etag,
    answers,
    unchanged: { headers: flatten(unchanged), bytes: undefined },
    staleAt,
  }
}

function flatten(headers: Record<string, unknown>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
}

/**
 * Past Fastify, whose way of sending would set, measure and check each header anew for every reader. The hooks that
 * count answers still run.
 */
function write(request: FastifyRequest, reply: FastifyReply, page: Kept): void {
  const known = request.headers['if-none-match']
  const isUnchanged = known !== undefined && page.status === 200 && known.includes(page.etag.slice(2))
  const { headers, bytes } = isUnchanged ? page.unchanged : answerFor(request, page)
  reply.hijack()
  reply.raw.writeHead(isUnchanged ? 304 : page.status, headers)
  reply.raw.end(bytes)
}

function answerFor(request: FastifyRequest, { answers }: Kept): Answer {
  const accepted = request.headers['accept-encoding']
  if (accepted === undefined) return answers.plain
  if (answers.br && accepted.includes('br')) return answers.br
  if (answers.gzip && accepted.includes('gzip')) return answers.gzip
  return answers.plain
}
