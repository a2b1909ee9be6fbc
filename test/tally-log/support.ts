/** Signatures as rows, and what happens to them, for tests that begin where signing ends. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Petition, SignatureState } from '../../src/database/tables.js'
import { fingerprint } from '../../src/keys/sealing.js'
import { confirmSignatures } from '../../src/signatures/confirm.js'
import { sealSigner } from '../../src/signatures/signer.js'
import { withdrawSignature } from '../../src/signatures/withdraw.js'
import type { TestSite } from '../support/site.js'
import { rootOfList } from './verifier.js'

/** A pending signature; of who signed before, the same one again. */
export async function addPending(
  site: TestSite,
  petition: Petition,
  who: string,
  postcode = '69007',
): Promise<number> {
  const keys = await site.deps.keyring.getPetitionKeys(site.db, petition.id)
  const email = `${who}@example.net`
  const emailFingerprint = fingerprint(keys.fingerprints, email)
  const again = await site.db
    .updateTable('signatures')
    .set({ state: 'pending', postcode, sealed: sealSigner(keys, petition.id, { name: who, email }) })
    .where('petitionId', '=', petition.id)
    .where('emailFingerprint', '=', emailFingerprint)
    .where('state', 'in', ['withdrawn', 'expired'])
    .returning('id')
    .executeTakeFirst()
  if (again) return again.id
  const { id } = await site.db
    .insertInto('signatures')
    .values({
      petitionId: petition.id,
      emailFingerprint,
      sealed: sealSigner(keys, petition.id, { name: who, email }),
      textVersion: petition.textVersion,
      locale: 'en',
      country: 'FR',
      postcode,
      territory: 'FR-69',
      inside: true,
      signedAt: site.deps.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function confirmAs(
  site: TestSite,
  petition: Petition,
  who: string,
  postcode?: string,
): Promise<number> {
  const signatureId = await addPending(site, petition, who, postcode)
  await confirmSignatures(site.deps, [{ petitionId: petition.id, signatureId }])
  return signatureId
}

export function withdraw(site: TestSite, petition: Petition, signatureId: number): Promise<void> {
  return withdrawSignature(site.deps, { petitionId: petition.id, signatureId })
}

/** As a moderator's decision moves it: in or out of the count. */
export async function move(
  site: TestSite,
  petition: Petition,
  { id, from, to }: { id: number; from: SignatureState; to: SignatureState },
): Promise<void> {
  await site.db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('signatures')
      .set({ state: to })
      .where('petitionId', '=', petition.id)
      .where('id', '=', id)
      .where('state', '=', from)
      .executeTakeFirst()
    const change = (to === 'confirmed' ? 1 : 0) - (from === 'confirmed' ? 1 : 0)
    await trx
      .updateTable('petitionCounts')
      .set({ confirmed: sql`confirmed + ${Number(moved.numUpdatedRows) * change}` })
      .where('petitionId', '=', petition.id)
      .execute()
  })
}

/** What the tallies by postcode say, and what the signatures do. */
export async function readPostcodes({ db }: TestSite, petitionId: number) {
  const tallied = await db
    .selectFrom('communeTallies')
    .select(['postcode', 'confirmed'])
    .where('petitionId', '=', petitionId)
    .where('confirmed', '!=', 0)
    .orderBy('postcode')
    .execute()
  const counted = await db
    .selectFrom('signatures')
    .select(['postcode', sql<number>`count(*)::int`.as('confirmed')])
    .where('petitionId', '=', petitionId)
    .where('state', '=', 'confirmed')
    .where('country', '=', 'FR')
    .where('postcode', '!=', '')
    .groupBy('postcode')
    .orderBy('postcode')
    .execute()
  return { tallied, counted }
}

/** The log as its rows tell it, recounted without the service's code. */
export async function recountLog(site: TestSite, petitionId: number) {
  const { db } = site
  const log = await db.selectFrom('logs').selectAll().where('petitionId', '=', petitionId).executeTakeFirst()
  const tiles = await db
    .selectFrom('logTiles')
    .select(['tree', 'hashes'])
    .where('petitionId', '=', petitionId)
    .where('level', '=', 0)
    .orderBy('tree')
    .orderBy('tile')
    .execute()
  const hashesOf = (tree: string) => {
    const bytes = Buffer.concat(tiles.filter((tile) => tile.tree === tree).map(({ hashes }) => hashes))
    return Array.from({ length: bytes.length / 32 }, (_, index) =>
      bytes.subarray(index * 32, index * 32 + 32),
    )
  }
  const removals = await db
    .selectFrom('logRemovals')
    .selectAll()
    .where('petitionId', '=', petitionId)
    .orderBy('line')
    .execute()
  const out = new Set<number>()
  for (const { leaf, kind } of removals) kind === 'restored' ? out.delete(leaf) : out.add(leaf)
  const leaves = hashesOf('leaves')
  const { confirmed } = await db
    .selectFrom('petitionCounts')
    .select('confirmed')
    .where('petitionId', '=', petitionId)
    .executeTakeFirstOrThrow()
  return {
    log,
    leaves,
    removals,
    confirmed,
    counted: leaves.length - out.size,
    isWhole:
      log?.size === leaves.length &&
      log.root.equals(rootOfList(leaves)) &&
      log.removalsSize === removals.length &&
      log.removalsRoot.equals(rootOfList(hashesOf('removals'))) &&
      log.removalsRoot.equals(
        rootOfList(
          removals.map(({ leaf, kind, day }) =>
            createHash('sha256').update(`\0${leaf} ${kind} ${day}`).digest(),
          ),
        ),
      ),
  }
}
