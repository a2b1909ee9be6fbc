/** The desk's pages: what each template is given. */

import type { FastifyReply } from 'fastify'
import { LIMIT_REASONS, limitLabel } from '../accounts/limits.js'
import type { Locale, Petition, Reply } from '../database/tables.js'
import { countryName } from '../i18n/countries.js'
import { LOCALES, translatorFor } from '../i18n/translate.js'
import { HIDING_REASONS, REFUSAL_REASONS, reasonLabel } from '../petitions/moderation-reasons.js'
import { sayReplyHead } from '../petitions/reply-kinds.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { TOPICS } from '../petitions/topics.js'
import { drawPoster } from '../posters/draw-poster.js'
import { type Faults, tellFaults } from '../web/form.js'
import { renderMarkdown } from '../web/markdown.js'
import type { NewRecipient } from './add-recipient.js'
import type { Aside } from './aside.js'
import { type BulkAct, type BulkResult, thingOf } from './bulk.js'
import type { DeskFigures } from './figures.js'
import { groundOf, REPLY_GROUNDS } from './grounds.js'
import { LIMIT_DAYS } from './limit-account.js'
import type { Lock } from './locks.js'
import {
  type DeskCounts,
  LISTED_STATES,
  type ListedPetition,
  type ListedState,
  type WaitingPetition,
  type WaitingReply,
} from './queries.js'
import type { NamedEntry, PetitionFile, Recipient } from './read-petition.js'
import { BLANK, LONGEST_LAW, NOTE_LENGTH, type Typed } from './read-restriction.js'
import { actLabel } from './record.js'
import type { Waiting } from './waiting.js'

