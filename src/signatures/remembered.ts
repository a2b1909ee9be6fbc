/**
 * A device that its owner asked us to remember. What it needs to sign the next petition lives sealed in its own
 * cookie and nowhere else; it was set after a confirmation, so it stands for a checked address.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.js'
import { seal, unseal } from '../keys/sealing.js'
import { cookieOptions } from '../web/cookies.js'

const DEVICE_COOKIE = 'clameur_device'
const PLACE = 'remembered device'
const DAYS = 365
const DAY_MS = 86_400_000

export interface RememberedSigner {
  name: string
  email: string
  country: string
  postcode: string
}

type Keeper = Pick<Deps, 'db' | 'keyring' | 'clock' | 'config'>

/** Who this device signs as. Spares the database when there is no cookie, as for nearly everyone. */
export async function findRememberedSigner(
  deps: Keeper,
  request: Pick<FastifyRequest, 'cookies'>,
): Promise<RememberedSigner | undefined> {
  const cookie = request.cookies[DEVICE_COOKIE]
  if (!cookie) return undefined
  const keys = await deps.keyring.getSiteKeys(deps.db, 'devices')
  try {
    const opened = unseal(keys.sealing, PLACE, Buffer.from(cookie, 'base64url'))
    const { until, ...signer } = JSON.parse(opened) as RememberedSigner & { until: number }
    return until > deps.clock.now().getTime() ? signer : undefined
  } catch {
    // Changed, cut short, or sealed by another installation: a device that nobody knows.
    return undefined
  }
}

export async function rememberDevice(deps: Keeper, reply: FastifyReply, signer: RememberedSigner) {
  const keys = await deps.keyring.getSiteKeys(deps.db, 'devices')
  const expires = new Date(deps.clock.now().getTime() + DAYS * DAY_MS)
  const sealed = seal(keys.sealing, PLACE, JSON.stringify({ ...signer, until: expires.getTime() }))
  reply.setCookie(DEVICE_COOKIE, sealed.toString('base64url'), { ...cookieOptions(deps.config), expires })
}

export function forgetDevice({ config }: Pick<Deps, 'config'>, reply: FastifyReply): void {
  reply.clearCookie(DEVICE_COOKIE, cookieOptions(config))
}
