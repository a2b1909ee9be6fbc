/** What the owner of a signature may do, by the link in their mail. GET shows; only POST changes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { countryName } from '../i18n/countries.js'
import { translatorFor } from '../i18n/translate.js'
import type { Keys } from '../keys/keyring.js'
import { readToken } from '../keys/links.js'
import { sendWhenDestroyed } from '../petitions/destroyed-pages.js'
import { listDecisionMakers } from '../petitions/queries.js'
import { CONFIRMATION_GRACE_HOURS, isOpenForSigning } from '../petitions/signing.js'
import { tellElsewhere } from '../places/tell.js'
import { noteConfirmation } from '../robots/watch.js'
import { isTicked, paragraphs, tellFaults, text } from '../web/form.js'
import type { Site } from '../web/site.js'
import type { Confirming } from './confirm.js'
import { allow, changeConsents, disallow, listConsents, OPTIONAL_CONSENTS } from './consents.js'
import { findCommentFault } from './form.js'
import { objectToCheck } from './object.js'
import { type OwnSignaturePage, showOwn, showThanks, showTooLate, showUnknownLink } from './pages.js'
import { findSignature, hasPublishedReply } from './queries.js'
import { phraseOf } from './recipients.js'
import { findRememberedSigner, forgetDevice, rememberDevice } from './remembered.js'
import { unsealSigner } from './signer.js'
import { withdrawSignature } from './withdraw.js'

type OwnRequest = FastifyRequest<{ Params: { token: string } }>
type Found = Omit<OwnSignaturePage, 'saved' | 'comment' | 'errors'> & { keys: Keys }

export function ownRoutes(app: FastifyInstance, site: Site, confirming: Confirming): void {
  const { db, clock, config, limits } = site

  app.get('/signatures/:token', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    const saved = (request.query as { saved?: string }).saved !== undefined
    return reply.send(await showOwn(reply, { ...own, saved }))
  })

  // Where an answer to a form is reloaded, or read in the other language.
  for (const act of ['confirmation', 'consents', 'consents/withdrawal', 'device', 'withdrawal', 'objection'])
    app.get(`/signatures/:token/${act}`, async (request: OwnRequest, reply) =>
      reply.seeOther(`/signatures/${encodeURIComponent(request.params.token)}`),
    )

  app.post('/signatures/:token/confirmation', async (request: OwnRequest, reply) => {
    await limits.takeFrom('confirm', request)
    const { token } = request.params
    const whose = await readToken(site, 'signature', token)
    if (!whose) return sendUnknownLink(site, reply)

    switch (await confirming.confirm({ petitionId: whose.petitionId, signatureId: whose.subjectId })) {
      case 'confirmed':
        noteConfirmation(site, whose.petitionId, whose.subjectId)
        return reply.seeOther(`/signatures/${token}/thanks`)
      case 'not-pending':
        return reply.seeOther(`/signatures/${token}`)
      case 'too-late': {
        const own = await findOwn(request)
        if (!own) return sendUnknownLink(site, reply)
        const graceHours = CONFIRMATION_GRACE_HOURS
        return reply.code(410).send(await showTooLate(reply, { petition: own.petition, graceHours }))
      }
    }
  })

  app.get('/signatures/:token/thanks', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    const { token, petition, signature } = own
    if (signature.state !== 'confirmed') return reply.seeOther(`/signatures/${token}`)
    const isRemembered = (await findRememberedSigner(site, request)) !== undefined
    const url = `${config.publicUrl}/petitions/${petition.slug}`
    const { number, updates } = signature
    const elsewhere = tellElsewhere(translatorFor(request.reader.locale), petition)
    return reply.send(
      await showThanks(reply, {
        token,
        petition,
        number: number ?? 0,
        updates,
        isRemembered,
        elsewhere,
        url,
      }),
    )
  })

  app.post('/signatures/:token/updates', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    if (isTicked(request.body, 'updates')) await allow(readerOf(request), own.keys, whoseOf(own), 'updates')
    return reply.seeOther(`/signatures/${own.token}/thanks`)
  })

  app.post('/signatures/:token/device', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    const { token, signature, signer } = own
    // Only a confirmation shows that the address is this person's.
    if (signer && signature.state === 'confirmed' && isTicked(request.body, 'remember')) {
      const { country, postcode } = signature
      await rememberDevice(site, reply, { ...signer, country, postcode })
    }
    return reply.seeOther(`/signatures/${token}/thanks`)
  })

  app.post('/signatures/:token/consents', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    const comment = paragraphs(request.body, 'comment')
    const updates = isTicked(request.body, 'updates')
    const showName = isTicked(request.body, 'show_name')
    const campaignerNews = isTicked(request.body, 'campaigner_news')
    // No name is given away because a form did not have this box, and no reservation taken back.
    const isAsked = text(request.body, 'offered') === 'withhold_name'
    const nameWithheld = isAsked ? isTicked(request.body, 'withhold_name') : own.signature.nameWithheld
    const reservation = isAsked ? isTicked(request.body, 'reservation') : own.signature.reservation

    const fault = findCommentFault(comment)
    if (fault && own.signature.state === 'confirmed') {
      const shownName = showName ? own.signer!.name : null
      const signature = { ...own.signature, updates, campaignerNews, nameWithheld, reservation, shownName }
      const errors = tellFaults(translatorFor(request.reader.locale).t, { comment: fault })
      return reply.code(422).send(await showOwn(reply, { ...own, signature, comment, errors }))
    }
    const consents = { updates, showName, campaignerNews, nameWithheld, comment, reservation }
    if (!fault) await changeConsents(readerOf(request), own.keys, whoseOf(own), consents)
    return reply.seeOther(`/signatures/${own.token}?saved`)
  })

  app.post('/signatures/:token/consents/withdrawal', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    const kind = OPTIONAL_CONSENTS.find((one) => one === text(request.body, 'kind'))
    if (kind) await disallow(readerOf(request), own.keys, whoseOf(own), kind)
    return reply.seeOther(`/signatures/${own.token}?saved`)
  })

  app.post('/signatures/:token/withdrawal', async (request: OwnRequest, reply) => {
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    await withdrawSignature(site, whoseOf(own))
    return reply.seeOther(`/signatures/${own.token}`)
  })

  app.post('/signatures/:token/objection', async (request: OwnRequest, reply) => {
    await limits.takeFrom('confirm', request)
    const own = await findOwn(request)
    if (!own) return sendUnknownLink(site, reply)
    await objectToCheck(site, whoseOf(own))
    return reply.seeOther(`/signatures/${own.token}`)
  })

  app.post('/device/forgotten', async (request, reply) => {
    forgetDevice(site, reply)
    const asked = text(request.body, 'return')
    // Only ever to a petition of this site: an open redirect is a gift to who sends false mails.
    return reply.seeOther(/^\/petitions\/[\w-]+$/.test(asked) ? asked : '/')
  })

  /** Whoever agrees does so in the words of the language they read. */
  function readerOf(request: OwnRequest) {
    return { db, clock, locale: request.reader.locale }
  }

  /** @returns undefined for a token that is forged or cut short, and for a signature that expired. */
  async function findOwn(request: OwnRequest): Promise<Found | undefined> {
    const { token } = request.params
    const whose = await readToken(site, 'signature', token)
    if (!whose) return undefined
    const { petitionId, subjectId: signatureId, keys } = whose
    const found = await findSignature(db, { petitionId, signatureId })
    if (!found || found.signature.state === 'expired') return undefined

    const { signature, petition } = found
    const [kept, isAnswered, makers] = await Promise.all([
      listConsents(db, [{ petitionId, signatureId }]),
      hasPublishedReply(db, petitionId),
      listDecisionMakers(db, petitionId),
    ])
    const country = countryName(signature.country, request.reader.locale)
    return {
      token,
      keys,
      signature,
      petition,
      signer: unsealSigner(keys, signature),
      place: signature.postcode ? `${country}, ${signature.postcode}` : country,
      isOpen: isOpenForSigning(petition, clock.now(), config.timeZone),
      kept,
      isAnswered,
      ...phraseOf(
        request.reader.locale,
        makers.map((maker) => maker.name),
      ),
    }
  }
}

function whoseOf({ signature }: Found) {
  return { petitionId: signature.petitionId, signatureId: signature.id }
}

async function sendUnknownLink(site: Site, reply: FastifyReply) {
  const { token } = reply.request.params as { token: string }
  if (await sendWhenDestroyed(site.db, reply, token)) return reply
  return reply.code(404).send(await showUnknownLink(reply))
}
