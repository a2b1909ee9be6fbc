/** What says that a delivery arrived: a file, signed with the installation's key, the same for both sides. */

import type { DecisionMaker, Delivery, Petition } from '../database/tables.js'
import type { Deps } from '../deps.js'

export const RECEIPT = 'receipt.json'

/**
 * The same bytes whenever it is asked for, once the dossier is ready; before that it names none. No signer's data is in
 * it.
 *
 * @returns undefined before the delivery is acknowledged.
 */
export async function writeReceipt(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  {
    delivery,
    maker,
    petition,
  }: {
    delivery: Delivery
    maker: Pick<DecisionMaker, 'name' | 'role' | 'organisation'>
    petition: Pick<Petition, 'slug' | 'title'>
  },
): Promise<Buffer | undefined> {
  if (!delivery.acknowledgedAt) return undefined
  const dossier = await db
    .selectFrom('dossiers')
    .innerJoin('dossierFiles', 'dossierFiles.dossierId', 'dossiers.id')
    .select(['dossiers.confirmed', 'dossiers.frozenAt', 'dossiers.logSize', 'dossiers.logRoot', 'sha256'])
    .where('dossiers.id', '=', delivery.dossierId ?? 0)
    .where('dossiers.state', '=', 'ready')
    .where('dossierFiles.file', '=', 'manifest.json')
    .executeTakeFirst()
  const receipt = {
    clameur: 'receipt',
    version: 1,
    site: config.publicUrl,
    petition: { url: `${config.publicUrl}/petitions/${petition.slug}`, title: petition.title },
    recipient: { name: maker.name, role: maker.role, organisation: maker.organisation },
    delivered_at: delivery.deliveredAt.toISOString(),
    acknowledged_at: delivery.acknowledgedAt.toISOString(),
    ...(delivery.isAcknowledgedByDelegate && { acknowledged_by: 'a delegate of the recipient' }),
    dossier: dossier
      ? {
          frozen_at: dossier.frozenAt?.toISOString() ?? null,
          confirmed: dossier.confirmed,
          manifest_sha256: dossier.sha256.toString('hex'),
          log_size: dossier.logSize,
          log_root: dossier.logRoot?.toString('hex') ?? null,
        }
      : null,
    proves: `The holder of the private link sent to ${
      delivery.isAcknowledgedByDelegate ? 'a colleague whom the recipient added' : 'the recipient'
    } pressed "acknowledge receipt" at this time. It promises nothing else.`,
  }
  return Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`)
}
