import type { FastifyReply } from 'fastify'
import { type MessageKey, translatorFor } from '../i18n/translate.js'
import { type Card, cardOf } from '../petitions/cards.js'
import type { ListedPetition } from '../petitions/listing.js'
import { TOPICS } from '../petitions/topics.js'
import { localHref } from '../web/reader.js'
import { addressOf, type Search, SHOWN_STATES, SORTS } from './search.js'

/** Twelve fill rows of one, two, three and four. */
export const CARDS_A_PAGE = 12

export interface BrowsePage {
  search: Search
  found: number
  /** "Near me" was chosen, and no place is known yet. */
  asksNear: boolean
  cards: Card[]
  /** Choices of the form, named in the reader's language. */
  topics: Choice[]
  states: Choice[]
  sorts: Choice[]
  feeds: { json: string; csv: string; atom: string }
  previousHref: string | undefined
  nextHref: string | undefined
  position: string | undefined
  canonical: string
}

interface Choice {
  value: string
  label: string
}

export function showPetitions(
  reply: FastifyReply,
  publicUrl: string,
  search: Search,
  { petitions, found }: { petitions: ListedPetition[]; found: number },
): Promise<string> {
  const { reader } = reply.request
  const { t, number } = translatorFor(reader.locale)
  const href = (path: string) => localHref(reader, path)
  const first = (search.page - 1) * CARDS_A_PAGE + 1
  const last = first + petitions.length - 1
  const choices = (values: readonly string[], name: string) =>
    values.map((value) => ({ value, label: t(`${name}.${value}` as MessageKey) }))
  const data: BrowsePage = {
    search,
    found,
    asksNear: /[?&]near=(&|$)/.test(reply.request.url),
    cards: petitions.map((petition) => cardOf(petition, href)),
    topics: choices(TOPICS, 'topic'),
    states: choices(Object.keys(SHOWN_STATES), 'browse.state'),
    sorts: choices(search.q ? SORTS : SORTS.filter((sort) => sort !== 'relevance'), 'browse.sort'),
    feeds: {
      json: addressOf('/petitions.json', search),
      csv: addressOf('/petitions.csv', search),
      atom: addressOf('/petitions.atom', search),
    },
    previousHref:
      search.page > 1 ? href(addressOf('/petitions', search, { page: search.page - 1 })) : undefined,
    nextHref: last < found ? href(addressOf('/petitions', search, { page: search.page + 1 })) : undefined,
    position:
      petitions.length > 0
        ? t('browse.position', { first: number(first), last: number(last), found: number(found) })
        : undefined,
    canonical: publicUrl + addressOf('/petitions', search, { page: search.page }),
  }
  return reply.page('browse/petitions', data)
}
