/** What the desk sees of mails that come back, and can do about it. An address is posted, never part of a link. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.js'
import { findSuppression, standingOf } from '../mail/suppressions.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { countSuppressions, listMailDays } from './figures.js'
import { readAddressForm } from './form.js'
import { liftAddress } from './lift.js'
import { DEEDS, type MailPage, showMail } from './pages.js'
import { correctAddress, listUnreachedRecipients } from './recipients.js'

type OfRecipient = FastifyRequest<{ Params: { id: string } }>

export function deskRoutes(desk: FastifyInstance, site: Site): void {
  desk.get('/', async (request, reply) => {
    const done = DEEDS.find((deed) => deed === line(request.query, 'done'))
    return sendMail(reply, { done })
  })

  // Where a form that came back stands in the address bar.
  for (const part of ['/address', '/lifting', '/recipients/:id'])
    desk.get(part, (_request, reply) => reply.seeOther('/desk/mail'))

  desk.post('/address', async (request, reply) => {
    const { typed, address, faults } = readAddressForm(request.body)
    if (!address) return sendMail(reply.code(422), { typed, faults })
    return sendLooked(reply, address)
  })

  desk.post('/lifting', async (request, reply) => {
    const { typed, address, faults } = readAddressForm(request.body)
    if (!address) return sendMail(reply.code(422), { typed, faults })
    const suppression = await findSuppression(site, address)
    if (suppression?.kind === 'complaint' && !typed.sure)
      return sendLooked(reply.code(422), address, { faults: { sure: { key: 'bounces.lift.sure.missing' } } })
    const lifted = await liftAddress(site, request.moderator, address)
    return reply.seeOther(`/desk/mail?done=${lifted ? 'lifted' : 'late'}`)
  })

  desk.post('/recipients/:id', async (request: OfRecipient, reply) => {
    const id = readId(request.params.id)
    const recipient = (await listUnreachedRecipients(site.db)).find((one) => one.id === id)
    if (!recipient) return sendErrorPage(request, reply, 404)
    const { typed, address, faults } = readAddressForm(request.body)
    if (!address)
      return sendMail(reply.code(422), { faults, corrected: { id: recipient.id, email: typed.email } })
    const { petitionId } = recipient
    const done = await correctAddress(site, request.moderator, { id: recipient.id, petitionId, address })
    return reply.seeOther(`/desk/mail?done=${done ? 'corrected' : 'late'}`)
  })

  async function sendLooked(
    reply: FastifyReply,
    email: string,
    more: Pick<MailPage, 'faults'> = {},
  ): Promise<FastifyReply> {
    const suppression = await findSuppression(site, email)
    const standing = suppression ? standingOf(suppression, site.clock.now()) : 'open'
    return sendMail(reply, { ...more, looked: { email, suppression, standing }, typed: { email } })
  }

  async function sendMail(reply: FastifyReply, more: Partial<MailPage> = {}): Promise<FastifyReply> {
    const { db, replica, config, clock } = site
    const [days, counts, recipients] = await Promise.all([
      listMailDays(replica, { now: clock.now(), timeZone: config.timeZone }),
      countSuppressions(db),
      listUnreachedRecipients(db),
    ])
    return reply.send(await showMail(reply, { days, counts, recipients, ways: waysOf(config), ...more }))
  }
}

function waysOf({ bounces, returnPath, mailWebhooks }: Config): string[] {
  const { ses, postmark, mailgun, generic } = mailWebhooks
  return [
    returnPath && (bounces ? `${returnPath} (SMTP)` : returnPath),
    ses && 'Amazon SES',
    postmark && 'Postmark',
    mailgun && 'Mailgun',
    generic && 'Standard Webhooks',
  ].filter((way) => way !== undefined)
}
