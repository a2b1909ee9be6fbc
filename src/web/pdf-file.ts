import type { FastifyReply } from 'fastify'

/**
 * Sends a PDF that somebody else wrote: kept as a file, never shown within this site, and without any right of a page
 * where a browser shows it all the same.
 */
export function sendPdf(reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }): FastifyReply {
  return reply
    .type('application/pdf')
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    })
    .send(bytes)
}
