import type { FastifyReply } from 'fastify'
import type { Database } from '../database/connect.js'
import type { Update } from '../database/tables.js'
import { showReplies } from '../decision-makers/shown-replies.js'
import { translatorFor } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { findRule } from '../places/rules.js'
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
export const DEEDS = [
  'published',
  'published-before',
  'answered',
  'closed',
  'held',
  'let-go',
  'link-sent',
  'link-not-sent',
] as const
export type Deed = (typeof DEEDS)[number]

export interface StudioPage extends Studio {
  db: Database
  publicUrl: string
  draftHref: string | undefined
  /** Where moderators are reached. */
  contact: string
  done?: Deed
  news?: Pick<NewsForm, 'values'> & { faults: Faults; isPreview: boolean }
  closing?: Pick<ClosingForm, 'values' | 'faults'>
  /** To a reply, when it has to be mended. */
  answer?: { replyId: number; body: string; faults: Faults }
}

export async function showStudio(reply: FastifyReply, page: StudioPage): Promise<string> {
  const ui = translatorFor(reply.request.reader.locale)
  const { t } = ui
  const { petition, news, closing, answer } = page
  const newsErrors = tellFaults(t, news?.faults ?? {})
  const closingErrors = tellFaults(t, closing?.faults ?? {})
  const answerErrors = tellFaults(t, answer?.faults ?? {})
  const replies = page.makers.flatMap((maker) => maker.replies)
  const shown = new Map((await showReplies(page, petition, replies, ui)).map((one) => [one.id, one]))
  const answerOf = (one: Update | undefined) =>
    one && {
      id: undefined,
      from: petition.campaignerName ?? '',
      on: one.publishedAt,
      bodyHtml: renderMarkdown(one.body),
      reportHref: undefined,
    }
  return reply.page('campaigners/studio', {
    ...page,
    ownSite: findRule(petition.institution)?.ownSite,
    reason: petition.moderationReason ? reasonLabel(t, petition.moderationReason) : undefined,
    updates: page.updates.map((update) => ({ ...update, bodyHtml: renderMarkdown(update.body) })),
    makers: page.makers.map((maker) => ({
      ...maker,
      replies: maker.replies.map((one) => ({ ...shown.get(one.id)!, answer: answerOf(one.answer) })),
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
    typedAnswer: { replyId: answer?.replyId, body: answer?.body ?? '', errors: answerErrors },
    errors: { ...newsErrors, ...closingErrors, ...answerErrors },
    limits: { title: NEWS_TITLE_LENGTH, body: NEWS_LENGTH, statement: STATEMENT_LENGTH },
  })
}
