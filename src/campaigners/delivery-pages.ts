import type { FastifyReply } from 'fastify'
import type { Petition } from '../database/tables.js'

export const DELIVERY_DEEDS = [
  'delivered',
  'delivered-before',
  'planned',
  'contact-kept',
  'contact-removed',
] as const

export interface DeliveryPage {
  petition: Petition
  isDelivered: boolean
  values: { when: string; at: string }
  /** Lists for each territory in the dossiers that are then frozen. */
  byTerritory: boolean
  least: number
  /** How they are reached, for the recipients; empty while nothing is given, undefined when it is too late to. */
  contact: string | undefined
  longestContact: number
  errors: Record<string, string>
  done: (typeof DELIVERY_DEEDS)[number] | undefined
}

export function showDelivery(reply: FastifyReply, page: DeliveryPage): Promise<string> {
  return reply.page('campaigners/delivery', page)
}
