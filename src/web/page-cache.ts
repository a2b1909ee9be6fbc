/**
 * Anonymous pages: the same bytes for everyone who reads the same language, rendered at most twice a second, kept
 * with an ETag and already compressed. A hot page then costs one look-up and one write.
 */

import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Half a second: a confirmed signature is in the public count within one. */
export const FRESH_MS = 500
/** Half a thousand pages of 60 KB (plain and compressed together) are 30 MB. */
const MOST_PAGES = 500
/** Not worth compressing below one packet. */
const SMALL = 1_200

export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400'

interface Kept {
  status: number
  headers: Record<string, string>
  bytes: Buffer
  br: Buffer | undefined
  gzip: Buffer | undefined
  etag: string
  madeAt: number
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
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    render: () => Promise<string | Buffer>,
  ): Promise<FastifyReply> {
    const key = `${request.reader.locale} ${request.url}`
    let page = this.#pages.get(key)
    if (!page || performance.now() - page.madeAt > FRESH_MS)
      page = await this.#renderOnce(key, page, reply, render)
    return write(request, reply, page)
  }

  async #renderOnce(
    key: string,
    stale: Kept | undefined,
    reply: FastifyReply,
    render: () => Promise<string | Buffer>,
  ): Promise<Kept> {
    const underWay = this.#rendering.get(key)
    if (underWay) return underWay
    const rendering = renderPage(reply, render).then((page) => {
      this.#pages.delete(key)
      if (this.#pages.size >= MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value!)
      if (page.status === 200) this.#pages.set(key, page)
      return page
    })
    this.#rendering.set(key, rendering)
    try {
      return await rendering
    } catch (error) {
      if (stale) return stale
      throw error
    } finally {
      this.#rendering.delete(key)
    }
  }
}

async function renderPage(reply: FastifyReply, render: () => Promise<string | Buffer>): Promise<Kept> {
  const madeAt = performance.now()
  reply.header('cache-control', PUBLIC_CACHE)
  const body = await render()
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(reply.getHeaders())) headers[name] = String(value)
  const compressible = bytes.length > SMALL && /text|json|xml|svg/.test(headers['content-type'] ?? '')
  return {
    status: reply.statusCode,
    headers: { ...headers, vary: 'Accept-Language, Accept-Encoding, Cookie' },
    bytes,
    br: compressible
      ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : undefined,
    gzip: compressible ? gzipSync(bytes) : undefined,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    madeAt,
  }
}

function write(request: FastifyRequest, reply: FastifyReply, page: Kept): FastifyReply {
  const accepted = request.headers['accept-encoding']
  const encoding =
    page.br && accepted?.includes('br') ? 'br' : page.gzip && accepted?.includes('gzip') ? 'gzip' : undefined
  // Weak: the compressed and the plain bytes are the same page.
  const etag = `W/${page.etag}`
  reply.headers(page.headers)
  reply.header('etag', etag)
  const known = request.headers['if-none-match']
  if (page.status === 200 && known !== undefined && (known === etag || known.includes(page.etag)))
    return reply.code(304).send()
  if (encoding) reply.header('content-encoding', encoding)
  return reply
    .code(page.status)
    .send(encoding === 'br' ? page.br : encoding === 'gzip' ? page.gzip : page.bytes)
}
