/** A reader's own link: sent again to who asks with an old one, or replaced at once; and what they have read. */

import type { FastifyInstance } from 'fastify'
import { text } from '../web/form.js'
import type { Site } from '../web/site.js'
import { admitReader } from './gate.js'
import { type LinkAsker, replaceLink, sendLink } from './links.js'
import { type FoundReader, findPrivateReader, type PrivateReader } from './reader.js'
import { markRead } from './visits.js'

export function linkRoutes(app: FastifyInstance, site: Site): void {
  // With a link that works no more, or the one that a brief prints: neither shows anything, and each has the current one
  // sent to its owner's address.
  app.post('/dossiers/:token/links', async (request, reply) => {
    const { token } = request.params as { token: string }
    const reader = await findPrivateReader(site, token)
    const asking = reader && askingWith(reader)
    // Whoever is let in needs no other link; whoever is not is told why.
    if (!asking) {
      const admitted = await admitReader(site, request, reply, { alsoDelegates: true })
      return admitted ? reply.seeOther(admitted.place) : reply
    }
    await site.limits.takeFrom('reply', request)
    const { maker, delegate, place } = asking.owner
    const outcome = delegate?.endedAt ? 'stepped-aside' : await sendLink(site, { maker, delegate }, asking.by)
    switch (outcome) {
      case 'sent':
      case 'too-often':
        return reply.seeOther(`${place}?done=${outcome}`)
      case 'stepped-aside':
      case 'wants-no-mail':
        return reply.seeOther(place)
    }
  })

  app.post('/dossiers/:token/replacement', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    await site.limits.takeFrom('reply', request)
    if (reader.maker.state === 'active') await replaceLink(site, reader)
    return reply.seeOther(`${reader.place}?done=sent`)
  })

  app.post('/dossiers/:token/visit', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    const shownAt = new Date(text(request.body, 'shown_at'))
    if (!Number.isNaN(shownAt.getTime())) await markRead(site, reader, shownAt)
    return reply.seeOther(`${reader.place}?done=read`)
  })

  for (const noun of ['links', 'replacement', 'visit'])
    app.get(`/dossiers/:token/${noun}`, async (request, reply) => {
      const reader = await admitReader(site, request, reply, { alsoDelegates: true })
      return reader ? reply.seeOther(reader.place) : reply
    })
}

/** Undefined for who is let in, or has nothing to be let into. */
function askingWith(reader: FoundReader): { owner: PrivateReader; by: LinkAsker } | undefined {
  if ('ended' in reader) return { owner: reader.ended, by: 'holder' }
  if ('fromBrief' in reader) return { owner: reader.fromBrief, by: 'brief' }
  return undefined
}
