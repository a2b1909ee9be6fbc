import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { sendLink } from '../decision-makers/links.js'
import { findDecisionMaker } from '../decision-makers/queries.js'
import { translatorFor } from '../i18n/translate.js'
import { findPetition } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, readId, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { addRecipient, readRecipientForm } from './add-recipient.js'
import {
  addNote,
  hidePetition,
  isPastLastDay,
  publishPetition,
  refusePetition,
  showPetitionAgain,
} from './decide-petition.js'
import { readHiding, readLimit, readRefusal } from './form.js'
import { liftAccountLimit, limitAccount } from './limit-account.js'
import { findLock, leaveThing, takeThing } from './locks.js'
import { type Aftermath, type Returned, showPetition } from './pages.js'
import { findPicture } from './queries.js'
import { findLateDecision, readPetitionFile } from './read-petition.js'
import { recordAct } from './record.js'
import { readRemark } from './remark.js'
import { waitingSince } from './waiting.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function petitionRoutes(desk: FastifyInstance, site: Site): void {
  const { db } = site

  desk.get('/petitions/:id', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    return sendPetition(site, reply, petition, { done: line(request.query, 'done') })
  })

  // Before it is public, a petition's picture is for its campaigner and for the desk.
  desk.get('/petitions/:id/picture', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    const picture = petition && (await findPicture(db, petition.id))
    if (!picture) return sendErrorPage(request, reply, 404)
    return reply.type('image/webp').header('cache-control', 'private, no-store').send(picture.webp)
  })

  desk.post('/petitions/:id/publication', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    switch (await publishPetition(site, petition, request.moderator)) {
      case 'published':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=published`)
      case 'last-day-passed':
        // The page says why, in the place of the button.
        return sendPetition(site, reply.code(409), petition)
      case 'already-decided':
        return sendLate(site, reply, petition)
    }
  })

  desk.post('/petitions/:id/refusal', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readRefusal(request.body)
    if (!values) return sendBack(site, reply, petition, { form: 'refusal', typed, faults })
    switch (await refusePetition(site, petition, request.moderator, values)) {
      case 'refused':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=refused`)
      case 'already-decided':
        return sendLate(site, reply, petition)
    }
  })

  desk.post('/petitions/:id/hiding', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readHiding(request.body)
    if (!values) return sendBack(site, reply, petition, { form: 'hiding', typed, faults })
    switch (await hidePetition(site, petition, request.moderator, values)) {
      case 'hidden':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=hidden`)
      case 'already-decided':
        return sendLate(site, reply, petition)
    }
  })

  desk.post('/petitions/:id/showing', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    switch (await showPetitionAgain(site, petition, request.moderator)) {
      case 'shown':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=shown`)
      case 'already-decided':
        return sendLate(site, reply, petition)
    }
  })

  desk.post('/petitions/:id/recipients/:maker/links', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    const { maker: asked } = request.params as unknown as { maker: string }
    const maker =
      petition && (await findDecisionMaker(db, { petitionId: petition.id, id: readId(asked) ?? 0 }))
    if (!maker || !PUBLIC_STATES.includes(petition.state)) return sendErrorPage(request, reply, 404)
    const isSent = (await sendLink(site, { maker }, 'desk')) === 'sent'
    if (isSent)
      await recordAct(db, {
        act: 'recipient-link-sent',
        moderator: request.moderator,
        petitionId: petition.id,
        at: site.clock.now(),
      })
    return reply.seeOther(`/desk/petitions/${petition.id}?done=${isSent ? 'link-sent' : 'link-not-sent'}`)
  })

  desk.get('/petitions/:id/recipients/:maker/links', (request: Request, reply) =>
    reply.seeOther(`/desk/petitions/${readId(request.params.id) ?? ''}`),
  )

  desk.post('/petitions/:id/recipients', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition || !PUBLIC_STATES.includes(petition.state)) return sendErrorPage(request, reply, 404)
    const { values, faults } = readRecipientForm(request.body)
    const form = 'recipient'
    if (Object.keys(faults).length > 0)
      return sendBack(site, reply, petition, { form, typed: { ...values }, faults })
    if ((await addRecipient(site, petition, request.moderator, values)) === 'known')
      return sendBack(site, reply, petition, {
        form,
        typed: { ...values },
        faults: { email: { key: 'aside.desk.wrong.known' } },
      })
    return reply.seeOther(`/desk/petitions/${petition.id}?done=recipient-added`)
  })

  // Where a form that came back stands in the address bar: reloading it, or signing in there, leads to the petition.
  for (const act of [
    'publication',
    'refusal',
    'hiding',
    'showing',
    'notes',
    'limit',
    'lifting',
    'lock',
    'recipients',
  ])
    desk.get(`/petitions/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/petitions/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/petitions/:id/limit', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition || petition.accountId === null) return sendErrorPage(request, reply, 404)
    const { typed, faults, values } = readLimit(request.body)
    if (!values) return sendBack(site, reply, petition, { form: 'limit', typed, faults })
    const account = { id: petition.accountId }
    const limit = { ...values, petitionId: petition.id }
    switch (await limitAccount(site, account, request.moderator, limit)) {
      case 'limited':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=limited`)
      case 'already-limited':
        // The page says until when, in the place of the form.
        return sendPetition(site, reply.code(409), petition)
      case 'not-warned':
        return sendBack(site, reply, petition, {
          form: 'limit',
          typed,
          faults: { reason: { key: 'moderation.fault.notWarned' } },
        })
    }
  })

  desk.post('/petitions/:id/lifting', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition || petition.accountId === null) return sendErrorPage(request, reply, 404)
    const about = { petitionId: petition.id }
    switch (await liftAccountLimit(site, { id: petition.accountId }, request.moderator, about)) {
      case 'lifted':
        return reply.seeOther(`/desk/petitions/${petition.id}?done=lifted`)
      case 'not-limited':
        // The page offers the form again, in the place of the button.
        return sendPetition(site, reply.code(409), petition)
    }
  })

  desk.post('/petitions/:id/lock', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const thing = { thing: 'petition', thingId: petition.id } as const
    const change = line(request.body, 'act') === 'leave' ? leaveThing : takeThing
    await change(site, thing, request.moderator)
    return reply.seeOther(`/desk/petitions/${petition.id}`)
  })

  desk.post('/petitions/:id/notes', async (request: Request, reply) => {
    const petition = await findAsked(site, request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const { remark, faults } = readRemark(request.body)
    if (faults.remark) return sendBack(site, reply, petition, { form: 'remark', typed: { remark }, faults })
    await addNote(site, { petitionId: petition.id }, request.moderator, remark)
    return reply.seeOther(`/desk/petitions/${petition.id}?done=noted`)
  })
}

