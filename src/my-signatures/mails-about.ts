import { sql } from 'kysely'
import type { Database } from '../database/connect.js'
import type { Mail } from '../database/tables.js'
import type { FoundSignature } from './walk.js'

export type MailAbout = Pick<Mail, 'kind' | 'state' | 'askedAt' | 'doneAt'> & {
  petitionId: number
  signatureId: number
}

/** The mails that some signatures were the reason for, the oldest first; what a mail said is not kept. */
export async function listMailsAbout(
  db: Database,
  found: Pick<FoundSignature, 'signature'>[],
): Promise<MailAbout[]> {
  if (found.length === 0) return []
  const petitionIds = found.map(({ signature }) => signature.petitionId)
  const signatureIds = found.map(({ signature }) => signature.id)
  const rows = await db
    .selectFrom('mails')
    .select(['petitionId', 'signatureId', 'kind', 'state', 'askedAt', 'doneAt'])
    .where(
      sql<boolean>`(petition_id, signature_id) in (
        select * from unnest(${petitionIds}::bigint[], ${signatureIds}::bigint[]))`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ petitionId, signatureId, ...mail }) => ({
    petitionId: petitionId!,
    signatureId: signatureId!,
    ...mail,
  }))
}
