/** Who is of the desk; reached by administrators alone. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { guardDesk } from '../moderation/gate.js'
import { sendErrorPage } from '../web/errors.js'
import { line, readId } from '../web/form.js'
import type { Site } from '../web/site.js'
import type { Refused } from './administer.js'
import { type Change, changeRole, removeFromDesk } from './change-role.js'
import { readInvitation, readRole, readSure } from './form.js'
import { invite } from './invite.js'
import { showPeople, showPerson, type Told } from './pages.js'
import { findPerson, listPeople, type Person } from './queries.js'
import { resetPasskeysOf } from './reset-passkeys.js'

type Request = FastifyRequest<{ Params: { id: string } }>

export function peopleRoutes(app: FastifyInstance, site: Site): void {
  app.register(
    async (desk) => {
      guardDesk(desk, site)
      peoplePages(desk, site)
    },
    { prefix: '/desk/people' },
  )
}

function peoplePages(desk: FastifyInstance, site: Site): void {
  desk.get('/', async (request, reply) => {
    const done = line(request.query, 'done')
    const told = done === 'invited' || done === 'removed' ? done : undefined
    return reply.send(await showPeople(reply, { people: await listPeople(site), told }))
  })

  desk.post('/', async (request, reply) => {
    const { typed, faults, values } = readInvitation(request.body)
    if (!values)
      return reply.code(422).send(await showPeople(reply, { people: await listPeople(site), typed, faults }))
    const outcome = await invite(site, request.moderator, { ...values, locale: request.reader.locale })
    if (typeof outcome === 'string') return sendRefused(reply, outcome)
    return reply.seeOther(
      'invited' in outcome ? '/desk/people?done=invited' : `/desk/people/${outcome.already}?done=already`,
    )
  })

  desk.get('/:id', async (request: Request, reply) => {
    const person = await findAsked(site, request)
    if (!person) return sendErrorPage(request, reply, 404)
    const done = line(request.query, 'done')
    const told = done === 'changed' || done === 'already' || done === 'reset' ? done : undefined
    return reply.send(await showPerson(reply, { person, told }))
  })

  // Where a form that came back stands in the address bar.
  for (const act of ['role', 'removal', 'passkey-reset'])
    desk.get(`/:id/${act}`, (request: Request, reply) =>
      reply.seeOther(`/desk/people/${readId(request.params.id) ?? ''}`),
    )

  desk.post('/:id/role', async (request: Request, reply) => {
    const person = await findAsked(site, request)
    if (!person) return sendErrorPage(request, reply, 404)
    const { role, faults } = readRole(request.body)
    if (!role) return reply.code(422).send(await showPerson(reply, { person, faults }))
    const change = await changeRole(site, request.moderator, person.account, role)
    return sendChange(reply, person, change, `/desk/people/${person.account.id}?done=changed`)
  })

  desk.post('/:id/passkey-reset', async (request: Request, reply) => {
    const person = await findAsked(site, request)
    if (!person) return sendErrorPage(request, reply, 404)
    const outcome = await resetPasskeysOf(site, request.moderator, person.account)
    switch (outcome) {
      case 'reset':
        return reply.seeOther(`/desk/people/${person.account.id}?done=reset`)
      case 'own':
        return reply.seeOther('/account/passkeys')
      case 'not-administrator':
      case 'last-administrator':
        return sendRefused(reply, outcome)
    }
  })

  desk.post('/:id/removal', async (request: Request, reply) => {
    const person = await findAsked(site, request)
    if (!person) return sendErrorPage(request, reply, 404)
    const faults = readSure(request.body)
    if (faults.sure) return reply.code(422).send(await showPerson(reply, { person, faults }))
    const change = await removeFromDesk(site, request.moderator, person.account)
    return sendChange(reply, person, change, '/desk/people?done=removed')
  })
}

async function findAsked(site: Site, request: Request): Promise<Person | undefined> {
  const id = readId(request.params.id)
  return id === undefined ? undefined : findPerson(site, id)
}

async function sendChange(reply: FastifyReply, person: Person, change: Change, next: string) {
  switch (change) {
    case 'changed':
    case 'unchanged':
      return reply.seeOther(next)
    case 'last-administrator':
      return reply.code(409).send(await showPerson(reply, { person, told: change satisfies Told }))
    case 'not-administrator':
      return sendRefused(reply, change)
  }
}

/** Whoever was an administrator when they asked, and is none any more. */
function sendRefused(reply: FastifyReply, _refused: Refused) {
  return sendErrorPage(reply.request, reply, 403)
}
