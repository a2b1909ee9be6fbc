import type { FastifyReply } from 'fastify'
import type { Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { type SaidHead, sayReplyHead } from '../petitions/reply-kinds.js'
import { renderMarkdown } from '../web/markdown.js'
import { FEWEST_SHOWN, VERDICTS } from './count.js'
import type { JudgedReply } from './queries.js'

export interface VerdictsPage {
  token: string
  petition: Pick<Petition, 'slug' | 'title' | 'locale'>
  replies: JudgedReply[]
  /** An answer was just kept. */
  saved: boolean
}

export function showVerdicts(reply: FastifyReply, page: VerdictsPage): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  return reply.page('verdicts/give', {
    ...page,
    replies: page.replies.map((one): JudgedReply & { bodyHtml: string; head: SaidHead | undefined } => ({
      ...one,
      bodyHtml: renderMarkdown(one.body),
      head: sayReplyHead(ui, one),
    })),
    verdicts: VERDICTS,
    fewest: FEWEST_SHOWN,
  })
}
