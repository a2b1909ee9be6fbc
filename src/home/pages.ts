import type { FastifyReply } from 'fastify'
import { type Card, cardOf } from '../petitions/cards.js'
import type { ListedPetition } from '../petitions/listing.js'
import { localHref } from '../web/reader.js'
import type { HomeFigures } from './queries.js'

export interface HomePage {
  starting: Card[]
  almost: Card[]
  won: Card[]
  answered: Card[]
  /** Absent on a fresh installation: zeros say nothing. */
  figures: HomeFigures | undefined
  canonical: string
}

interface Shelves {
  starting: ListedPetition[]
  almost: ListedPetition[]
  won: ListedPetition[]
  answered: ListedPetition[]
  figures: HomeFigures
}

export function showHome(reply: FastifyReply, publicUrl: string, shelves: Shelves): Promise<string> {
  const { reader } = reply.request
  const cards = (petitions: ListedPetition[], picture: boolean) =>
    petitions.map((petition) => cardOf(petition, (path) => localHref(reader, path), { picture, heading: 3 }))
  const { figures } = shelves
  const page: HomePage = {
    // One shelf of posters is a face; four would be a wall.
    starting: cards(shelves.starting, true),
    almost: cards(shelves.almost, shelves.starting.length === 0),
    won: cards(shelves.won, false),
    answered: cards(shelves.answered, false),
    figures: figures.confirmed > 0 ? figures : undefined,
    canonical: `${publicUrl}/`,
  }
  return reply.page('home/home', page)
}
