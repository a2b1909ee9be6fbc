/** The numbers that are celebrated: 10, 25, 50, 100, 250, 500, 1,000, 2,500 … without end, and the announced goal. */

const FIRST = [10, 25, 50]

export interface Threshold {
  threshold: number
  isGoal: boolean
}

/**
 * What comes next: the smallest step above `confirmed`, or the goal when that is nearer.
 *
 * This is what a page shows as the next aim. It rises with the count, while the announced goal stays where it is.
 */
export function nextStep(confirmed: number, goal: number): number {
  let unit = 1
  // The last number of a row is five times its first: beyond it, ten times the row.
  while (unit * FIRST.at(-1)! <= confirmed) unit *= 10
  const step = unit * FIRST.find((first) => unit * first > confirmed)!
  return goal > confirmed ? Math.min(step, goal) : step
}

/** Every step up to `confirmed`, and the goal once it is reached, in rising order. */
export function thresholdsUpTo(confirmed: number, goal: number): Threshold[] {
  const reached: Threshold[] = []
  for (let next = nextStep(0, goal); next <= confirmed; next = nextStep(next, goal))
    reached.push({ threshold: next, isGoal: next === goal })
  return reached
}
