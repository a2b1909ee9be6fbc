/** Signatures as an attack and as people send them, through the code that signs and confirms. */

import type { Petition } from '../../src/database/tables.js'
import { confirmSignatures } from '../../src/signatures/confirm.js'
import { readSignForm } from '../../src/signatures/form.js'
import { addSignatures, signatureOf } from '../../src/signatures/sign.js'
import { networkOf } from '../../src/web/limits/networks.js'
import type { TestSite } from '../support/site.js'

export interface Sent {
  name: string
  email: string
  country?: string
  postcode?: string
  /** Where the form came from. */
  ip: string
  agent?: string
  fillSeconds?: number
}

const TOGETHER = 500

/** Signs, and confirms unless asked not to. @returns the ids, in the order of the senders. */
export async function send(
  { deps, db }: Pick<TestSite, 'deps' | 'db'>,
  petition: Petition,
  senders: Sent[],
  { confirm = true } = {},
): Promise<number[]> {
  const keys = await deps.keyring.getPetitionKeys(db, petition.id)
  const ids: number[] = []
  for (let start = 0; start < senders.length; start += TOGETHER) {
    const rows = senders.slice(start, start + TOGETHER).map((sender) => {
      const { ip, agent, fillSeconds, country = 'FR', postcode = '69007', ...typed } = sender
      const { details, faults } = readSignForm({ ...typed, country, postcode })
      if (!details) throw new Error(`Not to be signed with: ${JSON.stringify(faults)}`)
      const from = { locale: 'en' as const, network: networkOf(ip), agent, fillSeconds }
      return { ...signatureOf(keys, petition, details, from), given: '{}' }
    })
    await addSignatures(deps, rows, { mails: 0 })
    const added = await db
      .selectFrom('signatures')
      .select(['id', 'emailFingerprint'])
      .where('petitionId', '=', petition.id)
      .where(
        'emailFingerprint',
        'in',
        rows.map(({ emailFingerprint }) => emailFingerprint),
      )
      .execute()
    const byPrint = new Map(added.map(({ id, emailFingerprint }) => [emailFingerprint.toString('hex'), id]))
    const batch = rows.map(({ emailFingerprint }) => byPrint.get(emailFingerprint.toString('hex'))!)
    if (confirm)
      await confirmSignatures(
        deps,
        batch.map((signatureId) => ({ petitionId: petition.id, signatureId })),
      )
    ids.push(...batch)
  }
  return ids
}

/** One machine, one throw-away domain, made-up names. */
export function robot(index: number): Sent {
  return {
    name: `${['Anna', 'Paul', 'Marie', 'Jean', 'Lucas'][index % 5]} ${['Blanc', 'Noir', 'Petit', 'Grand'][index % 4]}`,
    email: `user${String(index).padStart(4, '0')}@mailinator.com`,
    ip: '203.0.113.66',
    agent: 'python-requests/2.32',
    fillSeconds: 0,
  }
}
