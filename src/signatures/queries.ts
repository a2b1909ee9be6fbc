import type { Database } from '../database/connect.js'
import type { Petition, Signature } from '../database/tables.js'

export type OwnPetition = Pick<
  Petition,
  | 'id'
  | 'slug'
  | 'state'
  | 'title'
  | 'ask'
  | 'locale'
  | 'closesOn'
  | 'closedAt'
  | 'country'
  | 'institution'
  | 'officialUrl'
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
    .select(['institution', 'officialUrl'])
    .where('id', '=', petitionId)
    .executeTakeFirstOrThrow()
  return { signature, petition }
}

export async function hasPublishedReply(db: Database, petitionId: number): Promise<boolean> {
  const reply = await db
    .selectFrom('replies')
    .select('id')
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst()
  return reply !== undefined
}

/** Of the one or two who signed with an address, the one of this name; an old row without a name is anybody's. */
export async function findSignatureId(
  db: Database,
  whose: Pick<Signature, 'petitionId' | 'emailFingerprint'> & { nameFingerprint: Buffer },
): Promise<number | undefined> {
  const rows = await db
    .selectFrom('signatures')
    .select(['id', 'slot', 'nameFingerprint'])
    .where('petitionId', '=', whose.petitionId)
    .where('emailFingerprint', '=', whose.emailFingerprint)
    .orderBy('slot')
    .execute()
  const own = rows.find(({ nameFingerprint }) => nameFingerprint?.equals(whose.nameFingerprint))
  return (own ?? rows.find(({ nameFingerprint }) => nameFingerprint === null))?.id
}
