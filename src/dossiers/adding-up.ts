/** What the rows of a dossier add up to. */

import { addFigures, type Figures, type Tally, weekOf } from '../decision-makers/figures.js'
import { communeOf } from '../places/france.js'
import type { AskedInstitution, InCommune } from '../places/standing.js'
import type { FrozenRow } from './frozen.js'

/** Enough to fill a page with those that a reader can be shown. */
const MOST_REASONS = 60
/** A longer reason would be a page of its own. */
const LONGEST_REASON = 400

export interface Reason {
  comment: string
  shownName: string | undefined
  territory: string
}

/** What the French postcodes tell: communes that have one of their own, and postcodes that several share. */
export interface CommuneFigures {
  /** Most signatures first. */
  alone: { code: string; name: string; confirmed: number }[]
  shared: { postcode: string; confirmed: number }[]
}

export interface DossierFigures extends Figures {
  /** Absent in what was frozen before communes were told apart. */
  communes?: CommuneFigures
  byTextVersion: { textVersion: number; confirmed: number }[]
  /** How many leaves of the log do not count any more, by what happened to them. */
  struck: Record<Struck['kind'], number>
  /** Why those were set aside or removed that moderators took out; absent in what was frozen before it was counted. */
  struckFor?: { reason: string; signatures: number }[]
  /** How far the lines on paper were numbered and taken back; absent in what was frozen before there were any. */
  paper?: { numbered: number; reversed: number; logged?: number }
  /** Who is listed without a name, since they asked for that. */
  unnamed: number
  /** The latest short ones. */
  reasons: Reason[]
  /** The latest short ones of those; absent, with their number, in what was frozen before they were asked for. */
  reservations?: Reason[]
  reserved?: number
}

interface Struck {
  kind: 'withdrawn' | 'quarantined' | 'removed'
}

export class AddingUp {
  readonly #tallies = new Map<string, Tally>()
  readonly #versions = new Map<number, number>()
  readonly #postcodes = new Map<string, number>()
  readonly #reasons: Reason[] = []
  readonly #reservations: Reason[] = []
  #reserved = 0
  #unnamed = 0

  add(rows: FrozenRow[]): void {
    for (const row of rows) {
      const week = weekOf(row.day)
      const key = `${week} ${row.territory} ${row.strength} ${row.inside}`
      const tally = this.#tallies.get(key)
      if (tally) tally.confirmed += 1
      else
        this.#tallies.set(key, {
          week,
          territory: row.territory,
          strength: row.strength,
          inside: row.inside,
          confirmed: 1,
        })
      this.#versions.set(row.textVersion, (this.#versions.get(row.textVersion) ?? 0) + 1)
      if (row.country === 'FR' && row.postcode !== '')
        this.#postcodes.set(row.postcode, (this.#postcodes.get(row.postcode) ?? 0) + 1)
      if (row.name === undefined) this.#unnamed += 1
      if (row.reservation) this.#reserved += 1
      if (row.comment && row.comment.length <= LONGEST_REASON)
        keepReason(row.reservation ? this.#reservations : this.#reasons, row)
    }
  }

  figures(leaves: Struck[]): DossierFigures {
    const struck = { withdrawn: 0, quarantined: 0, removed: 0 }
    for (const { kind } of leaves) struck[kind] += 1
    return {
      struck,
      ...addFigures([...this.#tallies.values()]),
      byTextVersion: [...this.#versions]
        .map(([textVersion, confirmed]) => ({ textVersion, confirmed }))
        .sort((a, b) => a.textVersion - b.textVersion),
      communes: communesIn(this.#postcodes),
      unnamed: this.#unnamed,
      reasons: [...this.#reasons].reverse(),
      reservations: [...this.#reservations].reverse(),
      reserved: this.#reserved,
    }
  }
}

function keepReason(reasons: Reason[], { comment, shownName, territory }: FrozenRow): void {
  // What was passed round and pasted is said once.
  if (reasons.some((reason) => reason.comment === comment)) return
  reasons.push({ comment: comment!, shownName, territory })
  if (reasons.length > MOST_REASONS) reasons.shift()
}

function communesIn(postcodes: Map<string, number>): CommuneFigures {
  const alone = new Map<string, CommuneFigures['alone'][number]>()
  const shared: CommuneFigures['shared'] = []
  for (const [postcode, confirmed] of postcodes) {
    const commune = communeOf(postcode)
    if (!commune) {
      shared.push({ postcode, confirmed })
      continue
    }
    const { code, name } = commune
    alone.set(code, { code, name, confirmed: (alone.get(code)?.confirmed ?? 0) + confirmed })
  }
  return {
    alone: [...alone.values()].sort((a, b) => b.confirmed - a.confirmed || (a.code < b.code ? -1 : 1)),
    shared: shared.sort((a, b) => (a.postcode < b.postcode ? -1 : 1)),
  }
}

/** Those of the commune that is asked, as `countInCommune` counts them in the tallies. */
export function inCommune(
  { communes }: Pick<DossierFigures, 'communes'>,
  {
    institutionCode,
    institutionPostcodes,
  }: Pick<AskedInstitution, 'institutionCode' | 'institutionPostcodes'>,
): InCommune {
  const shared = communes?.shared.filter(({ postcode }) => institutionPostcodes.includes(postcode)) ?? []
  return {
    certain: communes?.alone.find(({ code }) => code === institutionCode)?.confirmed ?? 0,
    perhaps: shared.reduce((sum, { confirmed }) => sum + confirmed, 0),
  }
}

/** Lines on paper that count: beside the number of confirmed signatures, and never in it. */
export function paperOf({ paper }: Pick<DossierFigures, 'paper'>): number {
  return paper ? paper.numbered - paper.reversed : 0
}
