import type { FastifyRequest } from 'fastify'

/**
 * Whether a state-changing request comes from this site.
 *
 * Browsers say where a request comes from (`Sec-Fetch-Site`; `Origin` before that), and other programs, which carry
 * nobody's cookies by accident, say nothing. So no page needs a token, and every page can be cached.
 */
export function comesFromHere(request: Pick<FastifyRequest, 'headers'>, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'

  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (origin === publicUrl) return true
  // A site that is reached by another name than PUBLIC_URL: 127.0.0.1 for localhost, a tunnel.
  if (host === undefined) return false
  // What came in the clear may have been written on the way: it speaks for no site that is served encrypted.
  return origin === `https://${host}` || (publicUrl.startsWith('http:') && origin === `http://${host}`)
}
