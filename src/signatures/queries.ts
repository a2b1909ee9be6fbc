import type { Database } from '../database/connect.js'
import type { Petition, Signature } from '../database/tables.js'

export type OwnPetition = Pick<
  Petition,
  'id' | 'slug' | 'state' | 'title' | 'ask' | 'locale' | 'closesOn' | 'closedAt' | 'country'
>

export async function findSignature(
  db: Database,
  { petitionId, signatureId }: { petitionId: number; signatureId: number },
): Promise<{ signature: Signature; petition: OwnPetition } | undefined> {
  const signature = await db
    .selectFrom('signatures')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .executeTakeFirst()
  if (!signature) return undefined
  const petition = await db
    .selectFrom('petitions')
    .select(['id', 'slug', 'state', 'title', 'ask', 'locale', 'closesOn', 'closedAt', 'country'])
    .where('id', '=', petitionId)
    .executeTakeFirstOrThrow()
  return { signature, petition }
}

export async function findSignatureId(
  db: Database,
  petitionId: number,
  emailFingerprint: Buffer,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('signatures')
    .select('id')
    .where('petitionId', '=', petitionId)
    .where('emailFingerprint', '=', emailFingerprint)
    .executeTakeFirst()
  return row?.id
}
