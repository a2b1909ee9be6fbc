/** What colleagues tell each other beside something that waits: who is at it, and notes that nobody else reads. */

import type { Database } from '../database/connect.js'
import type { Site } from '../web/site.js'
import { findLock, type Lock } from './locks.js'
import type { Moderator } from './record.js'

/** What a note of the log can be about, by its column. */
const COLUMNS = { report: 'reportId', reply: 'replyId', appeal: 'appealId' } as const

export type NotedThing = keyof typeof COLUMNS

export interface Note {
  at: Date
  note: string | null
  name: string | null
}

export async function listNotes(db: Database, thing: NotedThing, id: number): Promise<Note[]> {
  return db
    .selectFrom('auditEntries')
    .leftJoin('accounts', 'accounts.id', 'auditEntries.accountId')
    .select(['auditEntries.at', 'auditEntries.note', 'accounts.name'])
    .where(`auditEntries.${COLUMNS[thing]}`, '=', id)
    .where('auditEntries.act', '=', 'note')
    .orderBy('auditEntries.id')
    .execute()
}

/** What `views/moderation/aside.eta` shows. */
export interface Aside {
  lock: (Lock & { isMine: boolean }) | undefined
  notes: Note[]
  /** A note that came back, with what is wrong. */
  remark: string
  remarkError: string | undefined
}

export async function readAside(
  site: Pick<Site, 'db' | 'clock'>,
  thing: NotedThing,
  thingId: number,
  reader: Moderator,
): Promise<Aside> {
  const [lock, notes] = await Promise.all([
    findLock(site, { thing, thingId }, reader),
    listNotes(site.db, thing, thingId),
  ])
  return { lock, notes, remark: '', remarkError: undefined }
}
