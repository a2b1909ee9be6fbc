import type { FastifyReply } from 'fastify'
import type { Subscription } from './unsubscribe.js'

/** What would stop, or what has stopped, and the button for the other. */
export function showUnsubscribe(
  reply: FastifyReply,
  data: Pick<Subscription, 'subscriber' | 'title' | 'isStopped' | 'mayResume'> & {
    token: string
    /** Only what everyone may see. */
    petitionSlug: string
  },
): Promise<string> {
  return reply.page('unsubscribe/unsubscribe', data)
}
