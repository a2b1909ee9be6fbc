/** When people sign: much on the first days, again whenever the word spreads, in the evening, less at the weekend. */

import type { Chance } from './chance.js'

const DAY_MS = 86_400_000

/** How many sign in each hour of a day in Paris, roughly. */
const BY_HOUR = [2, 1, 1, 1, 1, 2, 5, 10, 14, 14, 13, 13, 15, 15, 12, 11, 12, 15, 19, 23, 26, 24, 15, 6]

/** `count` moments between the two, in their order. */
export function drawMoments(
  chance: Chance,
  { from, to, count, waves = [] }: { from: Date; to: Date; count: number; waves?: readonly number[] },
): Date[] {
  const days = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / DAY_MS))
  const weights = Array.from({ length: days }, (_, day) => weightOf(chance, from, day, waves))
  const moments: Date[] = []
  while (moments.length < count) {
    const moment = drawMoment(chance, from, chance.weighted(weights))
    if (moment > from && moment < to) moments.push(moment)
  }
  return moments.sort((a, b) => a.getTime() - b.getTime())
}

function weightOf(chance: Chance, from: Date, day: number, waves: readonly number[]): number {
  const launch = 2.4 * Math.exp(-day / 2.6)
  const spread = waves
    .filter((wave) => day >= wave)
    .reduce((sum, wave) => sum + 1.7 * Math.exp((wave - day) / 1.9), 0)
  const weekday = new Date(from.getTime() + day * DAY_MS).getUTCDay()
  const rest = weekday === 0 || weekday === 6 ? 0.72 : 1
  return (0.28 + launch + spread) * rest * (0.75 + chance.next() / 2)
}

function drawMoment(chance: Chance, from: Date, day: number): Date {
  const midnight = new Date(from.getTime() + day * DAY_MS).setUTCHours(0, 0, 0, 0)
  // An hour less: the zone is ahead of UTC.
  const hour = chance.weighted(BY_HOUR) - 1
  return new Date(midnight + (hour + chance.next()) * 3_600_000)
}

/** That many days before, at an hour of work that is always the same for the same distance. */
export function daysBefore(moment: Date, days: number): Date {
  const midnight = new Date(moment.getTime() - days * DAY_MS).setUTCHours(0, 0, 0, 0)
  return addMinutes(new Date(midnight), (7 + ((days * 7) % 9)) * 60 + ((days * 17) % 60))
}

export function addMinutes(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
