/** What this process knows of the shared levels, and how it tells the others what it added. */

import type { Deps } from '../../deps.js'
import { fingerprint } from '../../keys/sealing.js'
import { openRedisStore } from './redis-store.js'
import { type LevelStore, type Measure, openPostgresStore, type Pour } from './store.js'

/** Ten rounds a second are nothing for the store, and a tenth of a second is what a burst can gain from each process. */
const SHARE_EVERY_MS = 100
/**
 * What was met once or twice stays in the process: thousands of people who sign once each cost no row, and who goes on
 * has gained two from each process.
 */
const UNSHARED = 2
/** Of 200 bytes each. What is pushed out was shared, or was met once or twice. */
const MOST_KNOWN = 50_000
const MOST_AT_ONCE = 500
/** How old an alarm may be before it is asked for again. */
const FRESH_MS = 2_000
const TELL_EVERY_MS = 10_000

interface Known {
  id: string
  measure: Measure
  level: number
  at: number
  raised: boolean
  /** Added here, and not told yet. */
  pending: number
  isShared: boolean
  /** When the store was last heard, by a clock that nobody moves. */
  heardAt: number
}

export class Levels {
  readonly #deps: Pick<Deps, 'db' | 'keyring' | 'clock' | 'log'>
  readonly #store: LevelStore
  readonly #known = new Map<string, Known>()
  readonly #untold = new Set<Known>()
  #timer: NodeJS.Timeout | undefined
  #underWay: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined
  #toldAt = Number.NEGATIVE_INFINITY
  #isClosed = false

  /** In Redis when REDIS_URL is set, in PostgreSQL otherwise. While that is away each process goes by what it knows. */
  constructor(deps: Pick<Deps, 'db' | 'keyring' | 'clock' | 'log' | 'config'>) {
    this.#deps = deps
    this.#store = deps.config.redisUrl
      ? openRedisStore(deps.config.redisUrl, (error) => this.#tellAway(error))
      : openPostgresStore(deps.db)
  }

  /** The level as far as this process knows. */
  peek(measure: Measure, key: string): number {
    const known = this.#known.get(idOf(measure, key))
    return known ? this.#emptied(known) : 0
  }

  /** Adds here and now; the others hear of it within a tenth of a second. */
  pour(measure: Measure, key: string, amount: number): void {
    const known = this.#add(measure, key, amount)
    if (!known.isShared && Math.abs(known.pending) <= UNSHARED) return
    known.isShared = true
    this.#untold.add(known)
    this.#timer ??= setTimeout(() => void this.#share(), SHARE_EVERY_MS).unref()
  }

  /** Adds, and tells the level of all processes together (or, while the store is away, of this one alone). */
  async pourAndHear(measure: Measure, key: string, amount: number): Promise<number> {
    const known = this.#add(measure, key, amount)
    known.isShared = true
    this.#untold.add(known)
    await this.#share()
    return known.level
  }

  /** Whether an alarm is raised, as far as this process has heard: asks nobody. */
  seemsRaised(measure: Measure, key: string): boolean {
    const known = this.#known.get(idOf(measure, key))
    if (!known?.raised) return false
    // What sank below since it was heard of.
    return this.#emptied(known) >= measure.low
  }

  /** Whether an alarm is raised, as any process saw it at most two seconds ago. */
  async isRaised(measure: Measure, key: string): Promise<boolean> {
    const kept = this.#known.get(idOf(measure, key))
    if (kept && performance.now() - kept.heardAt < FRESH_MS) return kept.raised
    const known = this.#add(measure, key, 0)
    known.isShared = true
    this.#untold.add(known)
    await this.#share()
    return known.raised
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#underWay
    await this.#store.close()
  }

  #add(measure: Measure, key: string, amount: number): Known {
    const id = idOf(measure, key)
    let known = this.#known.get(id)
    if (!known) {
      if (this.#known.size >= MOST_KNOWN) this.#known.delete(this.#known.keys().next().value!)
      const now = this.#deps.clock.now().getTime()
      known = {
        id,
        measure,
        level: 0,
        at: now,
        raised: false,
        pending: 0,
        isShared: false,
        heardAt: -Infinity,
      }
      this.#known.set(id, known)
    }
    known.measure = measure
    const level = Math.max(0, Math.min(measure.ceiling, this.#emptied(known) + amount))
    known.at = this.#deps.clock.now().getTime()
    this.#settle(known, level)
    known.pending += amount
    return known
  }

  #emptied({ level, at, measure }: Known): number {
    return Math.max(0, level - (measure.leak * Math.max(0, this.#deps.clock.now().getTime() - at)) / 1000)
  }

  #settle(known: Known, level: number): void {
    known.level = level
    if (level >= known.measure.high) known.raised = true
    else if (level < known.measure.low) known.raised = false
  }

  /** One round is under way, and one waits for it with all that came meanwhile. */
  #share(): Promise<void> {
    if (!this.#next) {
      const round = this.#underWay.then(() => {
        this.#underWay = round
        this.#next = undefined
        return this.#tell()
      })
      this.#next = round
    }
    return this.#next
  }

  /** Never fails: what could not be told stays pending. */
  async #tell(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const untold = [...this.#untold]
    this.#untold.clear()
    for (let first = 0; first < untold.length; first += MOST_AT_ONCE) {
      const some = untold.slice(first, first + MOST_AT_ONCE)
      const amounts = some.map((known) => known.pending)
      try {
        const { db, keyring, clock } = this.#deps
        const { fingerprints } = await keyring.getSiteKeys(db, 'limits')
        const pours: Pour[] = some.map((known, index) => ({
          key: fingerprint(fingerprints, known.id),
          measure: known.measure,
          amount: amounts[index]!,
        }))
        const levels = await this.#store.pour(pours, clock.now())
        some.forEach((known, index) => {
          const { level, raised } = levels[index]!
          known.pending -= amounts[index]!
          known.raised = raised
          known.heardAt = performance.now()
          known.at = clock.now().getTime()
          this.#settle(known, Math.max(0, Math.min(known.measure.ceiling, level + known.pending)))
        })
      } catch (error) {
        this.#tellAway(error as Error)
        for (const known of some) this.#putOff(known)
      }
    }
  }

  /** Told with the next that is added; what has emptied meanwhile needs no telling any more. */
  #putOff(known: Known): void {
    known.pending = Math.min(known.pending, this.#emptied(known))
    // An alarm is not asked for again by every page while nobody answers.
    known.heardAt = performance.now()
  }

  #tellAway(error: Error & { code?: string }): void {
    if (this.#isClosed || performance.now() - this.#toldAt < TELL_EVERY_MS) return
    this.#toldAt = performance.now()
    this.#deps.log.warn({ code: error.code }, 'limits are not shared: their store is away')
  }
}

function idOf(measure: Measure, key: string): string {
  return `${measure.name} ${key}`
}
