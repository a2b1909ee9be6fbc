/** Who reads a petition's sheets: the campaigner, and people they invite by mail. */

import { addressOf, getAccount } from '../accounts/accounts.js'
import type { Database } from '../database/connect.js'
import type { Locale, PaperKeyer, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint, seal, unseal } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { addMails } from '../mail/outbox.js'

/** Enough hands for thousands of sheets. */
export const MOST_KEYERS = 20

export interface KeyerPerson {
  name: string
  email: string
}

export function unsealKeyer(
  keys: Keys,
  { petitionId, sealed }: Pick<PaperKeyer, 'petitionId' | 'sealed'>,
): KeyerPerson | undefined {
  if (!sealed) return undefined
  const [name, email] = JSON.parse(unseal(keys.sealing, placeOf(petitionId), sealed)) as [string, string]
  return { name, email }
}

function placeOf(petitionId: number): string {
  return `paper_keyers.sealed ${petitionId}`
}

export function fingerprintOfKeyer(keys: Keys, canonical: string): Buffer {
  return fingerprint(keys.fingerprints, `paper keyer ${canonical}`)
}

export type InviteOutcome = 'invited' | 'already' | 'yourself' | 'too-many'

/**
 * Invites somebody to read sheets, by a link that goes to them alone: who invites cannot read in their place.
 *
 * Whoever ended it may be invited again.
 */
export async function inviteKeyer(
  deps: Deps,
  keys: Keys,
  petition: Pick<Petition, 'id' | 'accountId'>,
  { name, email, locale }: KeyerPerson & { locale: Locale },
): Promise<InviteOutcome> {
  const { db, clock, jobs } = deps
  const read = readAddress(email)
  if (!read) throw new Error('Who is invited needs an address that can be written to')
  if (petition.accountId !== null) {
    const own = await addressOf(deps, await getAccount(db, petition.accountId))
    if (readAddress(own)?.canonical === read.canonical) return 'yourself'
  }
  const petitionId = petition.id
  const emailFingerprint = fingerprintOfKeyer(keys, read.canonical)
  const outcome = await db.transaction().execute(async (trx): Promise<InviteOutcome> => {
    const { present } = await trx
      .selectFrom('paperKeyers')
      .select(({ fn }) => fn.countAll<string>().as('present'))
      .where('petitionId', '=', petitionId)
      .where('endedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(present) >= MOST_KEYERS) return 'too-many'
    const sealed = seal(keys.sealing, placeOf(petitionId), JSON.stringify([name, read.address]))
    const row = { sealed, locale, invitedAt: clock.now() }
    const keyer = await trx
      .insertInto('paperKeyers')
      .values({ petitionId, emailFingerprint, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['petitionId', 'emailFingerprint'])
          .doUpdateSet({ ...row, endedAt: null })
          .where('paperKeyers.endedAt', 'is not', null),
      )
      .returning('id')
      .executeTakeFirst()
    if (!keyer) return 'already'
    await addMails(trx, [
      {
        queue: 'decision-maker-notices',
        kind: 'paper-invitation',
        petitionId,
        params: { keyer: keyer.id },
        locale,
        dueAt: clock.now(),
      },
    ])
    return 'invited'
  })
  if (outcome === 'invited') jobs.wakeLater('decision-maker-notices')
  return outcome
}

/** Ends somebody's part, by themselves or by the campaigner: their link leads nowhere any more, and their name goes. */
export async function endKeyer(
  { db, clock }: Deps,
  { id, petitionId }: Pick<PaperKeyer, 'id' | 'petitionId'>,
): Promise<void> {
  await db
    .updateTable('paperKeyers')
    .set({ sealed: null, endedAt: clock.now() })
    .where('id', '=', id)
    .where('petitionId', '=', petitionId)
    .where('isCampaigner', '=', false)
    .where('endedAt', 'is', null)
    .execute()
}

export function findKeyer(db: Database, petitionId: number, id: number): Promise<PaperKeyer | undefined> {
  return db
    .selectFrom('paperKeyers')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

export function listKeyers(db: Database, petitionId: number): Promise<PaperKeyer[]> {
  return db
    .selectFrom('paperKeyers')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .where('isCampaigner', '=', false)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** The campaigner among those who read; one row a petition. */
export async function campaignerAsKeyer(
  { db, clock }: Deps,
  petition: Pick<Petition, 'id' | 'locale'>,
): Promise<PaperKeyer> {
  const petitionId = petition.id
  const found = () =>
    db
      .selectFrom('paperKeyers')
      .selectAll()
      .where('petitionId', '=', petitionId)
      .where('isCampaigner', '=', true)
      .executeTakeFirst()
  const present = await found()
  if (present) return present
  await db
    .insertInto('paperKeyers')
    .values({ petitionId, isCampaigner: true, locale: petition.locale, invitedAt: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await found())!
}
