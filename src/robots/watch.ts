/**
 * When a petition, or a network, looks attacked by robots: counted by all processes together, begun and ended by itself.
 *
 * Requests to sign that came without a proof of work raise a level, confirmations lower it twice as much, and it sinks by
 * three times the petition's usual rate. A petition that many people really sign stays low, because most confirm; a
 * surge that nobody confirms does not. A form that only a robot fills in so, or so fast, raises another. Between
 * the height that raises the alarm and the one that ends it lies a factor of four, so that it does not flicker.
 */

import { sql } from 'kysely'
import { addDays, dayOf } from '../petitions/days.js'
import type { Levels } from '../web/limits/levels.js'
import type { Measure } from '../web/limits/store.js'
import type { Site } from '../web/site.js'

/** Per petition. From the height at which nothing rises any more it ends within the hour. */
const SURGE = { perMinute: 30, high: 1_000, low: 250, ceiling: 1_500 }
/** How many times its usual rate a petition may grow without being asked why. */
const GROWTH = 3
/** Per wide network: half of what its limit lets through in the long run. */
const NETWORK_SURGE = { perMinute: 300, high: 900, low: 225, ceiling: 1_400 }
/** Of forms that only a robot fills in: a person's mishap now and then is no attack. */
const TELLS = { perMinute: 1, high: 20, low: 5, ceiling: 60 }
/** Of those who sign because many sign, more than half confirm. */
const CONFIRMATION_WEIGHS = 2

const USUAL_DAYS = 7
const USUAL_FRESH_MS = 5 * 60_000
const MOST_KEPT = 5_000

/** Who confirms twice has still confirmed once. */
const ONCE: Measure = { name: 'confirmed-once', leak: 1 / 3600, ceiling: 1, high: 2, low: 0 }

type Watched = Pick<Site, 'db' | 'clock' | 'config' | 'levels'>

/** A petition's usual signatures a minute, by the levels of its process. */
const usual = new WeakMap<Levels, Map<number, { perMinute: number; readAt: number }>>()

function measureOf(
  name: string,
  { perMinute, high, low, ceiling }: typeof SURGE,
  scale: number,
  growth = perMinute,
): Measure {
  const leak = (Math.max(perMinute, growth) * scale) / 60
  return { name, leak, high: high * scale, low: low * scale, ceiling: ceiling * scale }
}

/** Raised by requests to sign a petition that few confirm. */
export function surgeOf({ config, levels }: Watched, petitionId: number): Measure {
  const perMinute = usual.get(levels)?.get(petitionId)?.perMinute ?? 0
  return measureOf('surge', SURGE, config.rateLimitScale, GROWTH * perMinute)
}

/** Raised by many requests from one wide network, whatever they sign. */
export function networkSurgeOf({ config }: Watched): Measure {
  return measureOf('network-surge', NETWORK_SURGE, config.rateLimitScale)
}

/** Raised by forms that were filled in as only robots do. */
export function tellsOf({ config }: Watched): Measure {
  return measureOf('robot-tells', TELLS, config.rateLimitScale)
}

/** As all processes saw it at most two seconds ago. */
export async function looksAttacked(site: Watched, petitionId: number): Promise<boolean> {
  await readUsual(site, petitionId)
  const key = `petition ${petitionId}`
  const [surge, tells] = await Promise.all([
    site.levels.isRaised(surgeOf(site, petitionId), key),
    site.levels.isRaised(tellsOf(site), key),
  ])
  return surge || tells
}

/** As this process knows: it hears of a network with its third request. */
export function networkLooksAttacked(site: Watched, wideNetwork: string): boolean {
  const key = `network ${wideNetwork}`
  return site.levels.seemsRaised(networkSurgeOf(site), key) || site.levels.seemsRaised(tellsOf(site), key)
}

/** Somebody asked to sign, and has not shown to be no robot. */
export function noteRequest(site: Watched, petitionId: number, wideNetwork: string): void {
  site.levels.pour(surgeOf(site, petitionId), `petition ${petitionId}`, 1)
  site.levels.pour(networkSurgeOf(site), `network ${wideNetwork}`, 1)
}

/** A form came as only robots fill it in. */
export function noteTell(site: Watched, petitionId: number, wideNetwork: string): void {
  site.levels.pour(tellsOf(site), `petition ${petitionId}`, 1)
  site.levels.pour(tellsOf(site), `network ${wideNetwork}`, 1)
}

/** Somebody has read their mail: however often they press the button, it counts once. */
export function noteConfirmation(site: Watched, petitionId: number, signatureId: number): void {
  const key = `${petitionId} ${signatureId}`
  if (site.levels.peek(ONCE, key) > 0) return
  site.levels.pour(ONCE, key, 1)
  site.levels.pour(surgeOf(site, petitionId), `petition ${petitionId}`, -CONFIRMATION_WEIGHS)
}

async function readUsual({ db, clock, config, levels }: Watched, petitionId: number): Promise<void> {
  const kept = usual.get(levels) ?? new Map<number, { perMinute: number; readAt: number }>()
  usual.set(levels, kept)
  const known = kept.get(petitionId)
  if (known && performance.now() - known.readAt < USUAL_FRESH_MS) return
  const today = dayOf(clock.now(), config.timeZone)
  const { confirmed } = await db
    .selectFrom('tallies')
    .select(sql<number>`coalesce(sum(confirmed), 0)::int`.as('confirmed'))
    .where('petitionId', '=', petitionId)
    .where('day', '>=', addDays(today, -USUAL_DAYS))
    // What comes today may be the surge itself.
    .where('day', '<', today)
    .executeTakeFirstOrThrow()
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(petitionId, { perMinute: confirmed / (USUAL_DAYS * 24 * 60), readAt: performance.now() })
}
