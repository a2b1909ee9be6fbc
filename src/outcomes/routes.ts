/** The register of promises: public, and where each party says what became of them. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOnPages } from '../accounts/roles.js'
import { findSessionAccount } from '../accounts/sessions.js'
import { findOwnPetition } from '../campaigners/queries.js'
import type { OutcomeParty } from '../database/tables.js'
import { admitReader } from '../decision-makers/gate.js'
import { translatorFor } from '../i18n/translate.js'
import { guardDesk } from '../moderation/gate.js'
import type { Moderator } from '../moderation/record.js'
import { OPEN_DATA_HEADERS } from '../petitions/open-data.js'
import { findPetition, listDecisionMakers } from '../petitions/queries.js'
import { getShown } from '../petitions/shown.js'
import { PUBLIC_STATES } from '../petitions/states.js'
import { sendErrorPage } from '../web/errors.js'
import { line } from '../web/form.js'
import { keepPrivate } from '../web/private-page.js'
import type { Site } from '../web/site.js'
import { readDispute, readPromise, readSaid } from './form.js'
import { toOpenOutcome } from './open-data.js'
import { type KeepPage, showKeep, showRegister } from './pages.js'
import { listOutcomes, listRegister } from './queries.js'
import { dispute, reportPromise, sayOutcome, todayOf } from './say.js'
import { showOutcomes } from './standing.js'

/** Who writes, and in which petition's part of the register. */
interface Keeper extends Pick<KeepPage, 'petition' | 'as' | 'place' | 'back'> {
  petitionId: number
  decisionMakerId?: number
  moderator?: Moderator
}

type Admit = (request: FastifyRequest, reply: FastifyReply) => Promise<Keeper | undefined>

const DONE = ['added', 'said', 'disputed'] as const

