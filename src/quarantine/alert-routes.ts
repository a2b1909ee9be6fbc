/** Alerts: what a rule found, with the count and the form that sets it aside. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Alert } from '../database/tables.js'
import { closeAlert, findAlert, listAlerts } from '../detection/alerts.js'
import { traitOf } from '../detection/rules.js'
import { translatorFor } from '../i18n/translate.js'
import { waitingSince } from '../moderation/waiting.js'
import { getPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, readId, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { conditionOfAlert } from './condition.js'
import { readClosing } from './form.js'

import { localMoment } from './moment.js'
import { showAlert, showAlerts } from './pages.js'
import { showMeant } from './sample.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function alertRoutes(desk: FastifyInstance, site: Site): void {
  const { db, clock } = site

  desk.get('/alerts', async (request, reply) => {
    const now = clock.now()
    const state = line(request.query, 'state') === 'closed' ? 'closed' : 'open'
    const alerts = (await listAlerts(db, state)).map((alert) => ({
      ...alert,
      waiting: waitingSince(alert.raisedAt, now),
    }))
    return reply.send(await showAlerts(reply, { state, alerts }))
  })

  desk.get('/alerts/:id', async (request: Request, reply) => {
    const alert = await findAsked(request)
    if (!alert) return sendErrorPage(request, reply, 404)
    return sendAlert(request, reply, alert)
  })

  // Where a form that came back stands in the address bar.
  desk.get('/alerts/:id/closing', (request: Request, reply) =>
    reply.seeOther(`/desk/alerts/${readId(request.params.id) ?? ''}`),
  )

  desk.post('/alerts/:id/closing', async (request: Request, reply) => {
    const alert = await findAsked(request)
    if (!alert) return sendErrorPage(request, reply, 404)
    const { note, faults } = readClosing(request.body)
    if (faults.note) return sendAlert(request, reply.code(422), alert, { note, faults })
    if (await closeAlert(site, alert, request.moderator, note)) return reply.seeOther('/desk/alerts')
    return sendAlert(request, reply.code(409), (await findAlert(db, alert.id))!)
  })

  async function findAsked(request: Request): Promise<Alert | undefined> {
    const id = readId(request.params.id)
    return id === undefined ? undefined : findAlert(db, id)
  }

  async function sendAlert(
    request: Request,
    reply: FastifyReply,
    alert: Alert,
    returned?: { note: string; faults: Faults },
  ) {
    const { petitionId } = alert
    const trait = traitOf(alert.rule)
    const from = localMoment(alert.firstAt, site.config.timeZone)
    const condition = conditionOfAlert({ ...alert, trait, from })
    const { t } = translatorFor(request.reader.locale)
    const page = {
      alert,
      petition: await getPetition(db, petitionId),
      condition,
      shown: await showMeant(site, { petitionId, act: 'set-aside', condition }, request.moderator),
      note: returned?.note ?? '',
      errors: tellFaults(t, returned?.faults ?? {}),
    }
    return reply.send(await showAlert(reply, page))
  }
}
