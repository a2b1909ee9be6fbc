/** What moderators do about reports; every address is reached by them alone. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nameOf } from '../accounts/accounts.js'
import type { Report } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { listNotes } from '../moderation/aside.js'
import { decideEach, readTicked, resultPath } from '../moderation/bulk.js'
import { addNote } from '../moderation/decide-petition.js'
import { isGround } from '../moderation/grounds.js'
import { findLock, leaveThing, listLocks, takeThing } from '../moderation/locks.js'
import { BLANK, readRestriction, readSentence } from '../moderation/read-restriction.js'
import { readRemark } from '../moderation/remark.js'
import { isUndoable, undoableUntil } from '../moderation/undoable.js'
import { URGENT_CATEGORIES, URGENT_HOURS, type Waiting, waitingSince } from '../moderation/waiting.js'
import { type HidingReason, isHidingReason } from '../petitions/moderation-reasons.js'
import { getPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, isTicked, line, readId, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { CATEGORIES } from './categories.js'
import type { Outcome } from './close.js'
import { keepReported, restrictReported } from './decide.js'
import { type DecisionForm, type ReportPage, type Returned, showQueue, showReport } from './pages.js'
import {
  countSameSubject,
  countWaitingReports,
  findEntry,
  findReport,
  findSubject,
  listWaitingReports,
} from './queries.js'
import { unsealContact, unsealRemoved, unsealWords } from './reporter.js'
import { readStanding } from './standing.js'
import { suspendReporter } from './unfounded.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function deskRoutes(desk: FastifyInstance, site: Site): void {
  const { db, clock } = site

  const sendQueue = async (
    request: FastifyRequest,
    reply: FastifyReply,
    returned?: { note: string; faults: Faults; ticked: number[] },
  ) => {
    const now = clock.now()
    const { query } = request
    const filter = {
      kind: KINDS.find((one) => one === line(query, 'kind')),
      category: CATEGORIES.find((one) => one === line(query, 'category')),
      isOverdue: line(query, 'age') === 'overdue',
      isMine: isTicked(query, 'mine'),
      isHeld: isTicked(query, 'held'),
    }
    const [counts, rows] = await Promise.all([
      countWaitingReports(db, now),
      listWaitingReports(db, now, {
        kind: filter.kind,
        category: filter.category,
        overdueAt: filter.isOverdue ? now : undefined,
        takenBy: filter.isMine ? { accountId: request.moderator.id, now } : undefined,
        isHeld: filter.isHeld,
      }),
    ])
    const ids = rows.map(({ id }) => id)
    const locks = await listLocks(db, 'report', ids, now)
    const reports = rows.map((report) => ({
      ...report,
      waiting: waitingOf(report, now),
      lock: locks.get(report.id),
    }))
    return reply.send(
      await showQueue(reply, { counts, reports, filter, reader: request.moderator.id, returned }),
    )
  }

  desk.get('/reports', (request, reply) => sendQueue(request, reply))

  desk.post('/bulk/keeping', async (request, reply) => {
    const ticked = readTicked(request.body)
    const { typed, faults } = readSentence(request.body)
    if (ticked.length === 0) faults.ticked = { key: 'moderation.fault.ticked' }
    if (Object.keys(faults).length > 0)
      return sendQueue(request, reply.code(422), { note: typed.note, faults, ticked })
    const result = await decideEach(
      ticked,
      (id) => findReport(db, id),
      async (report, moderator) =>
        (await keepReported(site, report, moderator, typed)) === 'decided' ? 'done' : 'late',
      request.moderator,
    )
    return reply.seeOther(resultPath('keeping', result))
  })

  desk.post('/reports/:id/lock', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const change = line(request.body, 'act') === 'leave' ? leaveThing : takeThing
    await change(site, { thing: 'report', thingId: report.id }, request.moderator)
    return reply.seeOther(`/desk/reports/${report.id}`)
  })

  desk.post('/reports/:id/notes', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const { remark, faults } = readRemark(request.body)
    if (faults.remark) {
      const typed = { ...BLANK, note: remark }
      return sendBack(site, reply, report, { form: 'remark', typed, faults })
    }
    const about = { petitionId: report.petitionId, reportId: report.id }
    await addNote(site, about, request.moderator, remark)
    return reply.seeOther(`/desk/reports/${report.id}`)
  })

  desk.get('/reports/:id', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const done = line(request.query, 'done')
    const isWaiting = report.state === 'received'
    const after =
      done === ''
        ? undefined
        : done === 'undone'
          ? isWaiting
            ? done
            : undefined
          : isWaiting
            ? undefined
            : done === 'suspended'
              ? done
              : 'done'
    return sendReport(site, reply, report, { after })
  })

  // Where a form that came back stands in the address bar.
  for (const act of ['keeping', 'removal', 'hiding', 'suspension', 'lock', 'notes'])
    desk.get(`/reports/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/reports/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/reports/:id/keeping', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const { typed, faults } = readSentence(request.body)
    const isUnfounded = isTicked(request.body, 'unfounded')
    if (faults.note)
      return sendBack(site, reply, report, { form: 'keeping', typed: { ...typed, isUnfounded }, faults })
    const why = { note: typed.note, isUnfounded }
    return sendOutcome(site, reply, report, await keepReported(site, report, request.moderator, why))
  })

  desk.post('/reports/:id/suspension', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const { typed, faults } = readSentence(request.body)
    if (faults.note) return sendBack(site, reply, report, { form: 'suspension', typed, faults })
    const outcome = await suspendReporter(site, report, request.moderator, typed)
    if (outcome === 'suspended') return reply.seeOther(`/desk/reports/${report.id}?done=suspended`)
    return sendReport(site, reply.code(409), report, { after: outcome })
  })

  // What is a petition is hidden, and anything else removed: each has the address of its own act.
  const restrictions = [
    { form: 'removal', mayBe: ({ kind }: Report) => kind !== 'petition', isReason: isGround },
    { form: 'hiding', mayBe: ({ kind }: Report) => kind === 'petition', isReason: isHidingReason },
  ] as const
  for (const { form, mayBe, isReason } of restrictions)
    desk.post(`/reports/:id/${form}`, async (request: Request, reply) => {
      const report = await findAsked(site, request)
      if (!report || !mayBe(report)) return sendErrorPage(request, reply, 404)
      const { typed, faults, values } = readRestriction<HidingReason>(request.body, isReason)
      if (!values) return sendBack(site, reply, report, { form, typed, faults })
      return sendOutcome(site, reply, report, await restrictReported(site, report, request.moderator, values))
    })
}

async function findAsked({ db }: Site, request: Request): Promise<Report | undefined> {
  const id = readId(request.params.id)
  return id === undefined ? undefined : findReport(db, id)
}

async function sendOutcome(site: Site, reply: FastifyReply, { id }: Report, outcome: Outcome) {
  if (outcome === 'decided') return reply.seeOther(`/desk/reports/${id}?done=yes`)
  const report = await findReport(site.db, id)
  if (!report) return sendErrorPage(reply.request, reply, 404)
  return sendReport(site, reply.code(409), report, { after: outcome === 'gone' ? 'gone' : 'late' })
}

/** 422 with everything that was typed. */
async function sendBack(
  site: Site,
  reply: FastifyReply,
  report: Report,
  { form, typed, faults }: { form: DecisionForm; typed: Returned['typed']; faults: Faults },
) {
  const { t } = translatorFor(reply.request.reader.locale)
  const returned = { form, typed, errors: tellFaults(t, faults) }
  return sendReport(site, reply.code(422), report, { after: undefined, returned })
}

