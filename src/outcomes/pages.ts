import type { FastifyReply } from 'fastify'
import type { DecisionMaker, OutcomeParty, Petition } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { type Faults, tellFaults } from '../web/form.js'
import type { AnswerForm, PromiseForm } from './form.js'
import { SAID, type ShownOutcome } from './standing.js'

export function showRegister(
  reply: FastifyReply,
  data: { outcomes: ShownOutcome[]; next: string | undefined; isFirst: boolean },
): Promise<string> {
  return reply.page('outcomes/register', data)
}

export interface KeepPage {
  petition: Pick<Petition, 'slug' | 'title' | 'locale'>
  as: OutcomeParty
  /** Where the forms lead: `<place>/promises`, `/answers`, `/disputes`. */
  place: string
  back: { href: string; label: string }
  /** Whose promises may be reported; none for a decision-maker, who promises in a reply. */
  makers: Pick<DecisionMaker, 'id' | 'name' | 'role' | 'organisation'>[]
  outcomes: ShownOutcome[]
  today: string
  done: 'added' | 'said' | 'disputed' | undefined
  promise?: { values: PromiseForm; faults: Faults }
  answer?: { values: AnswerForm; faults: Faults }
  dispute?: { outcome: number; answer: number | undefined; note: string; faults: Faults }
}

const EMPTY: PromiseForm = { maker: '', promise: '', promisedOn: '', dueOn: '', source: '' }

/** The promises of one petition, for those who may write: each with the forms that are theirs. */
export function showKeep(reply: FastifyReply, page: KeepPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { promise, answer, dispute, makers } = page
  const errors = {
    ...tellFaults(t, promise?.faults ?? {}),
    ...tellFaults(t, answer?.faults ?? {}),
    ...tellFaults(t, dispute?.faults ?? {}),
  }
  return reply.page('outcomes/keep', {
    ...page,
    errors,
    // The fields of a promise that stand more than once on the page have its number in their id.
    ids: answer
      ? { said: `said-${answer.values.outcome}`, note: `note-${answer.values.outcome}` }
      : { reason: `reason-${dispute?.outcome}-${dispute?.answer ?? ''}` },
    promise: {
      values: promise?.values ?? { ...EMPTY, maker: makers.length === 1 ? String(makers[0]!.id) : '' },
      errors: promise ? errors : {},
    },
    answer: { values: answer?.values, errors: answer ? errors : {} },
    dispute: { ...dispute, errors: dispute ? errors : {} },
    said: SAID,
  })
}
