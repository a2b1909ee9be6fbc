import type { FastifyReply } from 'fastify'
import { KEEP_EVENTS_DAYS, KEEP_HARD_MONTHS } from '../bounces/upkeep.js'
import type { Config } from '../config.js'
import type { Destruction, Petition } from '../database/tables.js'
import { DAYS_KEPT as DAYS_SEARCHES_ARE_KEPT } from '../detection/name-search.js'
import { translatorFor } from '../i18n/translate.js'
import { KEEP_DRAFTS_DAYS } from '../launch/upkeep.js'
import { SOFT_FORGOTTEN_DAYS } from '../mail/suppressions.js'
import { DAYS_TO_CONTEST } from '../moderation/contest.js'
import { LINK_MINUTES } from '../my-signatures/requests.js'
import { CONTESTED_MONTHS } from '../petitions/retention.js'
import { UNFOUNDED_DAYS } from '../reports/unfounded.js'
import { DAYS_KEPT } from '../reports/upkeep.js'
import { DAYS_TO_CONFIRM } from '../signatures/expire.js'
import { CLOCKS, type Clock } from './clocks.js'
import { KEEP_MAILS_DAYS } from './mails.js'

/** What `views/retention/clocks.eta` shows. */
export interface ClocksPage {
  clocks: { what: string; until: string }[]
  canonical: string
}

export function showClocks(reply: FastifyReply, config: Config): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const periods = {
    months: config.retentionMonths,
    contested: Math.max(config.retentionMonths, CONTESTED_MONTHS),
    pending: DAYS_TO_CONFIRM,
    mails: KEEP_MAILS_DAYS,
    bounced: KEEP_HARD_MONTHS,
    events: KEEP_EVENTS_DAYS,
    soft: SOFT_FORGOTTEN_DAYS,
    drafts: KEEP_DRAFTS_DAYS,
    reports: DAYS_KEPT,
    warnings: UNFOUNDED_DAYS,
    appeals: DAYS_TO_CONTEST,
    searches: DAYS_SEARCHES_ARE_KEPT,
    minutes: LINK_MINUTES,
    logDays: config.legal.logDays,
    backupDays: config.legal.backupDays,
  }
  const page: ClocksPage = {
    clocks: (Object.keys(CLOCKS) as Clock[]).map((clock) => ({
      what: t(`retention.clock.${clock}.what`),
      until: t(`retention.clock.${clock}.until`, periods),
    })),
    canonical: `${config.publicUrl}/retention`,
  }
  return reply.page('retention/clocks', page)
}

/** What `views/retention/certificate.eta` shows. */
export interface CertificatePage {
  /** Without its title where a moderator has hidden it. */
  petition: { slug: string; title: string | undefined }
  destruction: Pick<Destruction, 'confirmed' | 'signatures' | 'destroyedAt' | 'finishedAt'>
  /** Lines on paper that counted. */
  paper: number
  keySha256: string
  canonical: string
}

export function showCertificate(
  reply: FastifyReply,
  {
    config,
    petition,
    destruction,
    paper,
  }: {
    config: Config
    petition: Pick<Petition, 'slug' | 'title' | 'state'>
    destruction: Destruction
    paper: number
  },
): Promise<string> {
  const page: CertificatePage = {
    petition: { slug: petition.slug, title: petition.state === 'hidden' ? undefined : petition.title },
    destruction,
    paper,
    keySha256: destruction.keySha256.toString('hex'),
    canonical: `${config.publicUrl}/petitions/${petition.slug}/destruction`,
  }
  return reply.page('retention/certificate', page)
}
