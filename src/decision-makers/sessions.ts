/**
 * A browser that has shown the code: sealed in a cookie of that one page, for half a day; in no table. It ends with the
 * link that it came by.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.js'
import { seal, unseal } from '../keys/sealing.js'
import { cookieOptions } from '../web/cookies.js'
import type { PrivateReader } from './reader.js'

const COOKIE = 'clameur_dossier'
const SESSION_HOURS = 12

type Keeper = Pick<Deps, 'clock' | 'config'>
type Reader = Pick<PrivateReader, 'maker' | 'delegate' | 'linkNumber' | 'keys' | 'place'>

export function openReading(deps: Keeper, reply: FastifyReply, reader: Reader): void {
  const expires = new Date(deps.clock.now().getTime() + SESSION_HOURS * 3_600_000)
  const sealed = seal(reader.keys.sealing, placeOf(reader), String(expires.getTime()))
  reply.setCookie(COOKIE, sealed.toString('base64url'), {
    ...cookieOptions(deps.config),
    path: reader.place,
    expires,
  })
}

/** Whether this browser has shown a code of this reader, by this link, and not too long ago. */
export function mayReadNames(
  deps: Keeper,
  request: Pick<FastifyRequest, 'cookies'>,
  reader: Reader,
): boolean {
  const cookie = request.cookies[COOKIE]
  if (!cookie) return false
  try {
    const until = Number(unseal(reader.keys.sealing, placeOf(reader), Buffer.from(cookie, 'base64url')))
    return until > deps.clock.now().getTime()
  } catch {
    // Changed, cut short, of another page, another link or a key that is gone.
    return false
  }
}

function placeOf({ maker, delegate, linkNumber }: Reader): string {
  return `decision-maker reading ${maker.petitionId} ${maker.id} ${delegate?.id ?? ''} ${linkNumber}`
}
