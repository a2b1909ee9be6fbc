import type { FastifyReply } from 'fastify'
import type { UndoOutcome } from './undo.js'

/** What `views/reversals/refused.eta` shows: why something could not be taken back, and the page of what it is about. */
export async function showRefused(
  reply: FastifyReply,
  data: { outcome: Exclude<UndoOutcome, 'undone'>; place: string },
): Promise<string> {
  return reply.page('reversals/refused', data)
}
