import type { FastifyReply } from 'fastify'
import type { Locale, Petition, Report, ReportKind } from '../database/tables.js'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { GROUNDS, groundOf } from '../moderation/grounds.js'
import type { Lock } from '../moderation/locks.js'
import {
  LONGEST_LAW as LONGEST_BASIS,
  NOTE_LENGTH,
  type Typed as TypedDecision,
} from '../moderation/read-restriction.js'
import { disputeBodies } from '../moderation/statement.js'
import type { Waiting } from '../moderation/waiting.js'
import { HIDING_REASONS, reasonLabel } from '../petitions/moderation-reasons.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { type Faults, tellFaults } from '../web/form.js'
import { renderMarkdown } from '../web/markdown.js'
import { CATEGORIES, mustBeNamed } from './categories.js'
import { EXPLANATION_LENGTH, LONGEST_LAW, LONGEST_NAME, LONGEST_WHERE, type Typed } from './form.js'
import type { Subject, WaitingReport } from './queries.js'
import type { Contact, Words } from './reporter.js'
import type { Standing } from './standing.js'
import { SUSPENSION_DAYS, type SuspensionOutcome, UNFOUNDED_TO_SUSPEND } from './unfounded.js'

type Titled = Pick<Petition, 'slug' | 'title' | 'locale'>

const BLANK: Typed = {
  category: '',
  where: '',
  law: '',
  explanation: '',
  name: '',
  email: '',
  good_faith: false,
}

/** What `views/reports/new.eta` shows. */
export async function showNew(
  reply: FastifyReply,
  {
    petition,
    subject,
    typed = BLANK,
    faults = {},
  }: { petition: Titled; subject: Subject; typed?: Typed; faults?: Faults },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('reports/new', {
    petition,
    subject,
    typed,
    errors: tellFaults(t, faults),
    categories: CATEGORIES.map((value) => ({
      value,
      label: t(`reports.category.${value}`),
      hint: mustBeNamed(value) ? t('reports.category.named') : undefined,
    })),
    limits: {
      where: LONGEST_WHERE,
      law: LONGEST_LAW,
      name: LONGEST_NAME,
      explanation: EXPLANATION_LENGTH.most,
    },
  })
}

/** What `views/reports/receipt.eta` shows: what became of a report, for whoever has its number. */
export async function showReceipt(
  reply: FastifyReply,
  { report, petition, appealPath }: { report: Report; petition: Petition; appealPath: string | undefined },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  return reply.page('reports/receipt', {
    report,
    // A hidden petition's title may be why it is hidden.
    petition: PUBLIC_STATES.includes(petition.state) ? petition : undefined,
    category: t(`reports.category.${report.category}` as MessageKey),
    ground: report.decisionReason ? groundOf(t, report.state, report.decisionReason) : undefined,
    hasContact: report.contactSealed !== null,
    appealPath,
    bodies: disputeBodies({ t }),
  })
}

/** What `views/reports/queue.eta` shows. */
export async function showQueue(
  reply: FastifyReply,
  data: {
    counts: { waiting: number; overdue: number; held: number }
    reports: (WaitingReport & { waiting: Waiting; lock: Lock | undefined })[]
    /** As it was asked for. */
    filter: {
      kind: ReportKind | undefined
      category: string | undefined
      isOverdue: boolean
      isMine: boolean
      isHeld: boolean
    }
    /** The account that reads. */
    reader: number
    returned: { note: string; faults: Faults; ticked: number[] } | undefined
  },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { returned } = data
  return reply.page('reports/queue', {
    ...data,
    note: returned?.note ?? '',
    errors: returned ? tellFaults(t, returned.faults) : {},
    ticked: returned?.ticked ?? [],
    kinds: (['petition', 'reason', 'update', 'picture'] as const).map((value) => ({
      value,
      label: t(`reports.kind.${value}`),
    })),
    categories: CATEGORIES.map((value) => ({ value, label: t(`reports.category.${value}`) })),
    length: NOTE_LENGTH,
  })
}

export type DecisionForm = 'keeping' | 'removal' | 'hiding' | 'suspension' | 'remark'

/** A form that came back: as it was typed, and what to correct. */
export interface Returned {
  form: DecisionForm
  typed: TypedDecision & { isUnfounded?: boolean }
  errors: Record<string, string>
}

/** What `views/reports/report.eta` shows. */
export interface ReportPage {
  report: Report
  petition: Petition
  /** As it stands now; undefined once it does not. */
  subject: Subject | undefined
  /** Undefined once they were erased. */
  words: Words | undefined
  contact: Contact | undefined
  /** The words of a reason that was removed. */
  removed: string | undefined
  others: number
  /** Who decided, once somebody has. */
  decidedBy: string | undefined
  waiting: Waiting | undefined
  now: Date
  lock: (Lock & { isMine: boolean }) | undefined
  notes: { at: Date; note: string | null; name: string | null }[]
  /** While the decision can be taken back, and the suspension. */
  undoUntil: Date | undefined
  suspensionUndoUntil: Date | undefined
  /** How their reports were judged; undefined for who gave no address, or whose address was erased. */
  standing: Standing | undefined
  /** The language in which whoever would be restricted is written to. */
  language: Locale
  after: 'done' | 'undone' | 'late' | 'gone' | SuspensionOutcome | undefined
  returned?: Returned | undefined
}

export async function showReport(reply: FastifyReply, page: ReportPage): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { report, petition, subject } = page
  return reply.page('reports/report', {
    ...page,
    bodyHtml:
      subject?.kind === 'petition'
        ? renderMarkdown(petition.body)
        : subject?.kind === 'update'
          ? renderMarkdown(subject.body)
          : undefined,
    category: t(`reports.category.${report.category}` as MessageKey),
    ground: report.decisionReason ? groundOf(t, report.state, report.decisionReason) : undefined,
    act: actFor(report.kind),
    mayRestrict:
      subject !== undefined && (report.kind !== 'petition' || PUBLIC_STATES.includes(petition.state)),
    grounds:
      report.kind === 'petition'
        ? HIDING_REASONS.map((value) => ({ value, label: reasonLabel(t, value) }))
        : GROUNDS.map((value) => ({ value, label: t(`moderation.ground.${value}`) })),
    isPublic: PUBLIC_STATES.includes(petition.state),
    length: NOTE_LENGTH,
    longestLaw: LONGEST_BASIS,
    terms: { reports: UNFOUNDED_TO_SUSPEND, days: SUSPENSION_DAYS },
  })
}

function actFor(kind: ReportKind): DecisionForm {
  return kind === 'petition' ? 'hiding' : 'removal'
}
