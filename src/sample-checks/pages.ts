/** Each template of `views/sample-checks`, and what it is given. */

import type { FastifyReply } from 'fastify'
import type { Petition, SampleAnswer } from '../database/tables.js'
import { lapsesOn } from './enter-value.js'
import type { CommitmentForm, ValueForm } from './form.js'
import type { OpenCheck } from './open-data.js'
import { ANSWER_DAYS, FEWEST, LONGEST_ANNOUNCED, LONGEST_SOURCE, LONGEST_VALUE } from './rules.js'

type ShownPetition = Pick<Petition, 'slug' | 'title' | 'locale'>

export interface ChecksPage {
  petition: ShownPetition
  checks: OpenCheck[]
  canonical: string
}

/** For everyone. */
export function showChecks(reply: FastifyReply, data: ChecksPage): Promise<string> {
  return reply.page('sample-checks/public', { ...data, answerDays: ANSWER_DAYS })
}

export interface OwnChecksPage {
  /** `/dossiers/<token>`. */
  place: string
  petition: ShownPetition
  checks: OpenCheck[]
  /** How many may be asked; 0 while there are too few signatures. */
  most: number
  /** Why no further check can begin; undefined when one can, or one is going. */
  refusal: 'too-few' | 'too-many-this-year' | undefined
  firstDay: string
  lastDay: string
  /** Whether the value of the one that waits may be entered. */
  isValueDue: boolean
  form: CommitmentForm
  valueForm: ValueForm
  errors: Record<string, string>
  done: 'committed' | 'value' | undefined
}

/** For the recipient. */
export function showOwnChecks(reply: FastifyReply, data: OwnChecksPage): Promise<string> {
  const going = data.checks.find(({ state }) => ['committed', 'valued', 'asking'].includes(state))
  return reply.page('sample-checks/own', {
    ...data,
    going,
    lapsesOn: going && lapsesOn(going.value_on),
    answerDays: ANSWER_DAYS,
    least: FEWEST,
    longest: { announced: LONGEST_ANNOUNCED, value: LONGEST_VALUE, source: LONGEST_SOURCE },
  })
}

export interface QuestionPage {
  token: string
  petition: ShownPetition
  endsAt: Date
  answer: SampleAnswer | null
  /** Their own page, where they withdraw. */
  own: string
  errors: Record<string, string>
}

/** For who is asked. */
export function showQuestion(reply: FastifyReply, data: QuestionPage): Promise<string> {
  return reply.page('sample-checks/question', data)
}

/** For who comes after the end, or left the petition. */
export function showOver(reply: FastifyReply, data: { petition: ShownPetition }): Promise<string> {
  return reply.page('sample-checks/over', data)
}
