import type { FastifyReply } from 'fastify'
import type { DecisionMaker, Delivery, Locale, Petition, Reply, Rhythm } from '../database/tables.js'
import { REPLY_KINDS } from '../petitions/reply-kinds.js'
import type { ToldStanding } from '../places/tell.js'
import type { LoggedAct } from './acts.js'
import type { Changes } from './changes.js'
import type { WeeksChart } from './chart.js'
import type { ListedDelegate } from './delegates.js'
import type { Download } from './downloads.js'
import type { Figures } from './figures.js'
import type { ReplyForm } from './form.js'
import type { ListedDossier } from './queries.js'
import type { ReplySurroundings } from './shown-replies.js'
import type { WithdrawalList } from './withdrawals.js'

/** What an act on the page has just changed; said once, at its top. */
export type Done =
  | 'acknowledged'
  | 'reply'
  | 'rhythm'
  | 'dossier'
  | 'struck'
  | 'seen'
  | 'ended'
  | 'reopened'
  | 'unlocked'
  | 'encrypted'
  | 'unencrypted'
  | 'read'

export interface BriefPage {
  /** `/dossiers/<token>`: where every form of the page leads. */
  place: string
  petition: Petition
  /** The petition's text, made safe. */
  bodyHtml: string
  maker: DecisionMaker
  /** How who asks is reached; their own contact, or undefined, and that of who runs the site. */
  contact: { own: string | undefined; site: string }
  /** Who reads in their place; undefined for themselves. */
  delegate: { name: string } | undefined
  /** Who may read beside them. */
  delegates: number
  /** Null while the link was sent to nobody. */
  linkUntil: Date | null
  /** Since their last visit; undefined while none is known. */
  news: { since: Date; isAny: boolean; changes: Changes } | undefined
  /** The moment that the page shows. */
  shownAt: Date
  figures: Figures
  chart: WeeksChart | undefined
  /** In the reader's language, most signatures first. */
  territories: { name: string; confirmed: number }[]
  /** The first of those that a postcode of their own tells; France only. */
  communes: { name: string; confirmed: number }[]
  rule: ToldStanding | undefined
  replies: (Reply & ReplySurroundings)[]
  dossiers: ListedDossier[]
  /** Signatures to strike from the lists they have; undefined while there are none. */
  withdrawals: WithdrawalList | undefined
  /** The newest first. */
  downloads: Download[]
  acts: LoggedAct[]
  /** This browser may download files with names. */
  isOpen: boolean
  /** Undefined until the petition is delivered to them. */
  delivery: Delivery | undefined
  destroyDays: number
  /** The day on which the files of an ended download are destroyed has come. */
  isDestroyed: boolean
  rhythms: readonly Rhythm[]
  form: ReplyForm
  /** What was pasted as a key, to be mended. */
  typedKey: string
  longestKey: number
  errors: Record<string, string>
  done: Done | undefined
}

export function showBrief(reply: FastifyReply, data: BriefPage): Promise<string> {
  return reply.page('decision-makers/brief', { ...data, kinds: REPLY_KINDS })
}

export interface CodePage {
  place: string
  petition: { title: string }
  isDelegate: boolean
  isSent: boolean
  minutes: number
  errors: Record<string, string>
}

export function showCode(reply: FastifyReply, data: CodePage): Promise<string> {
  return reply.page('decision-makers/code', data)
}

export interface StepAsidePage {
  place: string
  petition: { title: string; locale: Locale }
  maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>
  as: 'not-me' | 'objected'
  note: string
  errors: Record<string, string>
}

/** Names what will happen before it does. */
export function showStepAside(reply: FastifyReply, data: StepAsidePage): Promise<string> {
  return reply.page('decision-makers/step-aside', data)
}

export interface SteppedAsidePage {
  petition: { title: string; slug: string; locale: Locale }
  maker: Pick<DecisionMaker, 'state' | 'stateAt'>
}

export function showSteppedAside(reply: FastifyReply, data: SteppedAsidePage): Promise<string> {
  return reply.page('decision-makers/stepped-aside', data)
}

export interface LinkEndedPage {
  place: string
  petition: { title: string; locale: Locale }
  isDelegate: boolean
  /** A delegate who was taken off: no other link follows. */
  isRemoved: boolean
  done: 'sent' | 'too-often' | undefined
}

export function showLinkEnded(reply: FastifyReply, data: LinkEndedPage): Promise<string> {
  return reply.page('decision-makers/link-ended', data)
}

export interface FromBriefPage {
  place: string
  petition: { title: string; slug: string; locale: Locale }
  maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation' | 'state'>
  done: 'sent' | 'too-often' | undefined
}

/** What the address in a brief opens: it sends the link to whom the brief is addressed to, and knows nothing else. */
export function showFromBrief(reply: FastifyReply, data: FromBriefPage): Promise<string> {
  return reply.page('decision-makers/from-brief', data)
}

export interface DelegatesPage {
  place: string
  petition: { title: string; locale: Locale }
  /** The code was shown: addresses may be read, and somebody added. */
  isOpen: boolean
  isFull: boolean
  delegates: ListedDelegate[]
  typed: { name: string; email: string }
  errors: Record<string, string>
  done: 'added' | 'ended' | undefined
}

export function showDelegates(reply: FastifyReply, data: DelegatesPage): Promise<string> {
  return reply.page('decision-makers/delegates', data)
}

export interface LeavingPage {
  place: string
  petition: { title: string; locale: Locale }
  maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>
}

export function showLeaving(reply: FastifyReply, data: LeavingPage): Promise<string> {
  return reply.page('decision-makers/leaving', data)
}
