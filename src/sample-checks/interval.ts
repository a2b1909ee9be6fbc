/** How far a share found in a sample may lie from the share among all. */

export interface Interval {
  low: number
  high: number
}

/** The 97.5 % point of the normal distribution: 95 % between it and its opposite. */
const Z = 1.959964

/**
 * Wilson's interval of 95 %: unlike the usual one it holds for small samples, and for shares of none and of all.
 *
 * @returns undefined for a sample of nobody.
 */
export function wilson(found: number, asked: number): Interval | undefined {
  if (asked === 0) return undefined
  const share = found / asked
  const widened = 1 + Z ** 2 / asked
  const middle = (share + Z ** 2 / (2 * asked)) / widened
  const half = (Z / widened) * Math.sqrt((share * (1 - share)) / asked + Z ** 2 / (4 * asked ** 2))
  // At none and at all one end is exact; rounding must not say otherwise.
  return {
    low: found === 0 ? 0 : Math.max(0, middle - half),
    high: found === asked ? 1 : Math.min(1, middle + half),
  }
}
