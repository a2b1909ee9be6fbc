import type { FastifyReply } from 'fastify'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { NOTE_LENGTH } from '../moderation/read-restriction.js'
import { type Faults, tellFaults } from '../web/form.js'
import { RULE_DAYS, type RuleAtWork } from './pause.js'

/** What `views/detection/rules.eta` shows. */
export async function showRules(
  reply: FastifyReply,
  {
    rules,
    done,
    returned,
  }: {
    rules: RuleAtWork[]
    /** From the address. */
    done: string
    returned: { rule: string; note: string; faults: Faults } | undefined
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('detection/rules', {
    rules: rules.map((rule) => ({
      ...rule,
      title: t(`detection.rule.${rule.name}` as MessageKey),
      about: t(`detection.rule.${rule.name}.about` as MessageKey),
    })),
    days: RULE_DAYS,
    told: done === 'paused' || done === 'resumed' ? done : undefined,
    returned: returned && { ...returned, errors: tellFaults(t, returned.faults) },
    length: NOTE_LENGTH,
  })
}
