/**
 * The campaigner delivers the petition, or says when it is delivered by itself; fetches the receipts; and has a
 * recipient's link sent again, which they do not see. They may also give the recipients a contact of their own.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Petition } from '../database/tables.js'
import { deliverPetition, planDelivery } from '../decision-makers/deliver.js'
import { listDeliveries } from '../decision-makers/deliveries.js'
import { sendLink } from '../decision-makers/links.js'
import { RECEIPT, writeReceipt } from '../decision-makers/receipt.js'
import { translatorFor } from '../i18n/translate.js'
import { openSigner } from '../keys/signing.js'
import { keepCampaignerContact, unsealCampaignerContact } from '../petitions/campaigner-contact.js'
import { listDecisionMakers } from '../petitions/queries.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { CONTACT_LENGTH, readContactForm } from './contact-form.js'
import { LEAST_DELIVERED, readDeliveryForm } from './delivery-form.js'
import { DELIVERY_DEEDS, type DeliveryPage, showDelivery } from './delivery-pages.js'
import { ownPetition } from './routes.js'

type OfPetition = { Params: { slug: string } }
type OfMaker = { Params: { slug: string; maker: string } }
type OfDelivery = { Params: { slug: string; delivery: string } }

export function campaignerDeliveryRoutes(app: FastifyInstance, site: Site): void {
  app.get<OfPetition>('/account/petitions/:slug/delivery', async (request, reply) => {
    const petition = await findDeliverable(request, reply)
    if (!petition) return reply
    const done = DELIVERY_DEEDS.find((deed) => deed === line(request.query, 'done'))
    return sendDelivery(request, reply, petition, { done })
  })

  app.post<OfPetition>('/account/petitions/:slug/delivery', async (request, reply) => {
    const petition = await findDeliverable(request, reply)
    if (!petition) return reply
    const { isNow, values, byTerritory, plan, faults } = readDeliveryForm(request.body)
    if (Object.keys(faults).length > 0)
      return sendDelivery(request, reply.code(422), petition, {
        faults,
        byTerritory,
        ...(isNow ? {} : { values }),
      })
    const place = `/account/petitions/${petition.slug}/delivery`
    if (plan) {
      await planDelivery(site, petition, plan)
      return reply.seeOther(`${place}?done=planned`)
    }
    const outcome = await deliverPetition(site, petition, 'campaigner', { byTerritory })
    if (outcome === 'nothing-to-deliver')
      return sendDelivery(request, reply.code(422), petition, {
        faults: { confirmed: { key: 'deliveries.now.nothing' } },
        byTerritory,
      })
    return reply.seeOther(`${place}?done=${outcome}`)
  })

  app.post<OfPetition>('/account/petitions/:slug/contact', async (request, reply) => {
    const petition = await findDeliverable(request, reply)
    if (!petition) return reply
    const { contact, faults } = readContactForm(request.body)
    if (Object.keys(faults).length > 0)
      return sendDelivery(request, reply.code(422), petition, { faults, contact })
    const outcome = await keepCampaignerContact(site, petition.id, contact)
    // The page has no form for it any more, and says why.
    const done = outcome === 'too-late' ? '' : `?done=contact-${outcome}`
    return reply.seeOther(`/account/petitions/${petition.slug}/delivery${done}`)
  })

  // Where the form with faults was shown: read again, or in the other language, it is the page.
  app.get<OfPetition>('/account/petitions/:slug/contact', (request, reply) =>
    reply.seeOther(`/account/petitions/${encodeURIComponent(request.params.slug)}/delivery`),
  )

  app.get<OfDelivery>(`/account/petitions/:slug/deliveries/:delivery/${RECEIPT}`, async (request, reply) => {
    const receipt = await findReceipt(request, reply)
    if (!receipt) return reply
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${receipt.name}.json"`)
      .send(receipt.file)
  })

  app.get<OfDelivery>(
    `/account/petitions/:slug/deliveries/:delivery/${RECEIPT}.sig`,
    async (request, reply) => {
      const receipt = await findReceipt(request, reply)
      if (!receipt) return reply
      const signer = await openSigner(site)
      return reply
        .type('application/octet-stream')
        .header('clameur-key', signer.keyId)
        .header('content-disposition', `attachment; filename="${receipt.name}.json.sig"`)
        .send(signer.sign(receipt.file))
    },
  )

  app.post<OfMaker>('/account/petitions/:slug/decision-makers/:maker/links', async (request, reply) => {
    const petition = await findDeliverable(request, reply)
    if (!petition) return reply
    const makers = await listDecisionMakers(site.db, petition.id)
    const maker = makers.find(({ id }) => String(id) === request.params.maker)
    if (!maker) return sendErrorPage(request, reply, 404)
    const outcome = maker.toldAt ? await sendLink(site, { maker }, 'campaigner') : 'wants-no-mail'
    const done = outcome === 'sent' ? 'link-sent' : 'link-not-sent'
    return reply.seeOther(`/account/petitions/${petition.slug}?done=${done}`)
  })

  app.get<OfMaker>('/account/petitions/:slug/decision-makers/:maker/links', (request, reply) =>
    reply.seeOther(`/account/petitions/${encodeURIComponent(request.params.slug)}`),
  )

  async function findReceipt(request: FastifyRequest<OfDelivery>, reply: FastifyReply) {
    const own = await ownPetition(site, request, reply)
    if (!own) return undefined
    const { petition } = own
    const delivery = (await listDeliveries(site.db, petition.id)).find(
      ({ id }) => String(id) === request.params.delivery,
    )
    const file = delivery && (await writeReceipt(site, { delivery, maker: delivery, petition }))
    if (file) return { file, name: `${petition.slug}-receipt-${delivery.id}` }
    await sendErrorPage(request, reply, 404)
    return undefined
  }

  /** Nothing is delivered that is not public. */
  async function findDeliverable(
    request: FastifyRequest<OfPetition>,
    reply: FastifyReply,
  ): Promise<Petition | undefined> {
    const own = await ownPetition(site, request, reply)
    if (!own || PUBLIC_STATES.includes(own.petition.state)) return own?.petition
    await sendErrorPage(request, reply, 404)
    return undefined
  }

  async function sendDelivery(
    request: FastifyRequest,
    reply: FastifyReply,
    petition: Petition,
    {
      faults = {},
      values,
      byTerritory = petition.deliverByTerritory,
      contact,
      done,
    }: {
      faults?: Faults
      values?: DeliveryPage['values']
      byTerritory?: boolean
      /** As it was typed, to be mended. */
      contact?: string
      done?: DeliveryPage['done']
    },
  ): Promise<FastifyReply> {
    const [delivered, makers, keys] = await Promise.all([
      listDeliveries(site.db, petition.id),
      listDecisionMakers(site.db, petition.id),
      site.keyring.findPetitionKeys(site.db, petition.id),
    ])
    // Whom it was addressed to since can still be handed it.
    const isOwed = makers.some(
      ({ id, state, emailSealed }) =>
        state === 'active' && emailSealed && !delivered.some(({ decisionMakerId }) => decisionMakerId === id),
    )
    const page: DeliveryPage = {
      petition,
      isDelivered: delivered.length > 0 && !isOwed,
      values: values ?? { when: petition.deliverWhen, at: String(petition.deliverAt ?? petition.goal) },
      byTerritory,
      least: LEAST_DELIVERED,
      contact: keys && (contact ?? unsealCampaignerContact(keys, petition) ?? ''),
      longestContact: CONTACT_LENGTH,
      errors: tellFaults(translatorFor(request.reader.locale).t, faults),
      done,
    }
    return reply.send(await showDelivery(reply, page))
  }
}
