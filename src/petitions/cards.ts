/** A petition as a card of a list: the options of `views/components/petition-card.eta`. */

import type { Locale, PetitionState } from '../database/tables.js'
import type { ListedPetition } from './listing.js'

export interface Card {
  title: string
  href: string
  to: string | undefined
  place: string | undefined
  confirmed: number
  goal: number
  lang: Locale
  state: PetitionState
  replied: boolean
  posterHref: string | undefined
  posterSvg: undefined
  heading: 2 | 3
}

export function cardOf(
  petition: ListedPetition,
  href: (path: string) => string,
  { picture = true, heading = 2 as 2 | 3 } = {},
): Card {
  return {
    title: petition.title,
    href: href(`/petitions/${petition.slug}`),
    to: petition.makerOrganisation || petition.makerName || undefined,
    place: petition.placeName ?? undefined,
    confirmed: petition.confirmed,
    goal: petition.goal,
    lang: petition.locale,
    state: petition.state,
    replied: petition.isAnswered,
    posterHref: picture ? pictureAddress(petition) : undefined,
    posterSvg: undefined,
    heading,
  }
}

/** The campaigner's picture, or the poster made of the title; its address changes with what it shows. */
export function pictureAddress(petition: { slug: string; pictureId: number | null }): string {
  return petition.pictureId
    ? `/petitions/${petition.slug}/picture?v=${petition.pictureId}`
    : `/petitions/${petition.slug}/poster.svg`
}
