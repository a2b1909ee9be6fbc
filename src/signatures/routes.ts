/** Signing a petition, and the number of those who did; `own-routes.ts` has what follows by mail. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { translatorFor } from '../i18n/translate.js'
import { reasonLabel } from '../petitions/moderation-reasons.js'
import { countPaper, getCount, listDecisionMakers } from '../petitions/queries.js'
import { isOpenForSigning } from '../petitions/signing.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { type FormMarks, guardFor, judge } from '../robots/judge.js'
import { makeChallenge } from '../robots/proof.js'
import { sendErrorPage } from '../web/errors.js'
import { findWait } from '../web/limits/limits.js'
import { networkOf, wideNetworkOf } from '../web/limits/networks.js'
import type { Site } from '../web/site.js'
import { afterOf, readAfter } from './after.js'
import { openConfirming } from './confirm.js'
import { findCommentFault, isReservation, readMarks, readSignForm } from './form.js'
import { type KeptPetition, KeptPetitions } from './kept-petitions.js'
import { ownRoutes } from './own-routes.js'
import { showCheckYourInbox, showNew } from './pages.js'
import { findRememberedSigner } from './remembered.js'
import { openSigning } from './sign.js'
import { openSigningRemembered } from './sign-remembered.js'

type PetitionRequest = FastifyRequest<{ Params: { slug: string } }>

export function signatureRoutes(app: FastifyInstance, site: Site): void {
  const petitions = new KeptPetitions(site.db)
  const signing = openSigning(site)
  const confirming = openConfirming(site)
  const signingRemembered = openSigningRemembered(site, confirming)

  ownRoutes(app, site, confirming)

  app.get('/petitions/:slug/signatures/new', async (request: PetitionRequest, reply) => {
    const petition = await findPublic(request, reply)
    if (!petition) return reply
    if (!isOpen(petition)) return reply.seeOther(`/petitions/${petition.slug}`)
    const remembered = await findRememberedSigner(site, request)
    const show = async () => showNew(reply, { ...(await partsOf(petition)), remembered })
    return remembered ? reply.send(await show()) : site.pages.send(request, reply, show)
  })

  // Where a page of mistakes is reloaded, or read in the other language.
  app.get('/petitions/:slug/signatures', async (request: PetitionRequest, reply) =>
    reply.seeOther(`/petitions/${encodeURIComponent(request.params.slug)}/signatures/new`),
  )

  app.post('/petitions/:slug/signatures', async (request: PetitionRequest, reply) => {
    const petition = await findPublic(request, reply)
    if (!petition) return reply

    const { values, faults, details } = readSignForm(request.body)
    const marks = readMarks(request.body)
    const wait = await findWait(async () => {
      await site.limits.takeSigning(request)
      if (details) await site.limits.takeSigner(details)
    })
    if (wait !== undefined) {
      reply.code(429).header('retry-after', String(wait))
      return reply.send(await showNew(reply, { ...(await partsOf(petition, marks)), values, wait }))
    }
    if (faults) {
      const parts = await partsOf(petition, marks)
      return reply.code(422).send(await showNew(reply, { ...parts, values, faults }))
    }
    const { lane, fillSeconds, mailAt, toldAt } = await judge(
      site,
      petition.id,
      wideNetworkOf(request.ip),
      marks,
    )
    const inbox = `/petitions/${petition.slug}/signatures/check-your-inbox${afterOf(toldAt)}`
    if (lane === 'ask') {
      const parts = await partsOf(petition, { ...marks, isAsked: true })
      return reply.code(422).send(await showNew(reply, { ...parts, values, isAskedAgain: true }))
    }
    if (lane === 'none') return reply.seeOther(isOpen(petition) ? inbox : `/petitions/${petition.slug}`)
    switch (await signing.sign(petition, details, { ...whenceOf(request), fillSeconds, mailAt })) {
      case 'check-your-inbox':
        return reply.seeOther(inbox)
      case 'petition-not-open':
        return reply.seeOther(`/petitions/${petition.slug}`)
    }
  })

  app.post('/petitions/:slug/signatures/remembered', async (request: PetitionRequest, reply) => {
    await site.limits.takeSigning(request)
    const petition = await findPublic(request, reply)
    if (!petition) return reply
    const remembered = await findRememberedSigner(site, request)
    if (!remembered) return reply.seeOther(`/petitions/${petition.slug}/signatures/new`)

    const { values } = readSignForm(request.body)
    const fault = findCommentFault(values.comment)
    if (fault) {
      const page = { ...(await partsOf(petition)), values, faults: { comment: fault } }
      return reply.code(422).send(await showNew(reply, { ...page, remembered }))
    }
    const choices = {
      comment: values.comment,
      reservation: isReservation(values),
      showName: values.show_name,
      updates: values.updates,
      campaignerNews: values.campaigner_news,
      nameWithheld: values.withhold_name,
    }
    const outcome = await signingRemembered.sign(petition, remembered, choices, whenceOf(request))
    if (outcome === 'petition-not-open') return reply.seeOther(`/petitions/${petition.slug}`)
    if (outcome === 'another-person') {
      const page = { ...(await partsOf(petition)), values: { ...values, ...remembered } }
      const faults = { postcode: { key: 'signatures.fault.household' as const } }
      return reply.code(422).send(await showNew(reply, { ...page, faults }))
    }
    const own = `/signatures/${outcome.token}`
    return reply.seeOther(outcome.confirmation === 'confirmed' ? `${own}/thanks` : own)
  })

  app.get('/petitions/:slug/signatures/check-your-inbox', async (request: PetitionRequest, reply) => {
    const petition = await findPublic(request, reply)
    if (!petition) return reply
    const mailAt = readAfter(request.query, site.clock.now())
    return site.pages.send(request, reply, () => showCheckYourInbox(reply, { petition, mailAt }))
  })

  // Pages ask for one only while the petition looks attacked.
  app.get('/petitions/:slug/signatures/challenge.json', async (request: PetitionRequest, reply) => {
    await site.limits.takeFrom('challenge', request)
    const petition = await findPublic(request, reply)
    if (!petition) return reply
    reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
    return reply.send(JSON.stringify(await makeChallenge(site, petition.id)))
  })

  app.get('/petitions/:slug/count.json', async (request: PetitionRequest, reply) => {
    const petition = await findPublic(request, reply)
    if (!petition) return reply
    return site.pages.send(request, reply, async () => {
      const [{ confirmed, updatedAt }, paper] = await Promise.all([
        getCount(site.db, petition.id),
        countPaper(site.db, petition.id),
      ])
      reply.type('application/json; charset=utf-8').header('access-control-allow-origin', '*')
      return JSON.stringify({ confirmed, paper, goal: petition.goal, updated_at: updatedAt })
    })
  })

  /** Answers 404 or 410 itself when there is nothing that everyone may see. */
  async function findPublic(
    request: PetitionRequest,
    reply: FastifyReply,
  ): Promise<KeptPetition | undefined> {
    const petition = await petitions.find(request.params.slug)
    if (petition && PUBLIC_STATES.includes(petition.state)) return petition
    if (petition?.state !== 'hidden') await sendErrorPage(request, reply, 404)
    else {
      const { t } = translatorFor(request.reader.locale)
      const reason = reasonLabel(t, petition.moderationReason ?? '')
      await sendErrorPage(request, reply, 410, { reason, note: petition.moderationNote ?? '' })
    }
    return undefined
  }

  function isOpen(petition: KeptPetition): boolean {
    return isOpenForSigning(petition, site.clock.now(), site.config.timeZone)
  }

  /** What the form's page says beside what was typed. */
  async function partsOf(petition: KeptPetition, marks?: FormMarks) {
    const [makers, guard] = await Promise.all([
      listDecisionMakers(site.db, petition.id),
      guardFor(site, petition, marks),
    ])
    return { petition, recipients: makers.map((maker) => maker.name), guard }
  }
}

function whenceOf(request: FastifyRequest) {
  const agent = request.headers['user-agent'] ?? ''
  return { locale: request.reader.locale, network: networkOf(request.ip), agent }
}
