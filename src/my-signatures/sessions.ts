/** Who looks at their signatures: the address, sealed in a cookie of these pages alone, for an hour; in no table. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.js'
import { seal, unseal } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { cookieOptions } from '../web/cookies.js'

const COOKIE = 'clameur_my_signatures'
const PLACE = 'my signatures session'
const SESSION_MINUTES = 60

export interface Visit {
  /** As it was typed, to show and to write to. */
  address: string
  /** Equal for every spelling of the same mailbox. */
  canonical: string
  until: Date
}

type Keeper = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>

export async function openVisit(deps: Keeper, reply: FastifyReply, address: string): Promise<void> {
  const keys = await deps.keyring.getSiteKeys(deps.db, 'my-signatures')
  const expires = new Date(deps.clock.now().getTime() + SESSION_MINUTES * 60_000)
  const sealed = seal(keys.sealing, PLACE, JSON.stringify([address, expires.getTime()]))
  reply.setCookie(COOKIE, sealed.toString('base64url'), { ...optionsFor(deps), expires })
}

export async function findVisit(deps: Keeper, request: FastifyRequest): Promise<Visit | undefined> {
  const cookie = request.cookies[COOKIE]
  if (!cookie) return undefined
  const keys = await deps.keyring.getSiteKeys(deps.db, 'my-signatures')
  try {
    const opened = unseal(keys.sealing, PLACE, Buffer.from(cookie, 'base64url'))
    const [address, until] = JSON.parse(opened) as [string, number]
    const read = readAddress(address)
    return read && until > deps.clock.now().getTime()
      ? { address, canonical: read.canonical, until: new Date(until) }
      : undefined
  } catch {
    // Changed, cut short, or sealed by another installation: nobody's visit.
    return undefined
  }
}

export function endVisit(deps: Pick<Deps, 'config'>, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, optionsFor(deps))
}

function optionsFor({ config }: Pick<Deps, 'config'>) {
  return { ...cookieOptions(config), path: '/my-signatures' }
}
