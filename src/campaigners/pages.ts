import type { FastifyReply } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { type Faults, tellFaults } from '../web/form.js'
import { renderMarkdown } from '../web/markdown.js'
import { type ClosingForm, NEWS_LENGTH, NEWS_TITLE_LENGTH, type NewsForm, STATEMENT_LENGTH } from './form.js'
import type { OwnPetition } from './queries.js'
import type { Studio } from './read-studio.js'
import type { Waiting } from './waiting.js'

export function showOwnPetitions(
  reply: FastifyReply,
  data: { petitions: (OwnPetition & { waiting: Waiting; href: string })[] },
): Promise<string> {
  return reply.page('campaigners/petitions', data)
}

/** What the campaigner has just done, for the notice at the top. */
export const DEEDS = ['published', 'published-before', 'closed', 'held', 'let-go'] as const
export type Deed = (typeof DEEDS)[number]

export interface StudioPage extends Studio {
  publicUrl: string
  draftHref: string | undefined
  /** Where moderators are reached. */
  contact: string
  done?: Deed
  news?: Pick<NewsForm, 'values'> & { faults: Faults; isPreview: boolean }
  closing?: Pick<ClosingForm, 'values' | 'faults'>
}

export function showStudio(reply: FastifyReply, page: StudioPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { petition, news, closing } = page
  const newsErrors = tellFaults(t, news?.faults ?? {})
  const closingErrors = tellFaults(t, closing?.faults ?? {})
  return reply.page('campaigners/studio', {
    ...page,
    reason: petition.moderationReason ? reasonLabel(t, petition.moderationReason) : undefined,
    updates: page.updates.map((update) => ({ ...update, bodyHtml: renderMarkdown(update.body) })),
    makers: page.makers.map((maker) => ({
      ...maker,
      replies: maker.replies.map((answer) => ({ ...answer, bodyHtml: renderMarkdown(answer.body) })),
    })),
    news: {
      values: news?.values ?? { title: '', body: '' },
      errors: newsErrors,
      previewHtml: news?.isPreview ? renderMarkdown(news.values.body) : undefined,
    },
    closing: {
      values: closing?.values ?? { as: '', statement: '', confirmed: false },
      errors: closingErrors,
    },
    errors: { ...newsErrors, ...closingErrors },
    limits: { title: NEWS_TITLE_LENGTH, body: NEWS_LENGTH, statement: STATEMENT_LENGTH },
  })
}
