import type { FastifyReply } from 'fastify'
import type { Appeal, AuditEntry, Locale, Petition } from '../database/tables.js'
import { type Translator, translatorFor } from '../i18n/translate.js'
import type { Aside } from '../moderation/aside.js'
import { groundOf } from '../moderation/grounds.js'
import type { Lock } from '../moderation/locks.js'
import { actLabel } from '../moderation/record.js'
import { disputeBodies } from '../moderation/statement.js'
import { UNDO_MINUTES } from '../moderation/undoable.js'
import type { Waiting } from '../moderation/waiting.js'
import type { Reversed } from '../reversals/reverse.js'
import { NOTE_LENGTH, type TypedAnswer, WORDS_LENGTH } from './form.js'
import type { WaitingAppeal } from './queries.js'
import { whoAnswers } from './words.js'

/** What `views/appeals/appeal.eta` shows: a decision, for whom it concerns, and how to contest it. */
export interface AppealPage {
  token: string
  entry: AuditEntry
  /** Undefined when it must not be named, or there is none. */
  petition: Pick<Petition, 'title' | 'locale'> | undefined
  appeal: Appeal | undefined
  /** The last moment. */
  until: Date
  may: 'yes' | 'too-late' | 'undone'
  contact: string
  /** Nobody but who decided first can answer now. */
  isAlone: boolean
  words: string
  errors: Record<string, string>
}

export async function showAppeal(reply: FastifyReply, page: AppealPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('appeals/appeal', {
    ...page,
    ...tellEntry(t, page.entry),
    who: whoAnswers(t, page.isAlone),
    bodies: disputeBodies({ t }),
    length: WORDS_LENGTH,
  })
}

/** What the queue can be narrowed to: `?show=`. */
const FILTERS = ['overdue', 'open-to-me', 'mine'] as const

/** What `views/appeals/queue.eta` shows. */
export async function showQueue(
  reply: FastifyReply,
  data: {
    appeals: (WaitingAppeal & { waiting: Waiting; isOwn: boolean; lock: Lock | undefined })[]
    overdue: number
    /** As the address has it; any other word shows all. */
    filter: string
    /** Whose desk it is, to tell their locks from others'. */
    reader: number
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const appeals = data.appeals.map((appeal) => ({ ...appeal, act: actLabel(t, appeal.act) }))
  return reply.page('appeals/queue', { ...data, appeals, filters: FILTERS })
}

/** What `views/appeals/desk-appeal.eta` shows. */
export interface DeskAppealPage {
  appeal: Appeal
  entry: AuditEntry
  petition: Petition | undefined
  /** Undefined once they were erased. */
  words: string | undefined
  firstBy: string | undefined
  decidedBy: string | undefined
  waiting: Waiting | undefined
  /** Whether this moderator decided first, and whether somebody else could decide now. */
  isOwn: boolean
  others: number
  /** The language of whoever appealed. */
  language: Locale
  /** The desk's page of what is restricted. */
  place: string | undefined
  after: 'done' | 'late' | 'own' | Reversed | undefined
  aside: Aside
  typed: TypedAnswer
  errors: Record<string, string>
}

export async function showDeskAppeal(reply: FastifyReply, page: DeskAppealPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('appeals/desk-appeal', {
    ...page,
    ...tellEntry(t, page.entry),
    length: NOTE_LENGTH,
    undoMinutes: UNDO_MINUTES,
  })
}

function tellEntry(t: Translator['t'], { act, reason }: AuditEntry) {
  return { act: actLabel(t, act), ground: reason ? groundOf(t, act, reason) : undefined }
}
