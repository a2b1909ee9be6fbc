/** Replies as pages show them, with their headline, their PDF, and what signers say of them. */

import type { Database } from '../database/connect.js'
import type { Petition, Reply } from '../database/tables.js'
import type { Translator } from '../i18n/translate.js'
import { attachmentPath, type SaidHead, sayReplyHead } from '../petitions/reply-kinds.js'
import { countVerdicts, type Verdicts } from '../verdicts/count.js'
import { renderMarkdown } from '../web/markdown.js'
import { listAttachments } from './attachments.js'

/** What `views/components/reply.eta` shows beside the text. */
export interface ReplySurroundings {
  bodyHtml: string
  head: SaidHead | undefined
  attachment: { href: string | undefined; size: number } | undefined
  verdicts: Verdicts | undefined
}

export async function showReplies<One extends Pick<Reply, 'id' | 'body' | 'kind' | 'kindWords' | 'meetsOn'>>(
  { db }: { db: Database },
  { slug }: Pick<Petition, 'slug'>,
  replies: One[],
  ui: Translator,
): Promise<(One & ReplySurroundings)[]> {
  const ids = replies.map(({ id }) => id)
  const [sizes, verdicts] = await Promise.all([listAttachments(db, ids), countVerdicts(db, ids)])
  return replies.map((one) => {
    const size = sizes.get(one.id)
    // Only a published one has an address.
    const isPublished = !('state' in one) || one.state === 'published'
    return {
      ...one,
      bodyHtml: renderMarkdown(one.body),
      head: sayReplyHead(ui, one),
      attachment:
        size === undefined
          ? undefined
          : { href: isPublished ? attachmentPath(slug, one.id) : undefined, size },
      verdicts: verdicts.get(one.id),
    }
  })
}
