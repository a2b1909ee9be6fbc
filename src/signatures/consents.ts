/** What a signer allows, and may change at any time. */

import type { Database } from '../database/connect.js'
import type { Keys } from '../keys/keyring.js'
import { unsealSigner } from './signer.js'

type Whose = { petitionId: number; signatureId: number }

export interface Consents {
  /** News of this petition, and of this one only. */
  updates: boolean
  showName: boolean
  comment: string
}

/** Changes what a confirmed signer shows and hears; does nothing once the signature is withdrawn. */
export async function changeConsents(db: Database, keys: Keys, whose: Whose, consents: Consents) {
  const signature = await db
    .selectFrom('signatures')
    .select(['petitionId', 'sealed'])
    .where('petitionId', '=', whose.petitionId)
    .where('id', '=', whose.signatureId)
    .executeTakeFirst()
  const signer = signature && unsealSigner(keys, signature)
  if (!signer) return
  await db
    .updateTable('signatures')
    .set({
      updates: consents.updates,
      shownName: consents.showName ? signer.name : null,
      comment: consents.comment || null,
    })
    .where('petitionId', '=', whose.petitionId)
    .where('id', '=', whose.signatureId)
    .where('state', '=', 'confirmed')
    .execute()
}

/** The one consent that the thank-you page asks for again. */
export async function allowUpdates(db: Database, { petitionId, signatureId }: Whose) {
  await db
    .updateTable('signatures')
    .set({ updates: true })
    .where('petitionId', '=', petitionId)
    .where('id', '=', signatureId)
    .where('state', '=', 'confirmed')
    .execute()
}
