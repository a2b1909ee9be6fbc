/** The numbers in a query; what is wrong with them is told to a program, in English. */

/** Below 2^31, as the tree's sizes are. */
const NUMBER = /^\d{1,10}$/
const HIGHEST = 2 ** 31 - 1

export class Query {
  /** The first fault. */
  fault: string | undefined
  readonly #given: Record<string, unknown>

  constructor(query: unknown) {
    this.#given = (query ?? {}) as Record<string, unknown>
  }

  /** @returns `otherwise` when it is left out, or wrong. */
  number<Otherwise>(name: string, otherwise: Otherwise): number | Otherwise {
    const given = this.#given[name]
    if (given === undefined) return otherwise
    if (typeof given === 'string' && NUMBER.test(given) && Number(given) <= HIGHEST) return Number(given)
    this.fault ??= `${name} must be a whole number from 0 to ${HIGHEST}`
    return otherwise
  }

  tree(): 'leaves' | 'removals' {
    const given = this.#given.tree ?? 'leaves'
    if (given === 'leaves' || given === 'removals') return given
    this.fault ??= 'tree must be leaves or removals'
    return 'leaves'
  }

  demand(isRight: boolean, fault: string): void {
    if (!isRight) this.fault ??= fault
  }
}
