import type { FastifyReply } from 'fastify'
import type { Petition } from '../database/tables.js'
import type { OfficialCountValues } from './official-count-form.js'

export interface OfficialCountPage {
  petition: Petition
  ownSite: string
  values: OfficialCountValues
  errors: Record<string, string>
  isDone: boolean
}

export function showOfficialCount(reply: FastifyReply, page: OfficialCountPage): Promise<string> {
  return reply.page('campaigners/official-count', page)
}