export function outcomeRoutes(app: FastifyInstance, site: Site): void {
  const { db, config, pages } = site

  app.get('/outcomes', (request, reply) =>
    pages.send(request, reply, async () => {
      const before = readBefore(request)
      const { outcomes, next } = await listRegister(site.replica, { before })
      return showRegister(reply, {
        outcomes: showOutcomes(outcomes, todayOf(site)),
        next: next === undefined ? undefined : `/outcomes?before=${next}`,
        isFirst: before === undefined,
      })
    }),
  )

  const sendJson = (request: FastifyRequest, reply: FastifyReply) =>
    pages.send(request, reply, async () => {
      const { outcomes, next } = await listRegister(site.replica, { before: readBefore(request) })
      reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
      const today = todayOf(site)
      return JSON.stringify({
        data: outcomes.map((outcome) => toOpenOutcome(config, outcome, today)),
        links: { next: next === undefined ? null : `${config.publicUrl}/outcomes.json?before=${next}` },
      })
    })
  app.get('/outcomes.json', sendJson)
  app.get('/api/v1/outcomes', sendJson)

  app.get('/petitions/:slug/outcomes.json', (request, reply) =>
    pages.send(request, reply, async () => {
      const petition = await getShown(site, request as never)
      reply.headers(OPEN_DATA_HEADERS).type('application/json; charset=utf-8')
      const today = todayOf(site)
      const outcomes = await listOutcomes(site.replica, petition.id)
      return JSON.stringify({ data: outcomes.map((outcome) => toOpenOutcome(config, outcome, today)) })
    }),
  )

  keeperRoutes(app, '/dossiers/:token/outcomes', async (request, reply) => {
    const reader = await admitReader(site, request, reply)
    if (!reader) return undefined
    const { maker, petition, place } = reader
    if (maker.state !== 'active') {
      await reply.seeOther(place)
      return undefined
    }
    const back = { href: place, label: say(request, 'outcomes.back.dossier') }
    return {
      petition,
      petitionId: petition.id,
      decisionMakerId: maker.id,
      as: 'decision-maker',
      place: `${place}/outcomes`,
      back,
    }
  })

  keeperRoutes(app, '/account/petitions/:slug/outcomes', async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const account = await findSessionAccount(site, request)
    const place = `/account/petitions/${encodeURIComponent(slug)}`
    if (!account) {
      await reply.seeOther(`/account/sign-in?return=${encodeURIComponent(`${place}/outcomes`)}`)
      return undefined
    }
    reply.account = accountOnPages(account)
    const petition = await findOwnPetition(db, account.id, slug)
    if (!petition || !PUBLIC_STATES.includes(petition.state)) {
      await sendErrorPage(request, reply, 404)
      return undefined
    }
    const back = { href: place, label: say(request, 'outcomes.back.studio') }
    return { petition, petitionId: petition.id, as: 'campaigner', place: `${place}/outcomes`, back }
  })

  app.register(
    async (desk) => {
      guardDesk(desk, site)
      keeperRoutes(desk, '/petitions/:id/outcomes', async (request, reply) => {
        const { id } = request.params as { id: string }
        const petition = /^\d{1,15}$/.test(id) ? await findPetition(db, Number(id)) : undefined
        if (!petition || !PUBLIC_STATES.includes(petition.state)) {
          await sendErrorPage(request, reply, 404)
          return undefined
        }
        const place = `/desk/petitions/${petition.id}`
        const back = { href: place, label: say(request, 'outcomes.back.desk') }
        const { moderator } = request
        return {
          petition,
          petitionId: petition.id,
          as: 'moderator',
          place: `${place}/outcomes`,
          back,
          moderator,
        }
      })
    },
    { prefix: '/desk' },
  )

  /** The page and its forms, at one address for each of those who may write. */
  function keeperRoutes(scope: FastifyInstance, address: string, admit: Admit): void {
    scope.get(address, async (request, reply) => {
      keepPrivate(reply)
      const keeper = await admit(request, reply)
      return keeper ? send(reply, keeper) : reply
    })

    for (const noun of ['promises', 'answers', 'disputes'])
      scope.get(`${address}/${noun}`, async (request, reply) => {
        const keeper = await admit(request, reply)
        return keeper ? reply.seeOther(keeper.place) : reply
      })

    scope.post(`${address}/answers`, async (request, reply) => {
      keepPrivate(reply)
      const keeper = await admit(request, reply)
      if (!keeper) return reply
      await site.limits.takeFrom('reply', request)
      const { values, answer, faults } = readSaid(request.body)
      if (!answer) return send(reply.code(422), keeper, { answer: { values, faults } })
      const outcome = await sayOutcome(site, { ...keeper, id: values.outcome }, byOf(keeper), answer)
      if (outcome === 'unknown') return sendErrorPage(request, reply, 404)
      return reply.seeOther(`${keeper.place}?done=said#outcome-${values.outcome}`)
    })

    scope.post(`${address}/promises`, async (request, reply) => {
      keepPrivate(reply)
      const keeper = await admit(request, reply)
      if (!keeper) return reply
      const { as, petitionId: id } = keeper
      // Decision-makers promise in a reply, which a moderator checks.
      if (as === 'decision-maker') return sendErrorPage(request, reply, 404)
      await site.limits.takeFrom('reply', request)
      const { values, promise, faults } = readPromise(request.body, todayOf(site))
      if (Object.keys(faults).length > 0)
        return send(reply.code(422), keeper, { promise: { values, faults } })
      const by = { by: as, ...(keeper.moderator ? { moderator: keeper.moderator } : {}) }
      switch (await reportPromise(site, { id }, by, promise)) {
        case 'added':
        case 'added-before':
          return reply.seeOther(`${keeper.place}?done=added`)
        case 'unknown':
          return send(reply.code(422), keeper, {
            promise: { values, faults: { maker: { key: 'outcomes.form.maker.missing' } } },
          })
        case 'too-many':
          return send(reply.code(422), keeper, {
            promise: { values, faults: { promise: { key: 'outcomes.form.tooMany' } } },
          })
      }
    })

    scope.post(`${address}/disputes`, async (request, reply) => {
      keepPrivate(reply)
      const keeper = await admit(request, reply)
      if (!keeper) return reply
      const { moderator, petitionId } = keeper
      if (!moderator) return sendErrorPage(request, reply, 404)
      const doubt = readDispute(request.body)
      if (Object.keys(doubt.faults).length > 0) return send(reply.code(422), keeper, { dispute: doubt })
      const { outcome: id, answer: answerId, note } = doubt
      const done = await dispute(site, { id, petitionId, answerId }, moderator, note)
      return reply.seeOther(`${keeper.place}${done === 'disputed' ? '?done=disputed' : ''}`)
    })
  }

  async function send(
    reply: FastifyReply,
    { petitionId, decisionMakerId, ...keeper }: Keeper,
    more: Pick<KeepPage, 'promise' | 'answer' | 'dispute'> = {},
  ): Promise<FastifyReply> {
    const today = todayOf(site)
    const [all, makers] = await Promise.all([
      listOutcomes(db, petitionId),
      listDecisionMakers(db, petitionId),
    ])
    const own =
      decisionMakerId === undefined ? all : all.filter((one) => one.decisionMakerId === decisionMakerId)
    const done = DONE.find((one) => one === line(reply.request.query, 'done'))
    const outcomes = showOutcomes(own, today)
    return reply.send(await showKeep(reply, { ...keeper, ...more, makers, outcomes, today, done }))
  }
}

function byOf({ as, moderator }: Keeper): { by: OutcomeParty; moderator?: Moderator } {
  return { by: as, ...(moderator ? { moderator } : {}) }
}

function say(request: FastifyRequest, key: `outcomes.back.${'dossier' | 'studio' | 'desk'}`): string {
  return translatorFor(request.reader.locale).t(key)
}

function readBefore(request: FastifyRequest): number | undefined {
  const before = line(request.query, 'before')
  return /^\d{1,15}$/.test(before) ? Number(before) : undefined
}
