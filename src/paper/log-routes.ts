/** The public log of lines on paper, as JSON: docs/log.md tells how to check it. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { getShown } from '../petitions/shown.js'
import { findPaperHead, listPaperEntries } from '../tally-log/paper-log.js'
import { sendErrorPage } from '../web/errors.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'

/** Of one answer. */
const MOST_ENTRIES = 1_000

export function paperLogRoutes(app: FastifyInstance, { db, config, ...site }: Site): void {
  app.get(
    '/petitions/:slug/paper/log',
    async (request: FastifyRequest<{ Params: { slug: string } }>, reply) => {
      const { id: petitionId, slug } = await getShown({ ...site, db, config }, request)
      const typed = line(request.query, 'from') || '0'
      if (!/^\d{1,9}$/.test(typed)) return sendErrorPage(request, reply, 404)
      const from = Number(typed)
      const head = await findPaperHead(db, petitionId)
      const size = head?.size ?? 0
      const to = Math.min(size, from + MOST_ENTRIES)
      const address = `${config.publicUrl}/petitions/${slug}/paper/log`
      reply.headers(OPEN_DATA_HEADERS)
      return {
        data: {
          // Only what is signed is told, so that whoever reads it can hold the installation to it.
          head: head && {
            number: head.number,
            size,
            root: head.root.toString('hex'),
            counted: head.counted,
            time: head.signedAt.toISOString(),
            key_id: head.keyId,
            signature: head.signature.toString('base64'),
          },
          from,
          entries: await listPaperEntries(db, { petitionId, from, to }),
        },
        links: { self: `${address}?from=${from}`, next: to < size ? `${address}?from=${to}` : null },
      }
    },
  )
}
