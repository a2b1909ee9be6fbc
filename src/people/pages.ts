import type { FastifyReply } from 'fastify'
import { DESK_ROLES } from '../accounts/roles.js'
import { translatorFor } from '../i18n/translate.js'
import { type Faults, tellFaults } from '../web/form.js'
import type { TypedInvitation } from './form.js'
import { INVITATION_DAYS } from './invite.js'
import type { Person } from './queries.js'

/** What has just been done, or was refused because nobody would be left to do such things. */
export type Told = 'invited' | 'already' | 'changed' | 'removed' | 'reset' | 'last-administrator'

export async function showPeople(
  reply: FastifyReply,
  page: { people: Person[]; told?: Told | undefined; typed?: TypedInvitation; faults?: Faults },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { people, told, typed = { email: '', name: '', role: '' }, faults = {} } = page
  return reply.page('people/people', {
    people: people.map(tellPerson),
    me: reply.request.moderator.id,
    told,
    typed,
    roles: rolesToChoose(reply),
    errors: tellFaults(t, faults),
    days: INVITATION_DAYS,
  })
}

export async function showPerson(
  reply: FastifyReply,
  page: { person: Person; told?: Told | undefined; faults?: Faults },
): Promise<string> {
  const { t } = translatorFor(reply.request.reader.locale)
  const { person, told, faults = {} } = page
  return reply.page('people/person', {
    person: tellPerson(person),
    isMe: reply.request.moderator.id === person.account.id,
    told,
    roles: rolesToChoose(reply),
    errors: tellFaults(t, faults),
  })
}

function tellPerson({ account, ...rest }: Person) {
  return { id: account.id, name: account.name, role: account.role, ...rest }
}

function rolesToChoose(reply: FastifyReply): { value: string; label: string }[] {
  const { t } = translatorFor(reply.request.reader.locale)
  return DESK_ROLES.map((role) => ({ value: role, label: t(`people.role.${role}.what`) }))
}
