/** What signing needs to know of a petition, kept for a moment: a hot petition then costs no query per request. */

import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Petition } from '../database/tables.js'

/** As old as an anonymous page may be. Whether the petition is open is decided again where the row is written. */
const FRESH_MS = 500
const MOST_KEPT = 2_000

const COLUMNS = [
  'id',
  'slug',
  'state',
  'locale',
  'title',
  'country',
  'postcodes',
  'goal',
  'closesOn',
  'closedAt',
  'moderationReason',
  'moderationNote',
] as const satisfies readonly (keyof Petition)[]

export type KeptPetition = Pick<Petition, (typeof COLUMNS)[number]> & { recipients: string[] }

interface Kept {
  petition: KeptPetition
  readAt: number
}

export class KeptPetitions {
  readonly #db: Database
  readonly #kept = new Map<string, Kept>()
  readonly #reading = new Map<string, Promise<KeptPetition | undefined>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** Asks the database once however many ask at the same time. */
  async find(slug: string): Promise<KeptPetition | undefined> {
    const kept = this.#kept.get(slug)
    if (kept && performance.now() - kept.readAt < FRESH_MS) return kept.petition
    const underWay = this.#reading.get(slug)
    if (underWay) return underWay
    const reading = this.#read(slug).finally(() => this.#reading.delete(slug))
    this.#reading.set(slug, reading)
    return reading
  }

  async #read(slug: string): Promise<KeptPetition | undefined> {
    const readAt = performance.now()
    const petition = await this.#db
      .selectFrom('petitions')
      .select(COLUMNS)
      .select(
        sql<string[]>`array(
          select name from decision_makers where petition_id = petitions.id order by decision_makers.id
        )`.as('recipients'),
      )
      .where('slug', '=', slug)
      .executeTakeFirst()
    this.#kept.delete(slug)
    if (!petition) return undefined
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(slug, { petition, readAt })
    return petition
  }
}
