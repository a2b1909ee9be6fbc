/** What moderators do about reports; every address is reached by them alone. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nameOf } from '../accounts/accounts.js'
import type { Report } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { isUndoable, undoableUntil } from '../moderation/undoable.js'
import { overdueSince, waitingSince } from '../moderation/waiting.js'
import { getPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import type { Outcome } from './close.js'
import { hideReported, keepReported, removeReported } from './decide.js'
import { readHiding, readId, readKeeping, readRemoval, type TypedDecision } from './form.js'
import { type DecisionForm, type ReportPage, showQueue, showReport } from './pages.js'
import {
  countSameSubject,
  countWaitingReports,
  findEntry,
  findReport,
  findSubject,
  listWaitingReports,
} from './queries.js'
import { unsealContact, unsealRemoved, unsealWords } from './reporter.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function deskRoutes(desk: FastifyInstance, site: Site): void {
  const { db, clock } = site

  desk.get('/reports', async (_request, reply) => {
    const now = clock.now()
    const [counts, reports] = await Promise.all([
      countWaitingReports(db, overdueSince(now)),
      listWaitingReports(db),
    ])
    const waiting = reports.map((report) => ({ ...report, waiting: waitingSince(report.receivedAt, now) }))
    return reply.send(await showQueue(reply, { counts, reports: waiting }))
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
            : 'done'
    return sendReport(site, reply, report, { after })
  })

  // Where a form that came back stands in the address bar.
  for (const act of ['keeping', 'removal', 'hiding'])
    desk.get(`/reports/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/reports/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/reports/:id/keeping', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report) return sendErrorPage(request, reply, 404)
    const { typed, faults } = readKeeping(request.body)
    if (faults.note) return sendBack(site, reply, report, { form: 'keeping', typed, faults })
    return sendOutcome(site, reply, report, await keepReported(site, report, request.moderator, typed))
  })

  desk.post('/reports/:id/removal', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (!report || report.kind === 'petition') return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readRemoval(request.body)
    if (!values) return sendBack(site, reply, report, { form: 'removal', typed, faults })
    const removed = { ...report, kind: report.kind }
    return sendOutcome(site, reply, report, await removeReported(site, removed, request.moderator, values))
  })

  desk.post('/reports/:id/hiding', async (request: Request, reply) => {
    const report = await findAsked(site, request)
    if (report?.kind !== 'petition') return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readHiding(request.body)
    if (!values) return sendBack(site, reply, report, { form: 'hiding', typed, faults })
    return sendOutcome(site, reply, report, await hideReported(site, report, request.moderator, values))
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
  { form, typed, faults }: { form: DecisionForm; typed: TypedDecision; faults: Faults },
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
  const page: ReportPage = {
    report,
    petition,
    subject,
    words: unsealWords(keys, report),
    contact: unsealContact(keys, report),
    removed: petitionKeys && unsealRemoved(petitionKeys, report),
    others,
    decidedBy,
    waiting: report.state === 'received' ? waitingSince(report.receivedAt, clock.now()) : undefined,
    undoUntil: await findUndo(site, report),
    language: language ?? petition.locale,
    ...more,
  }
  return reply.send(await showReport(reply, page))
}

async function findUndo({ db, clock }: Site, { entryId }: Report): Promise<Date | undefined> {
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