/** A draft is its campaigner's own business: for the desk it does not exist. */
async function findAsked({ db }: Site, request: Request): Promise<Petition | undefined> {
  const id = readId(request.params.id)
  const petition = id === undefined ? undefined : await findPetition(db, id)
  return petition?.state === 'draft' ? undefined : petition
}

async function sendPetition(
  site: Site,
  reply: FastifyReply,
  petition: Petition,
  more: Aftermath & { returned?: Returned } = {},
): Promise<FastifyReply> {
  const { state, submittedAt } = petition
  const waiting =
    state === 'submitted' && submittedAt ? waitingSince(submittedAt, site.clock.now()) : undefined
  const file = await readPetitionFile(site, petition)
  const lock = await findLock(site, { thing: 'petition', thingId: petition.id }, reply.request.moderator)
  const page = { ...file, waiting, lock, isPastLastDay: isPastLastDay(site, petition), ...more }
  return reply.send(await showPetition(reply, page))
}

/** 422 with everything that was typed. */
async function sendBack(
  site: Site,
  reply: FastifyReply,
  petition: Petition,
  { faults, ...typed }: Pick<Returned, 'form' | 'typed'> & { faults: Faults },
): Promise<FastifyReply> {
  const { t } = translatorFor(reply.request.reader.locale)
  const returned = { ...typed, errors: tellFaults(t, faults) }
  return sendPetition(site, reply.code(422), petition, { returned })
}

/** For who came second: the petition as it is now, and who decided. */
async function sendLate(site: Site, reply: FastifyReply, { id }: Petition): Promise<FastifyReply> {
  const petition = await findPetition(site.db, id)
  if (!petition) return sendErrorPage(reply.request, reply, 404)
  const late = await findLateDecision(site, { petitionId: id })
  return sendPetition(site, reply.code(409), petition, { late })
}
