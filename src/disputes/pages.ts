import type { FastifyReply } from 'fastify'
import type { Dispute } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { type Faults, tellFaults } from '../web/form.js'
import { LONGEST_LINE, type Typed } from './form.js'
import { DISPUTE_OUTCOMES } from './keep.js'

/** A form that came back: `id` of the dispute that it ends, undefined for a new one. */
export interface Returned {
  id: number | undefined
  typed: Typed
  faults: Faults
}

/** What `views/disputes/disputes.eta` shows. */
export function showDisputes(
  reply: FastifyReply,
  data: { disputes: Dispute[]; done: 'added' | 'ended' | undefined; returned: Returned | undefined },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { returned } = data
  return reply.page('disputes/disputes', {
    ...data,
    returned: returned && { ...returned, errors: tellFaults(t, returned.faults) },
    outcomes: DISPUTE_OUTCOMES.map((value) => ({ value, label: t(`disputes.outcome.${value}`) })),
    longest: LONGEST_LINE,
  })
}
