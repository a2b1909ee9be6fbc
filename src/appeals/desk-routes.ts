/** What moderators do about appeals; every address is reached by them alone. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nameOf } from '../accounts/accounts.js'
import type { Appeal } from '../database/tables.js'
import { translatorFor } from '../i18n/translate.js'
import { type Aside, readAside } from '../moderation/aside.js'
import { addNote } from '../moderation/decide-petition.js'
import { leaveThing, listLocks, takeThing } from '../moderation/locks.js'
import { readRemark } from '../moderation/remark.js'
import { overdueSince, waitingSince } from '../moderation/waiting.js'
import { findPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { decideAppeal } from './decide.js'
import { readAnswer } from './form.js'
import { type DeskAppealPage, showDeskAppeal, showQueue } from './pages.js'
import { countOtherDeciders, findAppeal, findEntry, listWaitingAppeals } from './queries.js'
import { unsealWords } from './words.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function deskRoutes(desk: FastifyInstance, site: Site): void {
  const { db, clock } = site

  desk.get('/appeals', async (request, reply) => {
    const now = clock.now()
    const rows = await listWaitingAppeals(db)
    const others = await countOtherDeciders(db, request.moderator.id)
    const locks = await listLocks(
      db,
      'appeal',
      rows.map(({ id }) => id),
      now,
    )
    const late = overdueSince(now)
    const filter = line(request.query, 'show')
    const appeals = rows
      .map((row) => ({
        ...row,
        waiting: waitingSince(row.receivedAt, now),
        isOwn: row.firstBy === request.moderator.id && others > 0,
        lock: locks.get(row.id),
      }))
      .filter(
        ({ receivedAt, isOwn, lock }) =>
          (filter !== 'overdue' || receivedAt <= late) &&
          (filter !== 'open-to-me' || !isOwn) &&
          (filter !== 'mine' || lock?.accountId === request.moderator.id),
      )
    return reply.send(
      await showQueue(reply, {
        appeals,
        filter,
        reader: request.moderator.id,
        overdue: rows.filter(({ receivedAt }) => receivedAt <= late).length,
      }),
    )
  })

  desk.get('/appeals/:id', async (request: Request, reply) => {
    const appeal = await findAsked(site, request)
    if (!appeal) return sendErrorPage(request, reply, 404)
    const isDone = appeal.state !== 'received' && line(request.query, 'done') !== ''
    const isMoot = line(request.query, 'done') === 'moved-on'
    return sendAppeal(site, request, reply, appeal, {
      after: isDone ? (isMoot && appeal.state === 'reversed' ? 'moved-on' : 'done') : undefined,
    })
  })

  // Where a form that came back stands in the address bar.
  for (const act of ['decision', 'lock', 'notes'])
    desk.get(`/appeals/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/appeals/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/appeals/:id/lock', async (request: Request, reply) => {
    const appeal = await findAsked(site, request)
    if (!appeal) return sendErrorPage(request, reply, 404)
    const change = line(request.body, 'act') === 'leave' ? leaveThing : takeThing
    await change(site, { thing: 'appeal', thingId: appeal.id }, request.moderator)
    return reply.seeOther(`/desk/appeals/${appeal.id}`)
  })

  desk.post('/appeals/:id/notes', async (request: Request, reply) => {
    const appeal = await findAsked(site, request)
    if (!appeal) return sendErrorPage(request, reply, 404)
    const { remark, faults } = readRemark(request.body)
    if (faults.remark) {
      const { remark: remarkError } = tellFaults(translatorFor(request.reader.locale).t, faults)
      return sendAppeal(site, request, reply.code(422), appeal, {
        remark: { remark, remarkError },
      })
    }
    const about = { petitionId: appeal.petitionId, appealId: appeal.id }
    await addNote(site, about, request.moderator, remark)
    return reply.seeOther(`/desk/appeals/${appeal.id}`)
  })

  desk.post('/appeals/:id/decision', async (request: Request, reply) => {
    const appeal = await findAsked(site, request)
    if (!appeal) return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readAnswer(request.body)
    if (!values) {
      const errors = tellFaults(translatorFor(request.reader.locale).t, faults)
      return sendAppeal(site, request, reply.code(422), appeal, { typed, errors })
    }
    const { outcome, reversed } = await decideAppeal(site, appeal, request.moderator, values)
    switch (outcome) {
      case 'decided':
        return reply.seeOther(
          `/desk/appeals/${appeal.id}?done=${reversed === undefined || reversed === 'done' ? 'yes' : 'moved-on'}`,
        )
      case 'own-decision':
        return sendAppeal(site, request, reply.code(403), appeal, { typed, after: 'own' })
      case 'already-decided': {
        const now = (await findAppeal(db, appeal.id)) ?? appeal
        return sendAppeal(site, request, reply.code(409), now, { after: 'late' })
      }
    }
  })
}

async function findAsked({ db }: Site, request: Request): Promise<Appeal | undefined> {
  const id = readId(request.params.id)
  return id === undefined ? undefined : findAppeal(db, id)
}

async function sendAppeal(
  site: Site,
  request: Request,
  reply: FastifyReply,
  appeal: Appeal,
  {
    remark,
    ...more
  }: Partial<Pick<DeskAppealPage, 'after' | 'typed' | 'errors'>> & {
    remark?: Pick<Aside, 'remark' | 'remarkError'>
  } = {},
): Promise<FastifyReply> {
  const { db, keyring, clock } = site
  const entry = await findEntry(db, appeal.entryId)
  if (!entry) return sendErrorPage(request, reply, 404)
  const [petition, keys, firstBy, decidedBy, others, aside] = await Promise.all([
    appeal.petitionId === null ? undefined : findPetition(db, appeal.petitionId),
    keyring.getSiteKeys(db, 'appeals'),
    nameOf(site, appeal.firstBy),
    nameOf(site, appeal.decidedBy),
    countOtherDeciders(db, request.moderator.id),
    readAside(site, 'appeal', appeal.id, request.moderator),
  ])
  const page: DeskAppealPage = {
    appeal,
    entry,
    petition,
    words: unsealWords(keys, appeal),
    firstBy,
    decidedBy,
    waiting: appeal.state === 'received' ? waitingSince(appeal.receivedAt, clock.now()) : undefined,
    isOwn: appeal.firstBy === request.moderator.id,
    others,
    language: appeal.locale,
    place: placeOf(entry),
    after: undefined,
    aside: { ...aside, ...remark },
    typed: { outcome: '', note: '' },
    errors: {},
    ...more,
  }
  return reply.send(await showDeskAppeal(reply, page))
}

function placeOf(entry: { reportId: number | null; replyId: number | null; petitionId: number | null }) {
  if (entry.reportId !== null) return `/desk/reports/${entry.reportId}`
  if (entry.replyId !== null) return `/desk/replies/${entry.replyId}`
  return entry.petitionId === null ? undefined : `/desk/petitions/${entry.petitionId}`
}
