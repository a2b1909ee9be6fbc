/** How who receives the petition reaches who asks: for the recipients and their delegates alone, never public. */

import type { Database } from '../database/connect.js'
import type { Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { seal, unseal } from '../keys/sealing.js'

/** Keeps it in place of what was given before; an empty one is none. */
export async function keepCampaignerContact(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  petitionId: number,
  contact: string,
): Promise<'kept' | 'removed' | 'too-late'> {
  return db.transaction().execute(async (trx) => {
    // Held until it is written: sealed with a key that is destroyed meanwhile, it would stay behind.
    const key = await trx
      .selectFrom('petitionKeys')
      .select('petitionId')
      .where('petitionId', '=', petitionId)
      .forShare()
      .executeTakeFirst()
    if (!key) return 'too-late'
    const keys = await keyring.getPetitionKeys(trx, petitionId)
    const campaignerContactSealed = contact ? seal(keys.sealing, placeOf(petitionId), contact) : null
    await trx.updateTable('petitions').set({ campaignerContactSealed }).where('id', '=', petitionId).execute()
    return contact ? 'kept' : 'removed'
  })
}

export function unsealCampaignerContact(
  keys: Keys,
  { id, campaignerContactSealed }: Pick<Petition, 'id' | 'campaignerContactSealed'>,
): string | undefined {
  return campaignerContactSealed ? unseal(keys.sealing, placeOf(id), campaignerContactSealed) : undefined
}

/** For who may read it anyway, where its key is not at hand; undefined once that is destroyed. */
export async function findCampaignerContact(
  { db, keyring }: { db: Database; keyring: Deps['keyring'] },
  petition: Pick<Petition, 'id' | 'campaignerContactSealed'>,
): Promise<string | undefined> {
  const keys = petition.campaignerContactSealed && (await keyring.findPetitionKeys(db, petition.id))
  return keys ? unsealCampaignerContact(keys, petition) : undefined
}

function placeOf(petitionId: number): string {
  return `petitions.campaigner_contact ${petitionId}`
}
