import type { FastifyReply } from 'fastify'

/**
 * Headers of a page whose address is its key: kept out of search engines, shared caches and other sites' logs.
 *
 * Not `no-referrer`: browsers without Sec-Fetch-Site would send `Origin: null` with the page's own forms, which are
 * then refused as another site's.
 */
export function keepPrivate(reply: FastifyReply): void {
  reply.headers({
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'same-origin',
    'cache-control': 'private, no-store',
  })
}
