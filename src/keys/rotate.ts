/** Wraps every key of the database by the new SECRET_KEY. The keys themselves, and all they seal, stay as they are. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../database/connect.js'
import type { Keyring, WrappedPlace } from './keyring.js'
import { deriveKey } from './sealing.js'

/** Some milliseconds of locks, which nobody waits for but who destroys a key. */
const BATCH = 500

export interface RotationProgress {
  /** Petitions whose keys were looked at in this walk, of how many. */
  seen: number
  total: number
}

export interface Rotation {
  /** How many keys were wrapped anew, by interrupted tries too. */
  rewrapped: number
  /** Keys that neither SECRET_KEY nor SECRET_KEY_PREVIOUS opens; they are left as they are. */
  unopened: WrappedPlace[]
}

/**
 * Walks the petitions' keys by number, in batches that write down where they are with what they did, then those of
 * the installation. Killed at any point it goes on from there; run again after its end it only checks.
 *
 * Services that hold both keys go on meanwhile. It walks until a whole round finds nothing to wrap: a petition made
 * during the first one, by a process that wraps with the old key, is found by the next.
 */
export async function rotateKeys(
  { db, keyring, secretKey }: { db: Database; keyring: Keyring; secretKey: Buffer },
  onProgress: (progress: RotationProgress) => void = () => {},
): Promise<Rotation> {
  // Names the key without telling it: an interrupted rotation to another key is none of this one's.
  const newKey = deriveKey(secretKey, 'rotation').subarray(0, 8)
  await db
    .insertInto('keyRotations')
    .values({ newKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (;;) {
    const before = await findRotation(db, newKey)
    const isWhole = before.lastPetitionId === 0
    const unopened = new Set<WrappedPlace>()
    const { count: total } = await db
      .selectFrom('petitionKeys')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const { count: done } = await db
      .selectFrom('petitionKeys')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('petitionId', '<=', before.lastPetitionId)
      .executeTakeFirstOrThrow()
    let seen = Number(done)
    for (;;) {
      const walked = await db.transaction().execute((trx) => rewrapPetitions(trx, keyring, newKey, unopened))
      seen += walked
      onProgress({ seen, total: Number(total) })
      if (walked < BATCH) break
    }
    await db.transaction().execute((trx) => rewrapSite(trx, keyring, newKey, unopened))
    const after = await findRotation(db, newKey)
    await db.updateTable('keyRotations').set({ lastPetitionId: 0 }).where('newKey', '=', newKey).execute()

    if (unopened.size > 0) return { rewrapped: after.rewrapped, unopened: [...unopened] }
    if (isWhole && after.rewrapped === before.rewrapped) {
      await db.deleteFrom('keyRotations').where('newKey', '=', newKey).execute()
      return { rewrapped: after.rewrapped, unopened: [] }
    }
  }
}

function findRotation(db: Database, newKey: Buffer) {
  return db
    .selectFrom('keyRotations')
    .select(['lastPetitionId', 'rewrapped'])
    .where('newKey', '=', newKey)
    .executeTakeFirstOrThrow()
}

/** The next batch after the checkpoint. @returns how many keys it saw. */
async function rewrapPetitions(
  trx: Transaction,
  keyring: Keyring,
  newKey: Buffer,
  unopened: Set<WrappedPlace>,
): Promise<number> {
  // Two at once take turns, and the second goes on where the first was.
  const { lastPetitionId } = await trx
    .selectFrom('keyRotations')
    .select('lastPetitionId')
    .where('newKey', '=', newKey)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('petitionKeys')
    .select(['petitionId', 'wrapped'])
    .where('petitionId', '>', lastPetitionId)
    .orderBy('petitionId')
    .limit(BATCH)
    .forUpdate()
    .execute()
  if (rows.length === 0) return 0
  const changed = rows.flatMap(({ petitionId, wrapped }) => {
    const anew = rewrapped(keyring, `petition ${petitionId}`, wrapped, unopened)
    return anew ? [{ petitionId, anew }] : []
  })
  if (changed.length > 0)
    await sql`
      update petition_keys set wrapped = asked.wrapped
      from unnest(
        ${changed.map(({ petitionId }) => petitionId)}::bigint[], ${changed.map(({ anew }) => anew)}::bytea[]
      ) as asked (petition_id, wrapped)
      where petition_keys.petition_id = asked.petition_id`.execute(trx)
  await trx
    .updateTable('keyRotations')
    .set({ lastPetitionId: rows.at(-1)!.petitionId, rewrapped: sql`rewrapped + ${changed.length}` })
    .where('newKey', '=', newKey)
    .execute()
  return rows.length
}

/** A few rows, and last: until they are done, SECRET_KEY alone does not start (see `checkSecretKey`). */
async function rewrapSite(
  trx: Transaction,
  keyring: Keyring,
  newKey: Buffer,
  unopened: Set<WrappedPlace>,
): Promise<void> {
  const rows = await trx.selectFrom('siteKeys').select(['purpose', 'wrapped']).forUpdate().execute()
  for (const { purpose, wrapped } of rows) {
    const anew = rewrapped(keyring, `site ${purpose}`, wrapped, unopened)
    if (!anew) continue
    await trx.updateTable('siteKeys').set({ wrapped: anew }).where('purpose', '=', purpose).execute()
    await trx
      .updateTable('keyRotations')
      .set({ rewrapped: sql`rewrapped + 1` })
      .where('newKey', '=', newKey)
      .execute()
  }
}

/** @returns undefined when nothing is to be done, or nothing can be. */
function rewrapped(
  keyring: Keyring,
  place: WrappedPlace,
  wrapped: Buffer,
  unopened: Set<WrappedPlace>,
): Buffer | undefined {
  try {
    const anew = keyring.rewrap(place, wrapped)
    return anew === wrapped ? undefined : anew
  } catch {
    unopened.add(place)
    return undefined
  }
}
