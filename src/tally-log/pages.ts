/** Each template of `views/tally-log`, and what it is given. */

import type { FastifyReply } from 'fastify'
import type { LogHead, Petition } from '../database/tables.js'
import type { OpenHead, OpenRemoval } from './read.js'
import type { Receipt } from './receipt.js'

type ShownPetition = Pick<Petition, 'slug' | 'title' | 'locale'>

export interface AboutPage {
  petition: ShownPetition
  /** Absent until the first is signed. */
  head: OpenHead | undefined
  /** The public number, which may be a minute ahead. */
  confirmed: number
  /** Earlier ones, newest first. */
  heads: LogHead[]
  /** The newest, newest first. */
  removals: OpenRemoval[]
  canonical: string
}

export function showAbout(reply: FastifyReply, data: AboutPage): Promise<string> {
  const base = `/petitions/${data.petition.slug}/log`
  return reply.page('tally-log/about', { ...data, base, signedAt: data.head && new Date(data.head.time) })
}

interface ReceiptBase {
  token: string
  petition: ShownPetition
}

/** `unlinked`: erased, but for what was removed, which keeps its state. */
export type ReceiptPage = ReceiptBase &
  (
    | { status: 'waiting' | 'erased' | 'unlinked' }
    | { status: 'written'; receipt: Receipt; out: 'withdrawn' | 'quarantined' | 'removed' | undefined }
  )

export function showReceipt(reply: FastifyReply, data: ReceiptPage): Promise<string> {
  const own = `/signatures/${data.token}`
  return reply.page('tally-log/receipt', {
    receipt: undefined,
    out: undefined,
    signedAt: data.status === 'written' ? new Date(data.receipt.head.time) : undefined,
    ...data,
    own,
    file: `${own}/receipt.json`,
    log: `/petitions/${data.petition.slug}/log`,
  })
}
