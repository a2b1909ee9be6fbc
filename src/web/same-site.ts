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
  // The second covers a site that is reached by another name than PUBLIC_URL (127.0.0.1 for localhost, a tunnel).
  return (
    origin === publicUrl ||
    (host !== undefined && (origin === `https://${host}` || origin === `http://${host}`))
  )
}
