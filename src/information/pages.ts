import type { FastifyReply } from 'fastify'
import type { Config } from '../config.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import type { ReportFigures } from '../reports/figures.js'
import { DAYS_TO_CONFIRM } from '../signatures/expire.js'
import { type Article, sectionsOf } from './articles.js'
import { describeApi } from './openapi.js'
import type { Transparency } from './queries.js'

/** What `views/information/article.eta` shows. */
export interface ArticlePage {
  article: Article
  title: string
  intro: string
  sections: { id: string; title: string; paragraphs: string[] }[]
  canonical: string
}

export function showArticle(reply: FastifyReply, config: Config, article: Article): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const page: ArticlePage = {
    article,
    title: t(`information.${article}.title`),
    intro: t(`information.${article}.intro`),
    sections: sectionsOf(article).map(({ id, title, text }) => ({
      id,
      title: t(title),
      paragraphs: t(text, {
        days: DAYS_TO_CONFIRM,
      }).split('\n\n'),
    })),
    canonical: `${config.publicUrl}/${article}`,
  }
  return reply.page('information/article', page)
}

/** What `views/information/transparency.eta` shows. */
export interface TransparencyPage {
  tables: { caption: string; of: string; rows: { label: string; count: number }[] }[]
  logged: Transparency['logged']
  published: number
  acknowledged: number
  medianHours: number | null
  reports: Pick<ReportFigures, 'received' | 'waiting' | 'medianHours'>
  /** The current one, whose report is linked. */
  year: number
  canonical: string
}

export function showTransparency(
  reply: FastifyReply,
  { publicUrl }: Config,
  figures: Transparency,
  year: number,
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const states = (rows: { state: string; count: number }[]) =>
    rows.map(({ state, count }) => ({ label: t(`site.state.${state}` as MessageKey), count }))
  const reasons = (rows: { reason: string; count: number }[]) =>
    rows.map(({ reason, count }) => ({ label: reasonLabel(t, reason), count }))
  const table = (
    name: 'petitions' | 'signatures' | 'refusals' | 'hidings',
    rows: { label: string; count: number }[],
  ) => ({
    caption: t(`information.transparency.${name}`),
    of: t(
      name === 'petitions' || name === 'signatures'
        ? 'information.transparency.state'
        : 'information.transparency.reason',
    ),
    rows,
  })
  const page: TransparencyPage = {
    tables: [
      table('petitions', states(figures.petitions)),
      table('signatures', states(figures.signatures)),
      table('refusals', reasons(figures.refusals)),
      table('hidings', reasons(figures.hidings)),
      {
        caption: t('reports.figures'),
        of: t('reports.figures.kind'),
        rows: figures.reports.byCategory.map(({ category, count }) => ({
          label: t(`reports.category.${category}` as MessageKey),
          count,
        })),
      },
      {
        caption: t('reports.figures.decisions'),
        of: t('reports.figures.decision'),
        rows: figures.reports.decisions.map(({ state, count }) => ({
          label: t(`reports.outcome.${state}`),
          count,
        })),
      },
      {
        caption: t('quarantine.figures'),
        of: t('quarantine.figures.of'),
        rows: figures.quarantines.map(({ act, reason, count }) => ({
          label: t(`quarantine.figures.${act}`, { reason: t(`quarantine.reason.${reason}` as MessageKey) }),
          count,
        })),
      },
    ],
    logged: figures.logged,
    ...figures.replies,
    medianHours: figures.medianHours,
    reports: figures.reports,
    year,
    canonical: `${publicUrl}/transparency`,
  }
  return reply.page('information/transparency', page)
}

/** What `views/information/api.eta` shows: the same document that programs read. */
export type ApiPage = ReturnType<typeof describeApi>

export function showApi(reply: FastifyReply, config: Config): Promise<string> {
  const page: ApiPage = describeApi(config.publicUrl)
  return reply.page('information/api', { api: page, canonical: `${config.publicUrl}/api/docs` })
}
