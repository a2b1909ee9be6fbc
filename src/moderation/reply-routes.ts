import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Reply } from '../database/tables.js'
import { listAttachments, readAttachment } from '../decision-makers/attachments.js'
import { translatorFor } from '../i18n/translate.js'
import { getPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId, tellFaults } from '../web/form.js'
import { sendPdf } from '../web/pdf-file.js'
import type { Site } from '../web/site.js'
import { type Aside, readAside } from './aside.js'
import { addNote } from './decide-petition.js'
import { publishReply, refuseReply } from './decide-reply.js'
import { readReplyRefusal } from './form.js'
import { leaveThing, takeThing } from './locks.js'
import { type Aftermath, type Returned, showReply } from './pages.js'
import { findLastDecision, findReply, getDecisionMaker } from './queries.js'
import { findLateDecision, readRecipient } from './read-petition.js'
import { readRemark } from './remark.js'
import { isUndoable, undoableUntil } from './undoable.js'
import { waitingSince } from './waiting.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function replyRoutes(desk: FastifyInstance, site: Site): void {
  desk.get('/replies/:id', async (request: Request, reply) => {
    const answer = await findAsked(site, request)
    if (!answer) return sendErrorPage(request, reply, 404)
    return sendReply(site, reply, answer, { done: line(request.query, 'done') })
  })

  desk.get('/replies/:id/attachment.pdf', async (request: Request, reply) => {
    const id = readId(request.params.id)
    const bytes = id === undefined ? undefined : await readAttachment(site.db, id)
    if (!bytes) return sendErrorPage(request, reply, 404)
    return sendPdf(reply, { name: `reply-${id}.pdf`, bytes })
  })

  desk.post('/replies/:id/publication', async (request: Request, reply) => {
    const answer = await findAsked(site, request)
    if (!answer) return sendErrorPage(request, reply, 404)
    switch (await publishReply(site, answer, request.moderator)) {
      case 'published':
        return reply.seeOther(`/desk/replies/${answer.id}?done=reply-published`)
      case 'petition-hidden':
        // The page says why, in the place of the button.
        return sendReply(site, reply.code(409), answer)
      case 'already-decided':
        return sendLate(site, reply, answer)
    }
  })

  desk.post('/replies/:id/lock', async (request: Request, reply) => {
    const answer = await findAsked(site, request)
    if (!answer) return sendErrorPage(request, reply, 404)
    const change = line(request.body, 'act') === 'leave' ? leaveThing : takeThing
    await change(site, { thing: 'reply', thingId: answer.id }, request.moderator)
    return reply.seeOther(`/desk/replies/${answer.id}`)
  })

  desk.post('/replies/:id/notes', async (request: Request, reply) => {
    const answer = await findAsked(site, request)
    if (!answer) return sendErrorPage(request, reply, 404)
    const { remark, faults } = readRemark(request.body)
    if (faults.remark) {
      const { t } = translatorFor(request.reader.locale)
      const { remark: remarkError } = tellFaults(t, faults)
      return sendReply(site, reply.code(422), answer, { remark: { remark, remarkError } })
    }
    const about = { petitionId: answer.petitionId, replyId: answer.id }
    await addNote(site, about, request.moderator, remark)
    return reply.seeOther(`/desk/replies/${answer.id}`)
  })

  for (const act of ['publication', 'refusal', 'lock', 'notes'])
    desk.get(`/replies/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/replies/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/replies/:id/refusal', async (request: Request, reply) => {
    const answer = await findAsked(site, request)
    if (!answer) return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readReplyRefusal(request.body)
    if (!values) {
      const { t } = translatorFor(request.reader.locale)
      const returned = { form: 'reply-refusal', typed, errors: tellFaults(t, faults) } as const
      return sendReply(site, reply.code(422), answer, { returned })
    }
    switch (await refuseReply(site, answer, request.moderator, values)) {
      case 'refused':
        return reply.seeOther(`/desk/replies/${answer.id}?done=reply-refused`)
      case 'already-decided':
        return sendLate(site, reply, answer)
    }
  })
}

async function findAsked({ db }: Site, request: Request): Promise<Reply | undefined> {
  const id = readId(request.params.id)
  return id === undefined ? undefined : findReply(db, id)
}

async function sendReply(
  site: Site,
  reply: FastifyReply,
  answer: Reply,
  {
    remark,
    ...more
  }: Aftermath & {
    returned?: Returned
    remark?: Pick<Aside, 'remark' | 'remarkError'>
  } = {},
): Promise<FastifyReply> {
  const { id: replyId, petitionId } = answer
  const [decision, petition, maker, aside] = await Promise.all([
    findLastDecision(site.db, { petitionId, replyId }),
    getPetition(site.db, petitionId),
    getDecisionMaker(site.db, answer.decisionMakerId),
    readAside(site, 'reply', answer.id, reply.request.moderator),
  ])
  const sizes = await listAttachments(site.db, [answer.id])
  const page = {
    answer,
    attachmentSize: sizes.get(answer.id),
    aside: { ...aside, ...remark },
    petition,
    undo:
      decision && isUndoable(decision, site.clock.now())
        ? { entryId: decision.id, until: undoableUntil(decision.at) }
        : undefined,
    recipient: await readRecipient(site, maker),
    recipientLocale: maker.locale,
    waiting: answer.state === 'submitted' ? waitingSince(answer.submittedAt, site.clock.now()) : undefined,
    ...more,
  }
  return reply.send(await showReply(reply, page))
}

async function sendLate(site: Site, reply: FastifyReply, { id, petitionId }: Reply): Promise<FastifyReply> {
  const answer = await findReply(site.db, id)
  if (!answer) return sendErrorPage(reply.request, reply, 404)
  const late = await findLateDecision(site, { petitionId, replyId: id })
  return sendReply(site, reply.code(409), answer, { late })
}
