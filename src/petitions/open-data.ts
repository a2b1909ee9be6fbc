/** What of a petition is open data, in the shape that `contract.md` promises to programs. */

import type { Config } from '../config.js'
import { dayOf } from './days.js'
import type { ListedPetition } from './listing.js'

/** Every public answer to a program may be read from any site. */
export const OPEN_DATA_HEADERS = { 'access-control-allow-origin': '*' } as const

export interface OpenPetition {
  slug: string
  state: string
  title: string
  ask: string
  language: string
  topic: string | null
  place: string | null
  country: string | null
  to: { name: string; role: string; organisation: string } | null
  campaigner: string | null
  confirmed: number
  goal: number
  answered: boolean
  opened_on: string | null
  closes_on: string | null
  closed_on: string | null
  url: string
}

export function toOpenData(config: Config, petition: ListedPetition): OpenPetition {
  const day = (moment: Date | null) => moment && dayOf(moment, config.timeZone)
  return {
    slug: petition.slug,
    state: petition.state,
    title: petition.title,
    ask: petition.ask,
    language: petition.locale,
    topic: petition.topic,
    place: petition.placeName,
    country: petition.country,
    to:
      petition.makerName === null
        ? null
        : {
            name: petition.makerName,
            role: petition.makerRole ?? '',
            organisation: petition.makerOrganisation ?? '',
          },
    campaigner: petition.campaignerName,
    confirmed: petition.confirmed,
    goal: petition.goal,
    answered: petition.isAnswered,
    opened_on: day(petition.openedAt),
    closes_on: petition.closesOn,
    closed_on: day(petition.closedAt),
    url: `${config.publicUrl}/petitions/${petition.slug}`,
  }
}
