/**
 * Looks at new signatures. What is sealed is opened in memory, one row at a time, and only what rules make of it is
 * written down: their names, and keyed fingerprints.
 */

import { sql } from 'kysely'
import type { Transaction } from '../database/connect.js'
import type { Deps } from '../deps.js'
import type { Keys } from '../keys/keyring.js'
import { fingerprint } from '../keys/sealing.js'
import { readAddress } from '../mail/canonical-address.js'
import { type Signer, unsealSigner } from '../signatures/signer.js'
import { raiseAlerts } from './raise.js'
import { stemOf } from './rules/address-sequence.js'
import { isDisposableDomain } from './rules/disposable-domains.js'
import { isImprobableName } from './rules/improbable-names.js'

/** Some 30 ms of opening seals, during which this process answers nobody. */
const BATCH = 1_000

/**
 * Ids are given out before rows are committed, so a row may appear below one that was looked at already: a statement
 * takes ten seconds at most. Below a row that is older than this, all are there. Their own age says nothing: who signs
 * again makes an unconfirmed row young again, and would never be looked at.
 */
const SETTLED_MS = 20_000

/** Mails come back, and links are followed, when the last signature was looked at long since. */
const AGAIN_MS = 600_000
const DAY_MS = 86_400_000

/** Looks at what is new of every petition, then at what the new makes of the whole. May be killed at any point. */
export async function lookForFraud(deps: Deps): Promise<void> {
  const { db, clock } = deps
  const now = clock.now().getTime()
  const settled = new Date(now - SETTLED_MS)
  const { rows } = await sql<{ petitionId: number }>`
    select petition_counts.petition_id
    from petition_counts
    join petition_keys using (petition_id)
    left join detections using (petition_id)
    where exists (
      select from signatures
      where signatures.petition_id = petition_counts.petition_id
        and signatures.id > coalesce(detections.last_signature_id, 0) and signed_at <= ${settled}
    ) or (
      looked_at <= ${new Date(now - AGAIN_MS)} and ${new Date(now - DAY_MS)} < (
        select signed_at from signatures where signatures.petition_id = petition_counts.petition_id
        order by id desc limit 1
      )
    )
    order by petition_counts.petition_id`.execute(db)
  const failures: unknown[] = []
  for (const { petitionId } of rows)
    await lookAtPetition(deps, petitionId, settled).catch((error) => failures.push(error))
  // One petition that cannot be looked at keeps no other from it; the queue hears of the first.
  if (failures.length > 0) throw failures[0]
}

async function lookAtPetition(deps: Deps, petitionId: number, settled: Date): Promise<void> {
  const { db, clock } = deps
  const keys = await deps.keyring.findPetitionKeys(db, petitionId)
  if (!keys) return
  await db
    .insertInto('detections')
    .values({ petitionId, lookedAt: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  while (
    (await db.transaction().execute((trx) => lookAtBatch(trx, keys, petitionId, settled, clock.now()))) ===
    BATCH
  );
  await raiseAlerts(deps, petitionId)
}

/** @returns how many rows it saw, after the checkpoint. */
async function lookAtBatch(
  trx: Transaction,
  keys: Keys,
  petitionId: number,
  settled: Date,
  now: Date,
): Promise<number> {
  // Two workers take turns, and the second goes on where the first was.
  const { lastSignatureId } = await trx
    .selectFrom('detections')
    .select('lastSignatureId')
    .where('petitionId', '=', petitionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const signatures = await trx
    .selectFrom('signatures')
    .select(['petitionId', 'id', 'sealed'])
    .where('petitionId', '=', petitionId)
    .where('id', '>', lastSignatureId)
    .where(
      'id',
      '<=',
      sql<number>`(select max(id) from signatures
        where petition_id = ${petitionId} and id > ${lastSignatureId} and signed_at <= ${settled})`,
    )
    .orderBy('id')
    .limit(BATCH)
    .execute()

  const found = signatures.flatMap((signature) => {
    const signer = unsealSigner(keys, signature)
    const seen = signer ? lookAt(keys, signer) : { marks: [], stem: undefined }
    return seen.marks.length > 0 || seen.stem ? [{ id: signature.id, ...seen }] : []
  })
  if (found.length > 0)
    // Erased meanwhile, a signature keeps nothing, and nothing is written to it.
    await sql`
      update signatures set marks = string_to_array(found.marks, ' '), stem_fingerprint = found.stem
      from unnest(
        ${found.map(({ id }) => id)}::bigint[], ${found.map(({ marks }) => marks.join(' '))}::text[],
        ${found.map(({ stem }) => stem ?? null)}::bytea[]
      ) as found (id, marks, stem)
      where signatures.petition_id = ${petitionId} and signatures.id = found.id and sealed is not null`.execute(
      trx,
    )
  await trx
    .updateTable('detections')
    .set({ lastSignatureId: signatures.at(-1)?.id ?? lastSignatureId, lookedAt: now })
    .where('petitionId', '=', petitionId)
    .execute()
  return signatures.length
}

function lookAt(keys: Keys, { name, email }: Signer): { marks: string[]; stem: Buffer | undefined } {
  const domain = readAddress(email)?.domain
  const stem = stemOf(email)
  return {
    marks: [
      ...(domain && isDisposableDomain(domain) ? ['disposable-domains'] : []),
      ...(isImprobableName(name) ? ['improbable-names'] : []),
    ],
    stem: stem === undefined ? undefined : fingerprint(keys.fingerprints, `stem ${stem}`),
  }
}
