/** Choosing signatures and setting them aside, restoring and removing them. The count comes first, always. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../accounts/accounts.js'
import type { Petition, Quarantine } from '../database/tables.js'
import { findAlert } from '../detection/alerts.js'
import { beginNameSearch, findNameSearch } from '../detection/name-search.js'
import { translatorFor } from '../i18n/translate.js'
import { findPetition, getPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, line, readId, tellFaults } from '../web/form.js'
import type { Site } from '../web/site.js'
import { isEmpty } from './condition.js'
import { decideFurther, type FurtherOutcome, setAside } from './decide.js'
import { readAsked, readDecision, readPattern, readTyped, type TypedDecision } from './form.js'
import { type ChoosePage, showChoose, showFurther, showQuarantine, showQuarantines } from './pages.js'
import {
  countFor,
  findQuarantine,
  listActs,
  listCountries,
  listQuarantines,
  listTopGroups,
} from './queries.js'
import { showMeant } from './sample.js'

type Request = FastifyRequest<{ Params: { id: string } }>
/** Named as the addresses are: a new act is a new noun. */
const FURTHER = { removal: 'removed', restoration: 'restored' } as const

export function deskRoutes(desk: FastifyInstance, site: Site): void {
  const { db, config } = site

  desk.get('/quarantines', async (request, reply) => {
    const asked = readId(line(request.query, 'petition'))
    const petition = asked === undefined ? undefined : await findPetition(db, asked)
    const quarantines = await listQuarantines(db, { petitionId: petition?.id })
    return reply.send(await showQuarantines(reply, { petition, quarantines }))
  })

  desk.get('/petitions/:id/quarantines/new', async (request: Request, reply) => {
    const petition = await findSigned(request)
    if (!petition) return sendErrorPage(request, reply, 404)
    return sendChoose(request, reply, petition)
  })

  // Where a form that came back stands in the address bar.
  for (const path of ['quarantines', 'name-searches'])
    desk.get(`/petitions/:id/${path}`, (request: Request, reply) =>
      reply.seeOther(`/desk/petitions/${readId(request.params.id) ?? ''}/quarantines/new`),
    )

  desk.post('/petitions/:id/name-searches', async (request: Request, reply) => {
    const petition = await findSigned(request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const { pattern, faults } = readPattern(request.body)
    if (faults.pattern) return sendChoose(request, reply.code(422), petition, { pattern, faults })
    const search = await beginNameSearch(site, { petitionId: petition.id, pattern }, request.moderator)
    return reply.seeOther(`/desk/petitions/${petition.id}/quarantines/new?names=${search}`)
  })

  desk.post('/petitions/:id/quarantines', async (request: Request, reply) => {
    const petition = await findSigned(request)
    if (!petition) return sendErrorPage(request, reply, 404)
    const { condition, typed, faults } = readDecision('set-aside', request.body)
    if (Object.keys(faults).length > 0)
      return sendChoose(request, reply.code(422), petition, { decision: typed, faults })
    const alertId = readId(line(request.body, 'alert'))
    const alert = alertId === undefined ? undefined : await findAlert(db, alertId)
    const about = { petitionId: petition.id, alert: alert?.petitionId === petition.id ? alert : undefined }
    const upToId = readId(line(request.body, 'upto'))
    const made = await setAside(site, about, request.moderator, { condition, ...typed, upToId })
    if (made === 'nothing') return sendChoose(request, reply.code(409), petition, { isLate: true })
    return reply.seeOther(`/desk/quarantines/${made}`)
  })

  desk.get('/quarantines/:id', async (request: Request, reply) => {
    const quarantine = await findAsked(request)
    if (!quarantine) return sendErrorPage(request, reply, 404)
    return sendQuarantine(request, reply, quarantine)
  })

  for (const [path, act] of Object.entries(FURTHER)) {
    desk.get(`/quarantines/:id/${path}`, async (request: Request, reply) => {
      const quarantine = await findAsked(request)
      if (!quarantine) return sendErrorPage(request, reply, 404)
      return sendFurther(request, reply, quarantine, path as keyof typeof FURTHER)
    })

    desk.post(`/quarantines/:id/${path}`, async (request: Request, reply) => {
      const quarantine = await findAsked(request)
      if (!quarantine) return sendErrorPage(request, reply, 404)
      const { condition, typed, faults } = readDecision(act, request.body)
      if (Object.keys(faults).length > 0)
        return sendFurther(request, reply.code(422), quarantine, path as keyof typeof FURTHER, {
          decision: typed,
          faults,
        })
      const seen = readId(line(request.body, 'seen')) ?? 0
      const decision = { condition, ...typed, seen }
      const outcome = await decideFurther(site, quarantine, act, request.moderator, decision)
      if (outcome === 'decided') return reply.seeOther(`/desk/quarantines/${quarantine.id}`)
      return sendQuarantine(request, reply.code(409), quarantine, outcome)
    })
  }

  /** What nobody could sign yet has no signatures. */
  async function findSigned(request: Request): Promise<Petition | undefined> {
    const id = readId(request.params.id)
    const petition = id === undefined ? undefined : await findPetition(db, id)
    return petition && ['draft', 'submitted', 'rejected'].includes(petition.state) ? undefined : petition
  }

  async function findAsked(request: Request): Promise<Quarantine | undefined> {
    const id = readId(request.params.id)
    return id === undefined ? undefined : findQuarantine(db, id)
  }

  async function sendChoose(
    request: Request,
    reply: FastifyReply,
    petition: Petition,
    returned: { decision?: TypedDecision; pattern?: string; isLate?: boolean; faults?: Faults } = {},
  ) {
    const petitionId = petition.id
    const keys = await site.keyring.findPetitionKeys(db, petitionId)
    const fields = request.method === 'GET' ? request.query : request.body
    const typed = keys
      ? readTyped(request.method === 'GET' ? request.query : {}, keys)
      : { typed: { domain_typed: '', network_typed: '' }, found: {}, faults: {} }
    const condition = { ...readAsked(fields), ...typed.found }
    const search = condition.names ? await findNameSearch(db, Number(condition.names)) : undefined
    // Another petition's search finds nothing here.
    if (search?.petitionId !== petitionId) delete condition.names
    const isReady = !isEmpty(condition) && search?.state !== 'due' && Object.keys(typed.faults).length === 0
    const [groups, countries] = await Promise.all([
      listTopGroups(db, petitionId),
      listCountries(db, petitionId),
    ])
    const { t } = translatorFor(request.reader.locale)
    const page: ChoosePage = {
      petition,
      condition,
      typed: typed.typed,
      groups,
      countries,
      search: search?.petitionId === petitionId ? search : undefined,
      shown: isReady
        ? await showMeant(site, { petitionId, act: 'set-aside', condition }, request.moderator)
        : undefined,
      alertId: readId(line(fields, 'alert')),
      decision: returned.decision,
      pattern: returned.pattern ?? '',
      isLate: returned.isLate ?? false,
      errors: tellFaults(t, { ...typed.faults, ...returned.faults }),
    }
    return reply.send(await showChoose(reply, page))
  }

  async function sendQuarantine(
    request: Request,
    reply: FastifyReply,
    quarantine: Quarantine,
    late?: Exclude<FurtherOutcome, 'decided'>,
  ) {
    const { id: quarantineId, petitionId } = quarantine
    const left = { petitionId, quarantineId, condition: {} }
    const objected = { ...left, act: 'restored', condition: { objected: 'on' } } as const
    const [petition, acts, objections, shown, countries] = await Promise.all([
      getPetition(db, petitionId),
      listActs(db, quarantineId),
      countFor(db, config.timeZone, objected),
      showMeant(site, { ...left, act: 'removed' }, request.moderator),
      listCountries(db, petitionId),
    ])
    const named = await Promise.all(
      acts.map(async ({ accountName, emailSealed, ...act }) => ({
        ...act,
        who: accountName ?? (emailSealed ? await addressOf(site, { emailSealed }) : undefined),
      })),
    )
    return reply.send(
      await showQuarantine(reply, {
        quarantine,
        petition,
        acts: named,
        shown,
        objections: objections.counted + objections.uncounted,
        countries,
        late,
      }),
    )
  }

  async function sendFurther(
    request: Request,
    reply: FastifyReply,
    quarantine: Quarantine,
    path: keyof typeof FURTHER,
    returned: { decision?: TypedDecision; faults?: Faults } = {},
  ) {
    const { id: quarantineId, petitionId } = quarantine
    const act = FURTHER[path]
    const condition = readAsked(request.method === 'GET' ? request.query : request.body)
    const [petition, acts, shown] = await Promise.all([
      getPetition(db, petitionId),
      listActs(db, quarantineId),
      showMeant(site, { petitionId, quarantineId, act, condition }, request.moderator),
    ])
    const { t } = translatorFor(request.reader.locale)
    const page = {
      quarantine,
      petition,
      path,
      act,
      condition,
      seen: acts.at(-1)!.id,
      shown,
      decision: returned.decision,
      errors: tellFaults(t, returned.faults ?? {}),
    }
    return reply.send(await showFurther(reply, page))
  }
}
