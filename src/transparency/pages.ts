import type { FastifyReply } from 'fastify'
import { limitLabel } from '../accounts/limits.js'
import type { Config } from '../config.js'
import { type MessageKey, type Translator, translatorFor } from '../i18n/translate.js'
import { groundOf } from '../moderation/grounds.js'
import { actLabel } from '../moderation/record.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { renderMarkdown } from '../web/markdown.js'
import { FIGURES, type Transparent } from './figures.js'
import type { Refusal } from './refusals.js'

/** What `views/transparency/year.eta` shows. */
export async function showYear(
  reply: FastifyReply,
  { publicUrl }: Config,
  { year, figures, years }: { year: number; figures: Transparent[]; years: number[] },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const parts = FIGURES.map((figure) => {
    const rows = figures.filter((one) => one.figure === figure)
    return {
      figure,
      unit: /_(hours|days)$/.exec(figure)?.[1],
      caption: t(`transparency.${figure}`),
      single: rows.length === 1 && rows[0]!.of === '' ? rows[0]!.value : undefined,
      rows: rows.filter(({ of }) => of !== '').map((row) => ({ label: labelOf(t, row), value: row.value })),
    }
  })
  const canonical = `${publicUrl}/transparency/${year}`
  return reply.page('transparency/year', { year, years, parts, canonical })
}

function labelOf(t: Translator['t'], { figure, of }: Transparent): string {
  const [first = '', second = ''] = of.split('/')
  switch (figure) {
    case 'notices':
      return t('transparency.pair', {
        first: t(`reports.kind.${first}` as MessageKey),
        second: t(`reports.category.${second}` as MessageKey),
      })
    case 'notices_decided':
      return t(`reports.outcome.${first}` as MessageKey)
    case 'restrictions':
      return second === ''
        ? actLabel(t, first)
        : t('transparency.pair', { first: actLabel(t, first), second: groundOf(t, first, second) })
    case 'restrictions_by_origin':
      return t(`transparency.origin.${first}` as MessageKey)
    case 'restrictions_by_basis':
      return t(`transparency.basis.${first}` as MessageKey)
    case 'authority_orders':
    case 'appeals':
      return actLabel(t, first)
    case 'appeals_decided':
      return t(`appeals.state.${first}` as MessageKey)
    case 'disputes':
      return t(first === 'pending' ? 'disputes.pending' : (`disputes.outcome.${first}` as MessageKey))
    case 'disputes_carried_out':
      return t(`disputes.carriedOut.${first}` as MessageKey)
    case 'confirmations_monthly':
      return t(`transparency.${first}` as MessageKey)
    case 'suspensions':
      return limitLabel(t, first)
    case 'signatures_removed':
      return t(`quarantine.reason.${first}` as MessageKey)
    default:
      return of
  }
}

/** What `views/transparency/refusals.eta` shows. */
export async function showRefusals(
  reply: FastifyReply,
  { refusals, nextHref, isFirst }: { refusals: Refusal[]; nextHref: string | undefined; isFirst: boolean },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('transparency/refusals', {
    refusals: refusals.map(({ petition, ...refusal }) => ({
      ...refusal,
      ground: reasonLabel(t, refusal.reason),
      petition: petition && { ...petition, bodyHtml: renderMarkdown(petition.body) },
    })),
    nextHref,
    isFirst,
  })
}
