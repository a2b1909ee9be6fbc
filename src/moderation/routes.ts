import type { FastifyInstance } from 'fastify'
import { findPetition } from '../petitions/queries.js'
import { sendErrorPage } from '../web/errors.js'
import { line } from '../web/form.js'
import type { Site } from '../web/site.js'
import { readId } from './form.js'
import { guardDesk } from './gate.js'
import { showList, showLog, showQueue } from './pages.js'
import { petitionRoutes } from './petition-routes.js'
import {
  countDesk,
  isListedState,
  LIST_PAGE,
  LOG_PAGE,
  listLog,
  listPetitions,
  listWaitingPetitions,
  listWaitingReplies,
} from './queries.js'
import { nameEntries } from './read-petition.js'
import { replyRoutes } from './reply-routes.js'
import { overdueSince, waitingSince } from './waiting.js'

/** Every address under `/desk` is for moderators: what is added here cannot forget to ask. */
export function moderationRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      queueRoutes(desk, site)
      petitionRoutes(desk, site)
      replyRoutes(desk, site)
    },
    { prefix: '/desk' },
  )
}

function queueRoutes(desk: FastifyInstance, site: Site): void {
  desk.get('/', async (_request, reply) => {
    const { db, clock } = site
    const now = clock.now()
    const [counts, petitions, replies] = await Promise.all([
      countDesk(db, overdueSince(now)),
      listWaitingPetitions(db),
      listWaitingReplies(db),
    ])
    const wait = <Row extends { submittedAt: Date }>(row: Row) => ({
      ...row,
      waiting: waitingSince(row.submittedAt, now),
    })
    const data = { counts, petitions: petitions.map(wait), replies: replies.map(wait) }
    return reply.send(await showQueue(reply, data))
  })

  desk.get('/petitions', async (request, reply) => {
    const { query } = request
    const words = line(query, 'q').slice(0, 200)
    const asked = line(query, 'state')
    const state = isListedState(asked) ? asked : undefined
    const rows = await listPetitions(site.db, { words, state, before: readId(line(query, 'before')) })
    const petitions = rows.slice(0, LIST_PAGE)
    const next = new URLSearchParams({ q: words, state: state ?? '', before: `${petitions.at(-1)?.id}` })
    const nextHref = rows.length > LIST_PAGE ? `/desk/petitions?${next}` : undefined
    return reply.send(await showList(reply, { words, state, petitions, nextHref }))
  })

  desk.get('/log', async (request, reply) => {
    const { query } = request
    const petitionId = readId(line(query, 'petition'))
    const before = readId(line(query, 'before'))
    const about = petitionId === undefined ? undefined : await findPetition(site.db, petitionId)
    if (petitionId !== undefined && !about) return sendErrorPage(request, reply, 404)

    const rows = await listLog(site.db, { petitionId, before })
    const entries = await nameEntries(site, rows.slice(0, LOG_PAGE))
    const newest = about ? `/desk/log?petition=${about.id}` : '/desk/log'
    const older = `${newest}${about ? '&' : '?'}before=${entries.at(-1)?.id}`
    const page = {
      about,
      entries,
      newestHref: before === undefined ? undefined : newest,
      olderHref: rows.length > LOG_PAGE ? older : undefined,
    }
    return reply.send(await showLog(reply, page))
  })
}
