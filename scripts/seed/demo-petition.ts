/** What a petition of the demonstration is made of. Days count back from the moment of the seeding. */

import type { Locale, PetitionState, Rhythm } from '../../src/database/tables.js'
import type { HidingReason, RefusalReason } from '../../src/petitions/moderation-reasons.js'
import type { Topic } from '../../src/petitions/topics.js'

export interface DemoPetition {
  /** Stays the same for ever: a second seeding finds the petition by it. */
  slug: string
  locale: Locale
  state: PetitionState
  title: string
  ask: string
  body: string
  topic: Topic
  placeName?: string
  /** Absent: asked of the whole world. */
  country?: string
  postcodes?: string[]
  goal: number
  /** A last day that lies ahead; closed petitions name the day on which they closed. */
  closesInDays?: number
  campaigner: { name: string; email: string }
  maker: DemoMaker
  /** When it was sent to the moderators; absent for a draft. */
  submittedDaysAgo?: number
  openedDaysAgo?: number
  closedDaysAgo?: number
  /** Absent when its last day closed it. */
  closingStatement?: string
  signatures?: DemoSignatures
  /** Reasons that signers give, the newest last. */
  comments?: string[]
  news?: { daysAgo: number; title: string; body: string }[]
  reply?: { submittedDaysAgo: number; publishedDaysAgo?: number; body: string; signedBy: string }
  moderation?: { daysAgo: number; reason: RefusalReason | HidingReason; note: string }
}

export interface DemoMaker {
  name: string
  role: string
  organisation: string
  email: string
  rhythm?: Rhythm
  openedDaysAgo?: number
  acknowledgedDaysAgo?: number
}

export interface DemoSignatures {
  confirmed: number
  /** Share of signers who live where it is asked. */
  local: number
  /** Share of signers from abroad. */
  abroad: number
  /** Days after the opening on which the word spread: a newspaper, a meeting, a piece of news. */
  waves?: number[]
}
