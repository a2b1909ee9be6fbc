/** What somebody asks of the list, read from an address that anybody may have typed. */

import type { PetitionState } from '../database/tables.js'
import { plainPostcode } from '../petitions/places.js'
import { isTopic, type Topic } from '../petitions/topics.js'
import { line } from '../web/form.js'

export const SORTS = ['recent', 'signatures', 'closing', 'relevance'] as const
export type Sort = (typeof SORTS)[number]

/** What `state=` may say, and which petitions that shows. A hidden or unread petition is never listed. */
export const SHOWN_STATES = {
  open: ['open'],
  closed: ['closed', 'retired'],
  victory: ['victory'],
  all: ['open', 'closed', 'victory', 'retired'],
} as const satisfies Record<string, readonly PetitionState[]>
export type ShownState = keyof typeof SHOWN_STATES

export interface Near {
  typed: string
  /** Capitals without spaces, when what was typed can be a postcode; otherwise it is the name of a place. */
  postcode: string | undefined
}

export interface Search {
  q: string
  /** The words that decide, at most `MOST_WORDS`; empty for a list without words. */
  words: string[]
  topic: Topic | undefined
  near: Near | undefined
  state: ShownState
  sort: Sort
  /** For people: from 1. */
  page: number
  /** For programs: goes on after this petition, whatever was opened or hidden meanwhile. */
  after: Cursor | undefined
}

export interface Cursor {
  /** The value that the list is sorted by, as a whole number. */
  value: number
  id: number
}

/** Longer questions are cut: each word costs an index look-up. */
const MOST_LETTERS = 200
const MOST_WORDS = 8

/** Beyond, nobody turns pages; programs go on with `after`. */
const LAST_PAGE = 500

/** Words that stand in every text and tell nothing, as long as others are there. */
const SMALL_WORDS = new Set(
  'a à au aux avec ce ces d dans de des du en et l la le les ma mes nos notre ou où par pas pour qu que qui s sa se ses son sur un une y an and at be by for from in is it its of on or our that the this to we with'.split(
    ' ',
  ),
)

/** Reads any address without complaint: what makes no sense is left out. */
export function readSearch(query: unknown): Search {
  const q = cut(line(query, 'q'))
  const words = wordsOf(q)
  const topic = line(query, 'topic')
  const near = cut(line(query, 'near'))
  const state = line(query, 'state')
  const sort = line(query, 'sort') as Sort
  return {
    q,
    words,
    topic: isTopic(topic) ? topic : undefined,
    near: near === '' ? undefined : { typed: near, postcode: postcodeIn(near) },
    state: Object.hasOwn(SHOWN_STATES, state) ? (state as ShownState) : 'open',
    sort:
      SORTS.includes(sort) && (sort !== 'relevance' || q !== '') ? sort : q === '' ? 'recent' : 'relevance',
    page: readPage(line(query, 'page')),
    after: readCursor(line(query, 'after')),
  }
}

/** The same question as an address; what is left at its default is left out, so one list has one address. */
export function addressOf(path: string, search: Search, go: { page?: number; after?: Cursor } = {}): string {
  const params = new URLSearchParams()
  if (search.q) params.set('q', search.q)
  if (search.topic) params.set('topic', search.topic)
  if (search.near) params.set('near', search.near.typed)
  if (search.state !== 'open') params.set('state', search.state)
  if (search.sort !== (search.q ? 'relevance' : 'recent')) params.set('sort', search.sort)
  if (go.page && go.page > 1) params.set('page', String(go.page))
  if (go.after) params.set('after', `${go.after.value}.${go.after.id}`)
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

function wordsOf(q: string): string[] {
  const words = [...new Set(q.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])]
  const telling = words.filter((word) => !SMALL_WORDS.has(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
}

function cut(text: string): string {
  return [...text].slice(0, MOST_LETTERS).join('')
}

function postcodeIn(typed: string): string | undefined {
  const plain = plainPostcode(typed)
  return /\d/.test(plain) && /^[A-Z0-9]{2,10}$/.test(plain) ? plain : undefined
}

function readPage(typed: string): number {
  return /^[1-9]\d{0,5}$/.test(typed) ? Math.min(Number(typed), LAST_PAGE) : 1
}

function readCursor(typed: string): Cursor | undefined {
  const match = /^(\d{1,16})\.(\d{1,16})$/.exec(typed)
  if (!match) return undefined
  const [value, id] = [Number(match[1]), Number(match[2])]
  return Number.isSafeInteger(value) && Number.isSafeInteger(id) ? { value, id } : undefined
}
