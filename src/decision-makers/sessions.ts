/** A browser that has shown the code: sealed in a cookie of that one page, for half a day; in no table. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DecisionMaker } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { seal, unseal } from '../keys/sealing.js'
import { cookieOptions } from '../web/cookies.js'

const COOKIE = 'clameur_dossier'
const SESSION_HOURS = 12

type Keeper = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>
type Reader = Pick<DecisionMaker, 'id' | 'petitionId'>

export async function openReading(
  deps: Keeper,
  reply: FastifyReply,
  maker: Reader,
  place: string,
): Promise<void> {
  const keys = await deps.keyring.getPetitionKeys(deps.db, maker.petitionId)
  const expires = new Date(deps.clock.now().getTime() + SESSION_HOURS * 3_600_000)
  const sealed = seal(keys.sealing, placeOf(maker), String(expires.getTime()))
  reply.setCookie(COOKIE, sealed.toString('base64url'), {
    ...cookieOptions(deps.config),
    path: place,
    expires,
  })
}

/** Whether this browser has shown a code of this decision-maker, and not too long ago. */
export async function mayReadNames(
  deps: Keeper,
  request: Pick<FastifyRequest, 'cookies'>,
  maker: Reader,
): Promise<boolean> {
  const cookie = request.cookies[COOKIE]
  if (!cookie) return false
  const keys = await deps.keyring.getPetitionKeys(deps.db, maker.petitionId)
  try {
    const until = Number(unseal(keys.sealing, placeOf(maker), Buffer.from(cookie, 'base64url')))
    return until > deps.clock.now().getTime()
  } catch {
    // Changed, cut short, of another page or of a key that is gone.
    return false
  }
}

function placeOf({ id, petitionId }: Reader): string {
  return `decision-maker reading ${petitionId} ${id}`
}
