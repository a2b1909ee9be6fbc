import type { FastifyReply } from 'fastify'
import type { PaperReversalReason, PaperSheet, Petition } from '../database/tables.js'
import { LOCALES, translatorFor } from '../i18n/translate.js'
import type { PaperPerson } from '../signatures/on-paper.js'
import { type Faults, tellFaults } from '../web/form.js'
import { REVERSAL_REASONS } from './correct.js'
import { fieldName, NOTE_LENGTH } from './form.js'
import { differingFields, EMPTY, FIELDS, LINES, type Line } from './lines.js'
import type { PaperLine } from './queries.js'
import { type ListedSheet, MOST_SHEETS } from './sheets.js'

/** What was just done, for the notice at the top. */
const DONE = ['issued', 'invited', 'ended', 'reversed', 'late', 'checked', 'once', 'counted'] as const

const doneOf = (typed: string | undefined) => DONE.find((one) => one === typed)

/** What `views/paper/studio.eta` shows. */
export interface PaperPage {
  petition: Petition
  place: string
  sheets: ListedSheet[]
  keyers: { id: number; name?: string; email?: string }[]
  paper: number
  /** Lines that read like an earlier one, and count until somebody decides. */
  alike: PaperLine[]
  done: string
  /** The sheets that were just ordered. */
  from: string
  to: string
  typed: Record<string, string>
  faults: Faults
}

export function showPaper(reply: FastifyReply, page: PaperPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const isNumber = (text: string) => /^\d{1,6}$/.test(text)
  return reply.page('paper/studio', {
    ...page,
    done: doneOf(page.done),
    issued: isNumber(page.from) && isNumber(page.to) ? { from: page.from, to: page.to } : undefined,
    typed: { language: page.petition.locale, mailLanguage: page.petition.locale, ...page.typed },
    errors: tellFaults(t, page.faults),
    languages: LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
    reasons: reasonsOf(reply),
    most: MOST_SHEETS,
  })
}

/** What `views/paper/sheet.eta` shows. */
export interface SheetPage {
  petition: Petition
  place: string
  isCampaigner: boolean
  sheet: PaperSheet
  code: string
  hasScan: boolean
  /** `once`: this reader has read it, and somebody else must. `taken`: two others did, and one of them compares. */
  stage: 'scan' | 'key' | 'once' | 'compare' | 'taken' | 'counted'
  days: { from: string; to: string }
  both: [Line[], Line[]] | undefined
  lines: (PaperLine & { person: PaperPerson | undefined })[]
  done?: 'once' | 'counted' | 'late' | 'reversed'
  typed?: Line[]
  choices?: Record<string, string>
  faults?: Faults
}

export function showSheet(reply: FastifyReply, page: SheetPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { both, typed, choices = {}, faults = {} } = page
  const rows = Array.from({ length: LINES }, (_, index) => {
    const first = both?.[0][index] ?? EMPTY
    const second = both?.[1][index] ?? EMPTY
    const values = typed?.[index] ?? first
    return {
      row: index + 1,
      isDifferent: both !== undefined && differingFields(first, second).length > 0,
      first: tellLine(t('paper.sheet.empty'), first),
      second: tellLine(t('paper.sheet.empty'), second),
      choice: choices[`choice_${index + 1}`] ?? '',
      fields: FIELDS.map((field) => ({ name: fieldName(field, index), field, value: values[field] })),
    }
  })
  return reply.page('paper/sheet', {
    ...page,
    done: doneOf(page.done),
    rows,
    errors: tellFaults(t, faults),
    lines: page.lines.map((line) => ({ ...line, ...tellState(reply, line) })),
    reasons: reasonsOf(reply),
  })
}

function tellLine(empty: string, line: Line): string {
  return [line.name, line.locality, line.postcode, line.signedOn].filter(Boolean).join(' · ') || empty
}

/** What `views/paper/invited.eta` shows. */
export function showInvited(
  reply: FastifyReply,
  page: { petition: Petition; place: string; name: string; toRead: ListedSheet[]; toCompare: ListedSheet[] },
): Promise<string> {
  return reply.page('paper/invited', page)
}

/** What `views/paper/public.eta` shows. */
export function showPublicPaper(
  reply: FastifyReply,
  page: {
    petition: Pick<Petition, 'slug' | 'title' | 'locale'>
    paper: number
    tallies: { strength: number; counted: number }[]
    reversals: {
      number: number
      signatureNumber: number
      reason: PaperReversalReason
      byDesk: boolean
      reversedAt: Date
    }[]
    canonical: string
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('paper/public', {
    ...page,
    reversals: page.reversals.map((reversal) => ({ ...reversal, why: t(`paper.reason.${reversal.reason}`) })),
  })
}

/** What `views/paper/desk.eta` shows: lines without the names. */
export function showDeskPaper(
  reply: FastifyReply,
  page: {
    petition: Petition
    lines: PaperLine[]
    done?: string
    form?: 'check' | 'reversal'
    typed?: Record<string, string>
    faults?: Faults
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('paper/desk', {
    petition: page.petition,
    done: doneOf(page.done),
    form: page.form,
    typed: page.typed ?? {},
    errors: tellFaults(t, page.faults ?? {}),
    lines: page.lines.map(({ sealed: _sealed, postcode: _postcode, ...line }) => ({
      ...line,
      ...tellState(reply, line),
    })),
    reasons: reasonsOf(reply),
    most: NOTE_LENGTH,
  })
}

function tellState(
  reply: FastifyReply,
  { reason, strength, checkNote }: Pick<PaperLine, 'reason' | 'strength' | 'checkNote'>,
) {
  const { t } = translatorFor(reply.request.reader.locale)
  if (reason) return { state: t(`paper.reason.${reason}`) }
  return {
    state: strength === 3 ? t('paper.state.checked', { note: checkNote ?? '' }) : t('paper.state.unchecked'),
  }
}

function reasonsOf(reply: FastifyReply) {
  const { t } = translatorFor(reply.request.reader.locale)
  return REVERSAL_REASONS.map((value) => ({ value, label: t(`paper.reason.${value}`) }))
}
