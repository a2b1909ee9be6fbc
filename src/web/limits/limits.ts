/** How often the same visitor may do a thing; the answer beyond is 429 with when to come back. */

import type { FastifyRequest } from 'fastify'
import { getDomain } from 'tldts'
import { isFreeProvider } from '../../mail/free-providers.js'
import type { Levels } from './levels.js'
import { networkOf, wideNetworkOf } from './networks.js'
import { type LimitName, RULES, type Rule } from './rules.js'
import type { Measure } from './store.js'

export class TooManyRequestsError extends Error {
  override name = 'TooManyRequestsError'
  readonly statusCode = 429
  constructor(readonly retryAfterSeconds: number) {
    super('Too many requests')
  }
}

/**
 * For pages that keep what was typed.
 *
 * @returns in how many seconds a refused act may be tried again; undefined when it was not refused.
 */
export async function findWait(take: () => Promise<void>): Promise<number | undefined> {
  try {
    await take()
    return undefined
  } catch (error) {
    if (error instanceof TooManyRequestsError) return error.retryAfterSeconds
    throw error
  }
}

/** Far above what processes can add together between two rounds: what came too much is waited for. */
const DEBT = 1e9

export class Limits {
  readonly #levels: Levels
  readonly #measures: Record<LimitName, Measure & { burst: number; exact: boolean }>
  /** Of an exact rule, one question for a key at a time: two that share an answer could not tell who was first. */
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(levels: Levels, scale: number) {
    this.#levels = levels
    const entries = Object.entries(RULES).map(([name, rule]: [string, Rule]) => {
      const burst = Math.max(1, Math.round(rule.burst * scale))
      const exact = rule.exact === true
      const leak = (rule.perHour * scale) / 3600
      // A try that is refused by the shared count has raised it: it must not go on rising while somebody tries.
      return [name, { name, leak, burst, exact, ceiling: exact ? burst + 1 : DEBT, high: DEBT, low: 0 }]
    })
    this.#measures = Object.fromEntries(entries)
  }

  /** Refused tries count for nothing. @throws TooManyRequestsError, which the error page answers with Retry-After. */
  async take(name: LimitName, key: string): Promise<void> {
    const measure = this.#measures[name]
    if (!measure.exact) {
      this.#refuseFull(name, key)
      this.#levels.pour(measure, key, 1)
      return
    }
    const id = `${name} ${key}`
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(async () => {
      this.#refuseFull(name, key)
      if ((await this.#levels.pourAndHear(measure, key, 1)) > measure.burst) this.#refuseFull(name, key)
    })
    const settled = turn.catch(() => {})
    this.#turns.set(id, settled)
    try {
      await turn
    } finally {
      if (this.#turns.get(id) === settled) this.#turns.delete(id)
    }
  }

  takeFrom(name: LimitName, request: FastifyRequest): Promise<void> {
    return this.take(name, networkOf(request.ip))
  }

  /** Signing, by where it comes from: one household's address, and all that is around it. */
  async takeSigning(request: FastifyRequest): Promise<void> {
    this.#refuseFull('sign-wide-network', wideNetworkOf(request.ip))
    await this.takeFrom('sign-network', request)
    await this.take('sign-wide-network', wideNetworkOf(request.ip))
  }

  /** Signing, by the address that is given: the same whether or not it has signed anything. */
  async takeSigner({ canonical, mailDomain }: { canonical: string; mailDomain: string }): Promise<void> {
    // A new name before the same domain costs nothing, so all of them are one.
    const domain = isFreeProvider(mailDomain) ? undefined : (getDomain(mailDomain) ?? mailDomain)
    if (domain !== undefined) this.#refuseFull('sign-domain', domain)
    await this.take('sign-address', canonical)
    if (domain !== undefined) await this.take('sign-domain', domain)
  }

  #refuseFull(name: LimitName, key: string): void {
    const measure = this.#measures[name]
    const over = this.#levels.peek(measure, key) + 1 - measure.burst
    // What the vessel lost in the last thousandth of a second is no room yet.
    if (over > 1e-6) throw new TooManyRequestsError(Math.max(1, Math.ceil(over / measure.leak)))
  }
}