export async function showQueue(
  reply: FastifyReply,
  data: {
    counts: DeskCounts
    /** As it was asked for. */
    filter: {
      language: Locale | undefined
      topic: string | undefined
      isOverdue: boolean
      isMine: boolean
    }
    petitions: (WaitingPetition & { waiting: Waiting; lock: Lock | undefined })[]
    replies: (WaitingReply & { waiting: Waiting; lock: Lock | undefined })[]
    /** The account that reads. */
    reader: number
    /** Whether it hears by mail that something waits. */
    deskMails: boolean
    returned: { typed?: Typed; faults: Faults; ticked?: number[] } | undefined
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { returned } = data
  return reply.page('moderation/queue', {
    ...data,
    typed: returned?.typed ?? BLANK,
    errors: returned ? tellFaults(t, returned.faults) : {},
    ticked: returned?.ticked ?? [],
    reasons: REFUSAL_REASONS.map((value) => ({ value, label: reasonLabel(t, value) })),
    topics: TOPICS.map((value) => ({ value, label: t(`topic.${value}`) })),
    languages: LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
    length: NOTE_LENGTH,
    longestLaw: LONGEST_LAW,
    states: LISTED_STATES,
  })
}

export async function showFigures(
  reply: FastifyReply,
  data: DeskFigures & {
    counts: DeskCounts
    days: number
    /** For administrators alone. */
    byModerator: { name: string | null; count: number }[] | undefined
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const decided = data.decided.map(({ act, count }) => ({ act: actLabel(t, act), count }))
  return reply.page('moderation/figures', { ...data, decided })
}

export async function showBulk(
  reply: FastifyReply,
  data: {
    act: BulkAct
    /** What is told is that it was taken back. */
    isUndo: boolean
    /** The lines of the log that can still be taken back. */
    undoable: { entryIds: number[]; until: Date } | undefined
  } & Record<keyof BulkResult, { id: number; title: string; locale: string }[]>,
): Promise<string> {
  return reply.page('moderation/bulk', { ...data, thing: thingOf(data.act) })
}

export async function showList(
  reply: FastifyReply,
  data: {
    words: string
    state: ListedState | undefined
    petitions: ListedPetition[]
    nextHref: string | undefined
  },
): Promise<string> {
  return reply.page('moderation/list', { ...data, states: LISTED_STATES })
}

export async function showLog(
  reply: FastifyReply,
  data: {
    /** The petition whose entries are shown, when the log is filtered. */
    about: Pick<Petition, 'id' | 'title' | 'locale'> | undefined
    entries: NamedEntry[]
    newestHref: string | undefined
    olderHref: string | undefined
  },
): Promise<string> {
  const entries = data.entries.map((entry) => tellEntry(reply, entry))
  return reply.page('moderation/log', { ...data, entries })
}

/** What the moderator has just done, or what a colleague did before them. */
export interface Aftermath {
  /** From the address; shown only while it is true. */
  done?: string
  late?: NamedEntry | 'unknown'
}

/** A form that came back: as it was typed, and what to correct. */
export interface Returned {
  form: 'refusal' | 'hiding' | 'remark' | 'reply-refusal' | 'limit' | 'recipient'
  typed: (Partial<Typed> & { remark?: string; days?: string }) | NewRecipient
  errors: Record<string, string>
}

export async function showPetition(
  reply: FastifyReply,
  data: PetitionFile &
    Aftermath & {
      waiting: Waiting | undefined
      isPastLastDay: boolean
      lock: (Lock & { isMine: boolean }) | undefined
      returned?: Returned
    },
): Promise<string> {
  const { petition, done, late, history } = data
  const { country, moderationReason } = petition
  const { t, locale } = translatorFor(reply.request.reader.locale)
  const isPublic = PUBLIC_STATES.includes(petition.state)
  const isTrue = {
    published: isPublic,
    shown: isPublic,
    hidden: petition.state === 'hidden',
    refused: petition.state === 'rejected',
    noted: true,
    'link-sent': true,
    'recipient-added': true,
    'link-not-sent': true,
    limited: data.limit !== undefined,
    lifted: data.limit === undefined,
    undone: ['submitted', ...PUBLIC_STATES].includes(petition.state),
  }
  return reply.page('moderation/petition', {
    ...data,
    done: done !== undefined && Object.hasOwn(isTrue, done) && isTrue[done as never] ? done : undefined,
    late: late === undefined || late === 'unknown' ? late : tellEntry(reply, late),
    history: history.map((entry) => tellEntry(reply, entry)),
    bodyHtml: renderMarkdown(petition.body),
    posterSvg: data.hasPicture ? undefined : drawPoster({ title: petition.title, seed: petition.posterSeed }),
    country: country === null ? undefined : countryName(country, locale),
    isPublic,
    reason: moderationReason === null ? undefined : reasonLabel(t, moderationReason),
    reasons: (petition.state === 'submitted' ? REFUSAL_REASONS : HIDING_REASONS).map((value) => ({
      value,
      label: reasonLabel(t, value),
    })),
    limitReason: data.limit && limitLabel(t, data.limit.reason),
    limitReasons: LIMIT_REASONS.map((value) => ({ value, label: limitLabel(t, value) })),
    limitDays: LIMIT_DAYS.map((days) => ({ value: days, label: t('moderation.limit.days', { days }) })),
    length: NOTE_LENGTH,
    longestLaw: LONGEST_LAW,
  })
}

export async function showReply(
  reply: FastifyReply,
  data: Aftermath & {
    answer: Reply
    /** Of its PDF, in bytes. */
    attachmentSize: number | undefined
    petition: Pick<Petition, 'id' | 'title' | 'locale' | 'state'>
    recipient: Recipient
    /** The language in which the decision-maker is written to. */
    recipientLocale: Locale
    waiting: Waiting | undefined
    /** While the refusal can be taken back. */
    undo: { entryId: number; until: Date } | undefined
    aside: Aside
    returned?: Returned
  },
): Promise<string> {
  const { answer, petition, done, late } = data
  const ui = translatorFor(reply.request.reader.locale)
  const { t } = ui
  return reply.page('moderation/reply', {
    ...data,
    head: sayReplyHead(ui, answer),
    done: done === (answer.state === 'submitted' ? 'undone' : `reply-${answer.state}`) ? done : undefined,
    late: late === undefined || late === 'unknown' ? late : tellEntry(reply, late),
    bodyHtml: renderMarkdown(answer.body),
    isPublic: PUBLIC_STATES.includes(petition.state),
    grounds: REPLY_GROUNDS.map((value) => ({ value, label: t(`moderation.ground.${value}`) })),
    length: NOTE_LENGTH,
    longestLaw: LONGEST_LAW,
  })
}

/** What somebody may not do: come to the desk, decide there, or administer it. */
export type Refusal = 'desk' | 'deciding' | 'administration'

export async function showMailsStopped(
  reply: FastifyReply,
  data: { token: string; isStopped: boolean },
): Promise<string> {
  return reply.page('moderation/mails-stopped', data)
}

export async function showNotAllowed(reply: FastifyReply, refusal: Refusal): Promise<string> {
  return reply.page('moderation/not-allowed', { refusal })
}

/** An entry of the log in the reader's words. */
function tellEntry(reply: FastifyReply, entry: NamedEntry) {
  const { t } = translatorFor(reply.request.reader.locale)
  const reason = entry.reason === null ? undefined : groundOf(t, entry.act, entry.reason)
  const nobody = entry.act.startsWith('decision-maker-')
    ? 'moderation.log.recipient'
    : 'moderation.log.service'
  return {
    ...entry,
    who: entry.who ?? t(nobody),
    act: actLabel(t, entry.act),
    reason,
  }
}
