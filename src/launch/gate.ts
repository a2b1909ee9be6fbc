import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from '../web/site.js'
import { type Draft, findDraft } from './drafts.js'

type WithDraft = (request: FastifyRequest, reply: FastifyReply, draft: Draft) => Promise<FastifyReply>

export type DraftGate = (
  act: WithDraft,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Lets in who holds a draft's link: 404 for any other, and what became of it once it is submitted. */
export function draftGate(site: Site): DraftGate {
  return (act) => async (request, reply) => {
    if (request.method === 'POST') await site.limits.takeFrom('draft', request)
    const draft = await findDraft(site, (request.params as { token: string }).token)
    if (!draft) {
      reply.callNotFound()
      return reply
    }
    if (draft.petition.state !== 'draft') return reply.seeOther(`/drafts/${draft.token}/status`)
    return act(request, reply, draft)
  }
}
