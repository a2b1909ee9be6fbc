/** What fills the blanks of the legal texts: the operator's settings, and what is true of this installation. */

import type { Config } from '../config.js'
import type { Translator } from '../i18n/translate.js'
import { KEEP_DRAFTS_DAYS } from '../launch/upkeep.js'
import { contactOf } from '../mail/contact.js'
import { RULES } from '../petitions/moderation-reasons.js'
import { CONTESTED_MONTHS } from '../petitions/retention.js'
import { SUSPENSION_DAYS, UNFOUNDED_DAYS, UNFOUNDED_TO_SUSPEND } from '../reports/unfounded.js'
import { DAYS_KEPT } from '../reports/upkeep.js'
import { KEEP_MAILS_DAYS } from '../retention/mails.js'
import { DAYS_TO_CONFIRM } from '../signatures/expire.js'

/** Of which petition the page speaks. */
export interface OfPetition {
  title: string
  campaigner: string
  /** One phrase. */
  recipients: string
}

interface Context {
  config: Config
  ui: Translator
  petition: OfPetition | undefined
}

/** Text as it is, or Markdown that was made safe here. */
type Value = { plain: string } | { markdown: string }

const plain = (text: string | number): Value => ({ plain: String(text) })

function setting(name: keyof typeof SETTINGS): (context: Context) => Value {
  return ({ config, ui }) => {
    const value = SETTINGS[name](config)
    if (value === undefined && name === 'DPO_EMAIL') return plain(ui.t('legal.no-dpo'))
    if (value === undefined)
      return { markdown: `**${ui.t('legal.not-set', { name }).replaceAll('_', '\\_')}**` }
    return name.endsWith('_EMAIL') || name === 'SOURCE_URL' ? { markdown: `<${value}>` } : plain(value)
  }
}

/** Those that the law, or the licence, asks for; outside development, the start tells which are missing. */
const SETTINGS = {
  OPERATOR: ({ legal }: Config) => legal.operator,
  OPERATOR_ADDRESS: ({ legal }: Config) => legal.operatorAddress,
  OPERATOR_EMAIL: (config: Config): string | undefined => contactOf(config),
  PUBLICATION_DIRECTOR: ({ legal }: Config) => legal.publicationDirector,
  HOST_NAME: ({ legal }: Config) => legal.hostName,
  HOST_ADDRESS: ({ legal }: Config) => legal.hostAddress,
  DPO_EMAIL: ({ legal }: Config) => legal.dpoEmail,
  SUPERVISORY_AUTHORITY: ({ legal }: Config): string | undefined => legal.supervisoryAuthority,
  SOURCE_URL: ({ legal }: Config) => legal.sourceUrl,
}

const EVERYWHERE = {
  OPERATOR: setting('OPERATOR'),
  OPERATOR_ADDRESS: setting('OPERATOR_ADDRESS'),
  OPERATOR_EMAIL: setting('OPERATOR_EMAIL'),
  PUBLICATION_DIRECTOR: setting('PUBLICATION_DIRECTOR'),
  HOST_NAME: setting('HOST_NAME'),
  HOST_ADDRESS: setting('HOST_ADDRESS'),
  DPO_EMAIL: setting('DPO_EMAIL'),
  SUPERVISORY_AUTHORITY: setting('SUPERVISORY_AUTHORITY'),
  SOURCE_URL: setting('SOURCE_URL'),
  SITE: ({ config }: Context): Value => ({ markdown: `<${config.publicUrl}>` }),
  RETENTION_MONTHS: ({ config }: Context) => plain(config.retentionMonths),
  CONTESTED_MONTHS: ({ config }: Context) => plain(Math.max(config.retentionMonths, CONTESTED_MONTHS)),
  DAYS_TO_CONFIRM: () => plain(DAYS_TO_CONFIRM),
  MAILS_DAYS: () => plain(KEEP_MAILS_DAYS),
  DRAFTS_DAYS: () => plain(KEEP_DRAFTS_DAYS),
  REPORTS_DAYS: () => plain(DAYS_KEPT),
  WARNINGS_DAYS: () => plain(UNFOUNDED_DAYS),
  UNFOUNDED_REPORTS: () => plain(UNFOUNDED_TO_SUSPEND),
  SUSPENSION_DAYS: () => plain(SUSPENSION_DAYS),
  /** Sentences about this installation. */
  DATABASE: ({ config, ui: { t } }: Context) =>
    plain(
      t(config.databaseUrl ? 'legal.fact.database' : 'legal.fact.database.embedded') +
        (config.databaseReplicaUrl ? ` ${t('legal.fact.database.replica')}` : ''),
    ),
  QUEUES: ({ config, ui: { t } }: Context) =>
    plain(t(config.redisUrl ? 'legal.fact.queues.redis' : 'legal.fact.queues.database')),
  MAIL_SERVER: ({ config, ui: { t } }: Context) =>
    plain(
      config.smtpUrl
        ? t('legal.fact.mail', { host: new URL(config.smtpUrl).hostname })
        : t('legal.fact.mail.none'),
    ),
  LOGS: ({ config, ui: { t } }: Context) =>
    plain(t('legal.fact.logs') + (config.trustProxy.length > 0 ? ` ${t('legal.fact.proxy')}` : '')),
}

const OF_TERMS = {
  RULES: ({ ui: { t } }: Context): Value => ({
    markdown: RULES.map(
      (code, index) =>
        `### R${index + 1}. ${t(`legal.rule.${code}.title`)} {#${code}}\n\n${t(`legal.rule.${code}`)}`,
    ).join('\n\n'),
  }),
}

const OF_PETITION = {
  PETITION: ({ petition }: Context) => plain(petition!.title),
  CAMPAIGNER: ({ petition }: Context) => plain(petition!.campaigner),
  RECIPIENTS: ({ petition }: Context) => plain(petition!.recipients),
}

function placeholdersOf(page: string): Record<string, (context: Context) => Value> {
  if (page === 'terms') return { ...EVERYWHERE, ...OF_TERMS }
  return page === 'responsibilities' ? { ...EVERYWHERE, ...OF_PETITION } : EVERYWHERE
}

export function isPlaceholder(page: string, name: string): boolean {
  return Object.hasOwn(placeholdersOf(page), name)
}

/** The text with its blanks filled, as Markdown: what anybody wrote in a setting or a title stays words. */
export function fill(page: string, text: string, context: Context): string {
  return replace(page, text, context, (value) =>
    'plain' in value ? value.plain.replace(/[\\`*_{}[\]()<>#+\-.!|~&:]/g, '\\$&') : value.markdown,
  )
}

/** The same as words alone, for titles. */
export function fillPlain(page: string, text: string, context: Context): string {
  return replace(page, text, context, (value) =>
    'plain' in value ? value.plain : value.markdown.replace(/[*<>\\]/g, ''),
  )
}

function replace(page: string, text: string, context: Context, write: (value: Value) => string): string {
  const known = placeholdersOf(page)
  return text.replace(/\{\{\s*([A-Z_]+)\s*\}\}/g, (_whole, name: string) => write(known[name]!(context)))
}

/** Settings without which the pages say "not set"; nobody has to name a data protection officer (GDPR, Art. 37). */
export function missingSettings(config: Config): string[] {
  return Object.entries(SETTINGS)
    .filter(([name, read]) => name !== 'DPO_EMAIL' && read(config) === undefined)
    .map(([name]) => name)
}
