/** The colleagues who read with a decision-maker: added and taken off by them, or leaving by themselves. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { type Faults, line, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { addDelegate, endDelegate, listDelegates, MOST_DELEGATES } from './delegates.js'
import { readDelegate } from './form.js'
import { admitActiveReader, admitReader } from './gate.js'
import { type DelegatesPage, showDelegates, showLeaving } from './pages.js'
import { findPrivateReader, type PrivateReader } from './reader.js'
import { mayReadNames } from './sessions.js'

const DEEDS = ['added', 'ended'] as const

export function delegateRoutes(app: FastifyInstance, site: Site): void {
  app.get('/dossiers/:token/delegates', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    return reader ? sendPage(request, reply, reader, {}) : reply
  })

  app.post('/dossiers/:token/delegates', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    if (!reader) return reply
    if (!mayReadNames(site, request, reader)) return reply.seeOther(`${reader.place}/code`)
    await site.limits.takeFrom('reply', request)
    const { values, faults } = readDelegate(request.body)
    if (Object.keys(faults).length > 0)
      return sendPage(request, reply.code(422), reader, { typed: values, faults })
    const { locale } = request.reader
    const outcome = await addDelegate(site, reader.keys, reader.maker, { ...values, locale })
    switch (outcome) {
      case 'added':
        return reply.seeOther(`${reader.place}/delegates?done=added`)
      case 'stepped-aside':
        return reply.seeOther(reader.place)
      case 'already':
      case 'yourself':
      case 'too-many':
        return sendPage(request, reply.code(422), reader, {
          typed: values,
          faults: { email: { key: `delegates.wrong.${outcome}`, params: { most: MOST_DELEGATES } } },
        })
    }
  })

  app.post('/dossiers/:token/delegates/:id/ending', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    if (!reader) return reply
    const { id } = request.params as { id: string }
    if (/^\d{1,15}$/.test(id)) await endDelegate(site, reader.maker, Number(id), 'maker')
    return reply.seeOther(`${reader.place}/delegates?done=ended`)
  })

  app.get('/dossiers/:token/delegates/:id/ending', async (request, reply) => {
    const reader = await admitActiveReader(site, request, reply)
    return reader ? reply.seeOther(`${reader.place}/delegates`) : reply
  })

  // A delegate's own leave; the address stands in the header of their mail too.
  app.get('/dossiers/:token/leaving', async (request, reply) => {
    const reader = await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    if (!reader.delegate) return reply.seeOther(reader.place)
    const { place, petition, maker } = reader
    return reply.send(await showLeaving(reply, { place, petition, maker }))
  })

  async function sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    reader: PrivateReader,
    { typed = { name: '', email: '' }, faults = {} }: { typed?: DelegatesPage['typed']; faults?: Faults },
  ): Promise<FastifyReply> {
    const isOpen = mayReadNames(site, request, reader)
    const delegates = await listDelegates(site.db, reader.keys, reader.maker)
    const { place, petition } = reader
    const page: DelegatesPage = {
      place,
      petition,
      isOpen,
      isFull: delegates.length >= MOST_DELEGATES,
      // Who shows no code may be anybody who was passed the link: names suffice to take somebody off.
      delegates: delegates.map((one) => (isOpen ? one : { ...one, email: undefined })),
      typed,
      errors: tellFaults(translatorFor(request.reader.locale).t, faults),
      done: DEEDS.find((deed) => deed === line(request.query, 'done')),
    }
    return reply.send(await showDelegates(reply, page))
  }
}

/** On a scope that reads both encodings of a form: mail programs post here (RFC 8058). */
export function leavingRoutes(app: FastifyInstance, site: Site): void {
  app.post('/dossiers/:token/leaving', async (request, reply) => {
    const { token } = request.params as { token: string }
    const found = await findPrivateReader(site, token)
    // Also by a link that works no more: whoever wants to leave need not ask for another first.
    const reader =
      found && 'ended' in found && !found.ended.delegate?.endedAt
        ? found.ended
        : await admitReader(site, request, reply, { alsoDelegates: true })
    if (!reader) return reply
    if (!reader.delegate) return reply.seeOther(reader.place)
    await endDelegate(site, reader.maker, reader.delegate.id, 'themselves')
    return reply.seeOther(`/petitions/${reader.petition.slug}`)
  })
}
