/** Chance that falls the same way every time: the demonstration is the same on every machine. */

export interface Chance {
  /** From 0 up to, but not, 1. */
  next(): number
  /** Whether something with this share happens. */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** An index, each as likely as its weight. */
  weighted(weights: readonly number[]): number
}

/** `seed` names what is drawn, so that a change to one petition leaves the others as they were. */
export function chanceFor(seed: string): Chance {
  // mulberry32 (public domain, Tommy Ettinger), started with FNV-1a of the name.
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619),
    2_166_136_261,
  )
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return found === -1 ? weights.length - 1 : found
    },
  }
}
