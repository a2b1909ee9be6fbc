/** What a reply comes to, and how that is said: as the headline of the reply, on pages and in mails. */

import type { Reply, ReplyKind } from '../database/tables.js'
import type { Translator } from '../i18n/translate.js'

export const REPLY_KINDS: readonly ReplyKind[] = ['accept', 'partly', 'refuse', 'not-competent', 'meet']

export type ReplyHead = Pick<Reply, 'kind' | 'kindWords' | 'meetsOn'>

export interface SaidHead {
  headline: string
  /** Who is competent, or where they would meet: as it was typed. */
  detail: string | undefined
}

/** @returns undefined for a reply from before there were kinds. */
export function sayReplyHead({ t, date }: Translator, reply: ReplyHead): SaidHead | undefined {
  const { kind, kindWords, meetsOn } = reply
  if (kind === null) return undefined
  const headline =
    kind === 'meet' && meetsOn !== null
      ? t('replies.head.meetOn', { on: date(meetsOn) })
      : t(`replies.head.${kind}`)
  return { headline, detail: kindWords || undefined }
}

/** Where a published reply's PDF is read; it has its own address, so that it is never part of a page. */
export function attachmentPath(slug: string, replyId: number): string {
  return `/petitions/${slug}/replies/${replyId}/attachment.pdf`
}
