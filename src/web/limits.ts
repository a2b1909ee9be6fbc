/** How often the same visitor may do a thing; the answer beyond is 429 with when to come back. */

import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface LimitRule {
  /** How many … */
  points: number
  /** … in how many seconds. */
  seconds: number
}

/** A schoolroom or a town hall behind one address must be able to sign together. */
const RULES = {
  sign: { points: 120, seconds: 60 },
  confirm: { points: 120, seconds: 60 },
  launch: { points: 20, seconds: 3600 },
  draft: { points: 600, seconds: 3600 },
  'sign-in': { points: 30, seconds: 3600 },
  'sign-in-address': { points: 5, seconds: 3600 },
  'my-signatures': { points: 240, seconds: 3600 },
  reply: { points: 20, seconds: 3600 },
  // A neighbourhood may report what it sees; nobody may fill somebody else's mailbox with receipts.
  report: { points: 20, seconds: 3600 },
  'report-address': { points: 5, seconds: 3600 },
  search: { points: 300, seconds: 60 },
} satisfies Record<string, LimitRule>

export type LimitName = keyof typeof RULES

export class TooManyRequestsError extends Error {
  override name = 'TooManyRequestsError'
  readonly statusCode = 429
  constructor(readonly retryAfterSeconds: number) {
    super('Too many requests')
  }
}

export class Limits {
  readonly #limiters: Record<LimitName, RateLimiterMemory>

  constructor(scale: number) {
    const entries = Object.entries(RULES).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({
        keyPrefix: name,
        points: Math.max(1, Math.round(points * scale)),
        duration: seconds,
      }),
    ])
    this.#limiters = Object.fromEntries(entries)
  }

  /** @throws TooManyRequestsError, which the error page answers with Retry-After. */
  async take(name: LimitName, key: string): Promise<void> {
    try {
      await this.#limiters[name].consume(key)
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        throw new TooManyRequestsError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
      throw refusal
    }
  }

  takeFrom(name: LimitName, request: FastifyRequest): Promise<void> {
    return this.take(name, networkOf(request.ip))
  }
}

/** One IPv4 address, or one IPv6 /64: what a provider gives to one household. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const groups =
    tail === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill('0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