async function sendReport(
  site: Site,
  reply: FastifyReply,
  report: Report,
  more: Pick<ReportPage, 'after' | 'returned'>,
): Promise<FastifyReply> {
  const { db, keyring, clock } = site
  const { petitionId, kind, signatureId, updateId, pictureId } = report
  const keys = await keyring.getSiteKeys(db, 'reports')
  const petitionKeys = await keyring.findPetitionKeys(db, petitionId)
  const petition = await getPetition(db, petitionId)
  const [subject, others, decidedBy, language] = await Promise.all([
    findSubject(db, petition, { kind, id: signatureId ?? updateId ?? pictureId }),
    countSameSubject(db, report),
    nameOf(site, report.decidedBy),
    findLanguage(site, report, petition.accountId),
  ])
  const standing = await readStanding(site, keys, report)
  const page: ReportPage = {
    report,
    petition,
    subject,
    words: unsealWords(keys, report),
    contact: unsealContact(keys, report),
    removed: petitionKeys && unsealRemoved(petitionKeys, report),
    others,
    decidedBy,
    waiting: report.state === 'received' ? waitingOf(report, clock.now()) : undefined,
    now: clock.now(),
    lock: await findLock(site, { thing: 'report', thingId: report.id }, reply.request.moderator),
    notes: await listNotes(db, 'report', report.id),
    undoUntil: await findUndo(site, report.entryId),
    standing,
    suspensionUndoUntil: await findUndo(site, standing?.suspension?.entryId ?? null),
    language: language ?? petition.locale,
    ...more,
  }
  return reply.send(await showReport(reply, page))
}

const KINDS = ['petition', 'reason', 'update', 'picture'] as const

/** What is said to be against the law is overdue sooner. */
function waitingOf(
  { category, receivedAt, heldUntil }: Pick<Report, 'category' | 'receivedAt' | 'heldUntil'>,
  now: Date,
): Waiting {
  const isUrgent = URGENT_CATEGORIES.includes(category)
  const since = heldUntil ?? receivedAt
  return isUrgent ? waitingSince(since, now, URGENT_HOURS) : waitingSince(since, now)
}

async function findUndo({ db, clock }: Site, entryId: number | null): Promise<Date | undefined> {
  const entry = entryId === null ? undefined : await findEntry(db, entryId)
  return entry && isUndoable(entry, clock.now()) ? undoableUntil(entry.at) : undefined
}

async function findLanguage({ db }: Site, { petitionId, signatureId }: Report, accountId: number | null) {
  const found =
    signatureId !== null
      ? await db
          .selectFrom('signatures')
          .select('locale')
          .where('petitionId', '=', petitionId)
          .where('id', '=', signatureId)
          .executeTakeFirst()
      : accountId !== null
        ? await db.selectFrom('accounts').select('locale').where('id', '=', accountId).executeTakeFirst()
        : undefined
  return found?.locale
}
