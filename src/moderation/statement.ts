/**
 * The statement of reasons that the law owes to whoever is restricted (EU Digital Services Act, Article 17): what, how
 * far and how long, found how, decided by whom, on what ground, and how to contest it.
 */

import type { Config } from '../config.js'
import type { Translator } from '../i18n/translate.js'
import { contactOf } from '../mail/contact.js'
import type { Block } from '../mail/letter.js'
import { ruleOf } from '../petitions/moderation-reasons.js'
import { withLanguage } from '../web/reader.js'

export interface Restriction {
  /** What is restricted, how far and for how long, each as a sentence. */
  what: string
  extent: string
  duration: string
  /** The reason's code, and the same in words. */
  reason: string
  ground: string
  /** What it is against in law, or the order; null where the site's rules alone are the ground. */
  law: string | null
  /** Whether somebody reported it; otherwise a moderator read it. */
  wasReported: boolean
  /** Where whoever is restricted contests it, without an account. */
  appealUrl: string
}

export function statementBlocks(
  { t, locale }: Translator,
  config: Config,
  { what, extent, duration, reason, ground, law, wasReported, appealUrl }: Restriction,
): Block[] {
  const { number: clause, path } = ruleOf(reason)
  const rules = `${config.publicUrl}${withLanguage(path, locale)}`
  return [
    { heading: t('moderation.statement') },
    {
      facts: [
        { label: t('moderation.statement.what'), value: what },
        { label: t('moderation.statement.extent'), value: extent },
        { label: t('moderation.statement.duration'), value: duration },
        { label: t('moderation.statement.ground'), value: ground },
        {
          label: t('moderation.statement.basis'),
          value: law
            ? t('moderation.statement.basis.law', { law, clause, rules })
            : t('moderation.statement.basis.rules', { clause, rules }),
        },
        {
          label: t('moderation.statement.source'),
          value: wasReported
            ? t('moderation.statement.source.report')
            : t('moderation.statement.source.reading'),
        },
        { label: t('moderation.statement.by'), value: t('moderation.statement.by.person') },
      ],
    },
    ...contestBlocks({ t }, config, appealUrl),
  ]
}

/** Where the bodies are listed that settle such disputes out of court, in every country (Article 21(8)). */
export const DISPUTE_BODIES =
  'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement'

export function disputeBodies({ t }: Pick<Translator, 't'>): { label: string; url: string } {
  return { label: t('moderation.statement.bodies'), url: DISPUTE_BODIES }
}

/** How to contest a decision, for the end of every letter that tells one. */
export function contestBlocks({ t }: Pick<Translator, 't'>, config: Config, appealUrl: string): Block[] {
  return [
    { heading: t('moderation.statement.contest') },
    { paragraph: t('moderation.statement.contest.text') },
    {
      list: [
        t('moderation.statement.contest.here', { contact: contactOf(config) }),
        t('moderation.statement.contest.body'),
        t('moderation.statement.contest.court'),
      ],
    },
    { button: { label: t('moderation.statement.contest.button'), url: appealUrl } },
    { links: [disputeBodies({ t })] },
  ]
}
