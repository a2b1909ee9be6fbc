import type { Petition } from '../database/tables.js'
import { type ClosingState, closingChoices } from '../updates/close.js'
import { type Faults, isTicked, length, line, paragraphs, readId } from '../web/form.js'

export const NEWS_TITLE_LENGTH = 120
export const NEWS_LENGTH = 10_000
export const STATEMENT_LENGTH = 5_000

export interface NewsForm {
  values: { title: string; body: string }
  /** The text is shown as it will look, and nothing is published. */
  isPreview: boolean
  faults: Faults
}

export function readNewsForm(body: unknown): NewsForm {
  const values = { title: line(body, 'title'), body: paragraphs(body, 'body') }
  const faults: Faults = {}
  if (values.title === '') faults.title = { key: 'campaigners.news.title.missing' }
  else if (length(values.title) > NEWS_TITLE_LENGTH)
    faults.title = { key: 'campaigners.news.title.long', params: { most: NEWS_TITLE_LENGTH } }
  if (values.body === '') faults.body = { key: 'campaigners.news.body.missing' }
  else if (length(values.body) > NEWS_LENGTH)
    faults.body = { key: 'campaigners.news.body.long', params: { most: NEWS_LENGTH } }
  return { values, isPreview: line(body, 'act') === 'preview', faults }
}

/** The campaigner's answer to a reply. */
export function readAnswer(body: unknown): { replyId: number; body: string; faults: Faults } {
  const reply = line(body, 'reply')
  const answer = paragraphs(body, 'answer')
  const faults: Faults = {}
  if (answer === '') faults.answer = { key: 'replies.answer.missing' }
  else if (length(answer) > NEWS_LENGTH)
    faults.answer = { key: 'replies.answer.tooLong', params: { most: NEWS_LENGTH } }
  return { replyId: readId(reply) ?? 0, body: answer, faults }
}

export interface ClosingForm {
  values: { as: string; statement: string; confirmed: boolean }
  /** Present when nothing is wrong. */
  closing?: { as: ClosingState; statement: string }
  faults: Faults
}

export function readClosingForm(
  body: unknown,
  petition: Pick<Petition, 'state' | 'closingStatement'>,
): ClosingForm {
  const values = {
    as: line(body, 'as'),
    statement: paragraphs(body, 'statement'),
    confirmed: isTicked(body, 'confirmed'),
  }
  const as = closingChoices(petition).find((choice) => choice === values.as)
  const faults: Faults = {}
  if (!as) faults.as = { key: 'campaigners.closing.as.missing' }
  if (values.statement === '') faults.statement = { key: 'campaigners.closing.statement.missing' }
  else if (length(values.statement) > STATEMENT_LENGTH)
    faults.statement = { key: 'campaigners.closing.statement.long', params: { most: STATEMENT_LENGTH } }
  if (!values.confirmed) faults.confirmed = { key: 'campaigners.closing.confirmed.missing' }
  return as && Object.keys(faults).length === 0
    ? { values, closing: { as, statement: values.statement }, faults }
    : { values, faults }
}
