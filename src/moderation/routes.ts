import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isAdministrator } from '../accounts/roles.js'
import type { LockedThing } from '../database/tables.js'
import { LOCALES } from '../i18n/translate.js'
import { findPetition } from '../petitions/queries.js'
import { TOPICS } from '../petitions/topics.js'
import { sendErrorPage } from '../web/errors.js'
import { type Faults, isTicked, line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import { bulkRoutes } from './bulk-routes.js'
import { countByModerator, FIGURE_DAYS, readDeskFigures } from './figures.js'
import { guardDesk } from './gate.js'
import { listLocks } from './locks.js'
import { deskSwitchRoutes } from './mail-routes.js'
import { showFigures, showList, showLog, showQueue } from './pages.js'
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
  type QueueFilter,
} from './queries.js'
import { nameEntries } from './read-petition.js'
import type { Typed } from './read-restriction.js'
import { replyRoutes } from './reply-routes.js'
import { overdueSince, waitingSince } from './waiting.js'

/** Every address under `/desk` is for moderators: what is added here cannot forget to ask. */
export function moderationRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      bulkRoutes(desk, site, queueRoutes(desk, site))
      deskSwitchRoutes(desk, site)
      petitionRoutes(desk, site)
      replyRoutes(desk, site)
    },
    { prefix: '/desk' },
  )
}

/** Sends the desk's first page, with what came back of a form about several petitions. */
export type SendQueue = (
  request: FastifyRequest,
  reply: FastifyReply,
  returned?: { typed?: Typed; faults: Faults; ticked?: number[] },
) => Promise<FastifyReply>

function queueRoutes(desk: FastifyInstance, site: Site): SendQueue {
  const sendQueue: SendQueue = async (request, reply, returned) => {
    const { db, clock } = site
    const now = clock.now()
    const { query } = request
    const topics: readonly string[] = TOPICS
    const filter = {
      language: LOCALES.find((one) => one === line(query, 'language')),
      topic: topics.find((one) => one === line(query, 'topic')),
      isOverdue: line(query, 'age') === 'overdue',
      isMine: isTicked(query, 'mine'),
    }
    const sought: QueueFilter = {
      language: filter.language,
      topic: filter.topic,
      waitingSince: filter.isOverdue ? overdueSince(now) : undefined,
      takenBy: filter.isMine ? { accountId: request.moderator.id, now } : undefined,
    }
    const [counts, petitions, replies] = await Promise.all([
      countDesk(db, now),
      listWaitingPetitions(db, sought),
      listWaitingReplies(db, sought),
    ])
    const tell = async <Row extends { id: number; submittedAt: Date }>(
      thing: LockedThing,
      rows: readonly Row[],
    ) => {
      const ids = rows.map(({ id }) => id)
      const locks = await listLocks(db, thing, ids, now)
      return rows.map((row) => ({
        ...row,
        waiting: waitingSince(row.submittedAt, now),
        lock: locks.get(row.id),
      }))
    }
    const data = {
      counts,
      filter,
      petitions: await tell('petition', petitions),
      replies: await tell('reply', replies),
      reader: request.moderator.id,
      deskMails: request.moderator.deskMails,
      returned,
    }
    return reply.send(await showQueue(reply, data))
  }

  desk.get('/', (request, reply) => sendQueue(request, reply))

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

  desk.get('/figures', async (request, reply) => {
    const { db, clock } = site
    const now = clock.now()
    const since = new Date(now.getTime() - FIGURE_DAYS * 86_400_000)
    const [counts, figures, byModerator] = await Promise.all([
      countDesk(db, now),
      readDeskFigures(db, since),
      isAdministrator(request.moderator) ? countByModerator(db, since) : undefined,
    ])
    return reply.send(await showFigures(reply, { ...figures, counts, byModerator, days: FIGURE_DAYS }))
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

  return sendQueue
}
