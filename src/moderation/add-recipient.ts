/** A petition whose recipient said "it is not me" is addressed to whoever it is, once a moderator has checked it. */

import type { Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'
import { readAddress } from '../mail/canonical-address.js'
import { sealDecisionMakerAddress } from '../petitions/decision-maker.js'
import { type Faults, length, line } from '../web/form.js'
import { type Moderator, recordAct } from './record.js'

const LONGEST = 120

export interface NewRecipient {
  name: string
  role: string
  organisation: string
  email: string
}

export function readRecipientForm(body: unknown): { values: NewRecipient; faults: Faults } {
  const values = {
    name: line(body, 'name'),
    role: line(body, 'role'),
    organisation: line(body, 'organisation'),
    email: line(body, 'email'),
  }
  const faults: Faults = {}
  if (values.name === '' || length(values.name) > LONGEST)
    faults.name = { key: 'aside.desk.wrong.name', params: { most: LONGEST } }
  for (const field of ['role', 'organisation'] as const)
    if (length(values[field]) > LONGEST)
      faults[field] = { key: 'aside.desk.wrong.length', params: { most: LONGEST } }
  if (!readAddress(values.email)) faults.email = { key: 'aside.desk.wrong.email' }
  return { values, faults }
}

/**
 * Adds them; they are told by the next round, as if the petition had opened for them. Of two moderators who add the same
 * address at once one does.
 */
export async function addRecipient(
  { db, clock, keyring, jobs }: Pick<Deps, 'db' | 'clock' | 'keyring' | 'jobs'>,
  petition: Pick<Petition, 'id' | 'locale'>,
  moderator: Moderator,
  { email, ...who }: NewRecipient,
): Promise<'added' | 'known'> {
  const keys = await keyring.getPetitionKeys(db, petition.id)
  const sealed = sealDecisionMakerAddress(keys, petition.id, email)
  const outcome = await db.transaction().execute(async (trx) => {
    await trx.selectFrom('petitions').select('id').where('id', '=', petition.id).forNoKeyUpdate().execute()
    const known = await trx
      .selectFrom('decisionMakers')
      .select('id')
      .where('petitionId', '=', petition.id)
      .where('emailFingerprint', '=', sealed.emailFingerprint)
      .executeTakeFirst()
    if (known) return 'known'
    await trx
      .insertInto('decisionMakers')
      .values({ petitionId: petition.id, locale: petition.locale, ...who, ...sealed })
      .execute()
    await recordAct(trx, {
      act: 'recipient-added',
      moderator,
      petitionId: petition.id,
      note: [who.name, who.role, who.organisation].filter(Boolean).join(', '),
      at: clock.now(),
    })
    return 'added'
  })
  if (outcome === 'added') jobs.wakeLater('decision-maker-notices')
  return outcome
}
