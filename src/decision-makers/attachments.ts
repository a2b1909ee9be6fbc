/** The PDF that may go with a reply. */

import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../database/connect.js'
import { PUBLIC_STATES } from '../petitions/states.js'

export async function addAttachment(trx: Transaction, replyId: number, bytes: Buffer): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest()
  await trx.insertInto('replyFiles').values({ replyId, bytes, sha256 }).execute()
}

/** Of each reply that has one, its size in bytes. */
export async function listAttachments(
  db: Database | Transaction,
  replyIds: number[],
): Promise<Map<number, number>> {
  if (replyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('replyFiles')
    .select(({ fn }) => ['replyId', fn<number>('length', ['bytes']).as('size')])
    .where('replyId', 'in', replyIds)
    .execute()
  return new Map(rows.map(({ replyId, size }) => [replyId, size]))
}

/** For the desk, whatever the reply's state is. */
export async function readAttachment(db: Database, replyId: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('replyFiles')
    .select('bytes')
    .where('replyId', '=', replyId)
    .executeTakeFirst()
  return row?.bytes
}

/** @returns undefined unless the reply is published, belongs to that petition, and the petition is public. */
export async function readPublishedAttachment(
  db: Database,
  { slug, replyId }: { slug: string; replyId: number },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('replyFiles')
    .innerJoin('replies', 'replies.id', 'replyFiles.replyId')
    .innerJoin('petitions', 'petitions.id', 'replies.petitionId')
    .select('replyFiles.bytes')
    .where('replies.id', '=', replyId)
    .where('replies.state', '=', 'published')
    .where('petitions.slug', '=', slug)
    .where('petitions.state', 'in', PUBLIC_STATES)
    .executeTakeFirst()
  return row?.bytes
}
