/** A petition that is being written: whoever holds its link may go on with it, and nobody else sees it. */

import { randomInt } from 'node:crypto'
import type { Database, Transaction } from '../database/connect.js'
import type { DecisionMaker, Locale, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { readToken, tokenOf } from '../keys/links.js'
import { seal, unseal } from '../keys/sealing.js'
import { unsealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { findPicture, type Picture } from '../petitions/pictures.js'
import { findPetition, listDecisionMakers } from '../petitions/queries.js'
import { takeSlug } from './slug.js'

export interface Draft {
  token: string
  petition: Petition
  maker: DecisionMaker | undefined
  makerEmail: string | undefined
  /** Where the campaigner says to be reached; not proven yet. */
  email: string | undefined
  picture: Picture | undefined
  keys: Keys
}

/** Makes the draft, its key and its address; returns the token of its link. */
export async function startDraft(
  deps: Deps,
  { title, locale }: { title: string; locale: Locale },
): Promise<string> {
  const now = deps.clock.now()
  return deps.db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('petitions')
      .values({
        slug: await takeSlug(trx, title),
        state: 'draft',
        locale,
        title,
        posterSeed: randomInt(2 ** 31),
        createdAt: now,
        editedAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const keys = await deps.keyring.addPetitionKey(trx, id)
    return draftToken(keys, id)
  })
}

export function draftToken(keys: Keys, petitionId: number): string {
  return tokenOf(keys, 'draft', { petitionId, subjectId: petitionId })
}

/** The petition of a draft's link, whatever became of it since; undefined for a link that was made up. */
export async function findDraft(deps: Deps, token: string): Promise<Draft | undefined> {
  const subject = await readToken(deps, 'draft', token)
  if (!subject) return undefined
  return loadDraft(deps.db, subject.petitionId, subject.keys)
}

export async function loadDraft(
  db: Database | Transaction,
  petitionId: number,
  keys: Keys,
): Promise<Draft | undefined> {
  const petition = await findPetition(db, petitionId)
  if (!petition) return undefined
  const [maker] = await listDecisionMakers(db, petitionId)
  return {
    token: draftToken(keys, petitionId),
    petition,
    maker,
    makerEmail: maker && unsealDecisionMakerAddress(keys, maker),
    email: petition.campaignerEmailSealed
      ? unseal(keys.sealing, placeOf(petitionId), petition.campaignerEmailSealed)
      : undefined,
    picture: petition.pictureId === null ? undefined : await findPicture(db, petition.pictureId),
    keys,
  }
}

export function sealCampaignerAddress(keys: Keys, petitionId: number, email: string): Buffer {
  return seal(keys.sealing, placeOf(petitionId), email)
}

/**
 * Changes a draft as one act: nobody else changes it meanwhile, so that a form sent twice, or saved by the script
 * while it is sent, leaves no second decision-maker.
 *
 * @returns false, without calling `change`, once the petition was submitted: what moderators read stays as it is.
 */
export async function changeDraft(
  deps: Deps,
  draft: Draft,
  change: (trx: Transaction) => Promise<void>,
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    if (!(await lockDraft(trx, draft.petition.id))) return false
    await change(trx)
    await trx
      .updateTable('petitions')
      .set({ editedAt: deps.clock.now() })
      .where('id', '=', draft.petition.id)
      .execute()
    return true
  })
}

/** Holds the draft until the transaction ends; false when it is no draft any more. */
export async function lockDraft(trx: Transaction, petitionId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('petitions')
    .select('state')
    .where('id', '=', petitionId)
    .forUpdate()
    .executeTakeFirst()
  return row?.state === 'draft'
}

function placeOf(petitionId: number): string {
  return `petitions.campaigner_email ${petitionId}`
}
